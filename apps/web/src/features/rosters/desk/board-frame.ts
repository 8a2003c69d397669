/** Something to do once in the next frame. */
export type FrameAct = () => void;

/**
 * The board's part of a browser frame: first what the hand did, then the pictures, so that a picture shows in the very
 * frame in which the hand moved and not in the one after it. Whatever is asked for twice is done once.
 */
class BoardFrame {
  private handle = 0;
  private isRunning = false;
  private readonly acts = new Set<FrameAct>();
  private readonly pictures = new Set<FrameAct>();

  /** Follows the hand; asked for from within, it comes in the next frame. */
  follow(act: FrameAct): void {
    this.acts.add(act);
    this.ask();
  }

  paint(picture: FrameAct): void {
    this.pictures.add(picture);
    this.ask();
  }

  /** True when it had been asked for. */
  forget(act: FrameAct): boolean {
    const isPicture = this.pictures.delete(act);
    return this.acts.delete(act) || isPicture;
  }

  private ask(): void {
    if (this.handle === 0 && !this.isRunning) this.handle = requestAnimationFrame(this.run);
  }

  private readonly run = (): void => {
    this.handle = 0;
    this.isRunning = true;
    try {
      drain(this.acts);
      drain(this.pictures);
    } finally {
      this.isRunning = false;
      if (this.acts.size + this.pictures.size > 0) this.ask();
    }
  };
}

function drain(acts: Set<FrameAct>): void {
  const now = [...acts];
  acts.clear();
  for (const act of now) act();
}

/** One for the window: there is one screen to show it on. */
export const boardFrame = new BoardFrame();

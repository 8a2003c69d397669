/** What a flush was asked for, and when it last ran. */
interface Pace {
  lastAt: number;
  timer: NodeJS.Timeout | null;
}

/**
 * Runs `flush` for a key at once when it did not run lately, else once when `everyMillis` have passed since: however
 * often it is asked, the last asking is always followed by a run. What a failed run leaves undone is told to `onError`.
 */
export class Paced {
  private readonly paces = new Map<string, Pace>();

  constructor(
    private readonly everyMillis: number,
    private readonly flush: (key: string) => Promise<void>,
    private readonly onError: (error: unknown) => void,
  ) {}

  async ask(key: string): Promise<void> {
    const pace = this.paces.get(key) ?? { lastAt: Number.NEGATIVE_INFINITY, timer: null };
    this.paces.set(key, pace);
    if (pace.timer) return;
    const wait = pace.lastAt + this.everyMillis - performance.now();
    if (wait <= 0) return this.run(key, pace);
    pace.timer = setTimeout(() => void this.run(key, pace), wait);
  }

  /** Runs what waits; before the program stops. */
  async settle(): Promise<void> {
    for (const [key, pace] of this.paces) if (pace.timer) await this.run(key, pace);
  }

  private async run(key: string, pace: Pace): Promise<void> {
    if (pace.timer) clearTimeout(pace.timer);
    pace.timer = null;
    pace.lastAt = performance.now();
    await this.flush(key).catch(this.onError);
  }
}

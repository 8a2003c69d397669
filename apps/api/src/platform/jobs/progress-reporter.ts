import type { JsonValue } from './job-definition.js';

const LEAST_MILLIS_BETWEEN = 250;

export interface Progress {
  readonly fraction: number | null;
  readonly details: JsonValue;
}

/** Passes on at most four reports a second, one at a time, always the newest. */
export class ProgressReporter<Report = Progress> {
  private newest: Report | null = null;
  private timer: NodeJS.Timeout | undefined;
  private sending: Promise<void> = Promise.resolve();
  private closed = false;

  constructor(private readonly send: (progress: Report) => Promise<void>) {}

  report(progress: Report): void {
    if (this.closed) return;
    this.newest = progress;
    this.timer ??= setTimeout(() => this.flush(), 0);
  }

  /** Waits for a report under way; later ones are dropped, because the ending says more. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.sending;
  }

  private flush(): void {
    const progress = this.newest;
    this.newest = null;
    // A report that cannot be stored is no reason to lose the work.
    this.sending = progress ? this.send(progress).catch(() => undefined) : Promise.resolve();
    void this.sending.then(() => {
      this.timer = this.closed ? undefined : setTimeout(() => this.again(), LEAST_MILLIS_BETWEEN);
    });
  }

  private again(): void {
    this.timer = undefined;
    if (this.newest && !this.closed) this.timer = setTimeout(() => this.flush(), 0);
  }
}

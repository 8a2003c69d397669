import type { OptimiseOptions } from '../optimise.js';

/** Work between two looks at the clock and the cancel token is far below the 50 ms promised: one tour is about 0.2 ms. */
const LOOK_EVERY = 16;

export type StopReason = 'iterations' | 'time' | 'cancel' | 'converged';

/** When to stop: cancelled, out of time, or (for the search alone) out of iterations. */
export class StopWatch {
  stoppedBy: StopReason | null = null;
  private readonly startedAt: number;
  private looks = 0;

  constructor(private readonly options: Pick<OptimiseOptions, 'nowMillis' | 'timeLimitSeconds' | 'isCancelled'>) {
    this.startedAt = options.nowMillis();
  }

  seconds(): number {
    return (this.options.nowMillis() - this.startedAt) / 1000;
  }

  /** To be asked about once a tour; reads the clock at every 16th call. */
  shouldStop(): boolean {
    if (this.stoppedBy) return true;
    if (this.looks++ % LOOK_EVERY !== 0) return false;
    return this.look();
  }

  /** Looks now. */
  look(): boolean {
    const { isCancelled, timeLimitSeconds } = this.options;
    if (this.stoppedBy) return true;
    if (isCancelled?.()) this.stoppedBy = 'cancel';
    else if (timeLimitSeconds !== undefined && this.seconds() >= timeLimitSeconds) this.stoppedBy = 'time';
    return this.stoppedBy !== null;
  }
}

import type { OptimiseOptions } from '../optimise.js';

/** A search step is up to six tours, about a millisecond: four of them stay far below the 50 ms promised. */
const LOOK_EVERY = 4;

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

  /** To be asked about once a tour or search step; reads the clock at every 4th call. */
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

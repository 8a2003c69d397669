import type { OptimiseOptions } from '../optimise.js';
import { ALONE, type ThreadTeam } from '../threads/thread-team.js';

/** A search step is up to six tours, about a millisecond: four of them stay far below the 50 ms promised. */
const LOOK_EVERY = 4;

export type StopReason = 'iterations' | 'time' | 'cancel' | 'converged';

/**
 * Thrown by {@link StopWatch.leaveIfCancelled} out of the loops that come before the first roster, where there is nothing
 * to keep: unwinding is all that is left to do. The engine's entry turns it into its typed answer.
 */
export class CancelledBeforeRoster extends Error {}

/** When to stop: cancelled, out of time, or (for the search alone) out of iterations. */
export class StopWatch {
  stoppedBy: StopReason | null = null;
  /** Of the time limit, what is left for work that comes after the stop. */
  reservedSeconds = 0;
  private readonly startedAt: number;
  private looks = 0;

  constructor(
    private readonly options: Pick<OptimiseOptions, 'nowMillis' | 'timeLimitSeconds' | 'isCancelled'>,
    private readonly team: ThreadTeam = ALONE,
  ) {
    this.startedAt = options.nowMillis();
  }

  seconds(): number {
    return (this.options.nowMillis() - this.startedAt) / 1000;
  }

  /**
   * {@link seconds} of the thread that answers, for decisions on which all threads of a run must agree; infinite when
   * stopped. Every thread must ask at the same places.
   */
  agreedSeconds(): number {
    const all = this.team.exchange(this.seconds(), () => this.look());
    return all ? all[0]! : Number.POSITIVE_INFINITY;
  }

  /** To be asked about once a tour or search step; reads the clock at every 4th call. */
  shouldStop(): boolean {
    if (this.stoppedBy) return true;
    if (this.looks++ % LOOK_EVERY !== 0) return false;
    return this.look();
  }

  /** For loops before the first roster, at most a few milliseconds apart: a time limit does not stop those, cancelling does. */
  leaveIfCancelled(): void {
    if (this.options.isCancelled?.()) throw new CancelledBeforeRoster('cancelled before the first roster');
  }

  /** Looks now. */
  look(): boolean {
    if (!this.stoppedBy) this.stoppedBy = this.interruption();
    return this.stoppedBy !== null;
  }

  /** Whether it is cancelled or out of time, whatever else has stopped it: for waits that a thread done with its share still makes. */
  isInterrupted(): boolean {
    return this.interruption() !== null;
  }

  private interruption(): 'cancel' | 'time' | null {
    const { isCancelled, timeLimitSeconds } = this.options;
    if (isCancelled?.()) return 'cancel';
    return timeLimitSeconds !== undefined && this.seconds() >= timeLimitSeconds - this.reservedSeconds ? 'time' : null;
  }
}

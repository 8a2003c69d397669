import type { JudgedRoster } from './judged-roster.js';
import type { OptimiseOptions } from './optimise.js';
import type { StopWatch } from './search/stop-watch.js';

const LEAST_SECONDS = 2;

/** Hands the caller the best roster so far whenever it is better than the last one handed over and time enough has passed. */
export class BestReporter {
  private toldAt = Number.NEGATIVE_INFINITY;
  private toldCost = Number.POSITIVE_INFINITY;

  constructor(
    private readonly watch: StopWatch,
    private readonly judged: JudgedRoster | null,
    private readonly options: Pick<OptimiseOptions, 'onBest' | 'bestEverySeconds'>,
  ) {}

  /** `cost` is of the roster as it was last judged. */
  tell(cost: number): void {
    const { onBest, bestEverySeconds = LEAST_SECONDS } = this.options;
    if (!onBest || !this.judged || cost >= this.toldCost) return;
    const seconds = this.watch.seconds();
    if (seconds - this.toldAt < bestEverySeconds) return;
    this.toldAt = seconds;
    this.toldCost = cost;
    onBest({ seconds, cost, roster: this.judged.roster() });
  }
}

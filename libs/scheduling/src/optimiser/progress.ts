import type { OptimiseOptions, OptimiseProgress } from './optimise.js';
import type { StopWatch } from './search/stop-watch.js';

const LEAST_SECONDS = 0.25;

/** Tells the caller how far the run is, at most four times a second. */
export class ProgressReporter {
  phase: OptimiseProgress['phase'] = 'prices';
  iterations = 0;
  bestCost: number | null = null;
  lowerBound: number | null = null;
  shortSlots = 0;
  private toldAt = Number.NEGATIVE_INFINITY;
  private asked = 0;

  constructor(
    private readonly watch: StopWatch,
    private readonly onProgress: OptimiseOptions['onProgress'],
    private readonly scale: { readonly requiredHours: number; readonly hourPrice: number },
  ) {}

  /** Tells when a quarter of a second has passed; looks at the clock at every 8th call unless `now`. */
  tell(now = false): void {
    if (!this.onProgress || (!now && this.asked++ % 8 !== 0)) return;
    const seconds = this.watch.seconds();
    if (seconds - this.toldAt < LEAST_SECONDS) return;
    this.toldAt = seconds;
    const { phase, iterations, bestCost, lowerBound, shortSlots } = this;
    const gapHours =
      bestCost === null || lowerBound === null ? null : Math.max(0, bestCost - lowerBound) / this.scale.hourPrice;
    this.onProgress({
      phase,
      seconds,
      iterations,
      bestCost,
      lowerBound,
      gapHours,
      requiredHours: this.scale.requiredHours,
      shortSlots,
    });
  }
}

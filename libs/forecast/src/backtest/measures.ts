import type { BandModel } from './conformal-bands.js';
import type { Run } from './method-runs.js';

/** How well a method did over the origins of a backtest; fractions, not percent. */
export interface BacktestRow {
  readonly methodId: string;
  readonly origins: number;
  /** Days compared, counted once for each origin that forecast them. */
  readonly targetDays: number;
  /** Sum of |actual - forecast| over intervals / sum of actual. */
  readonly wapeByInterval: number;
  /** The same over day totals. */
  readonly wapeByDay: number;
  /** (Sum of forecast - sum of actual) / sum of actual: above 0 is too high. */
  readonly bias: number;
  /** Mean absolute error over that of "the same as on the last same weekday" in the history before the first origin. */
  readonly mase: number;
  /** Share of intervals inside the 80, 90 and 95 % bands. */
  readonly coverage80: number;
  readonly coverage90: number;
  readonly coverage95: number;
  /** Mean pinball loss at 10, 50 and 90 %, in contacts per interval. */
  readonly pinball10: number;
  readonly pinball50: number;
  readonly pinball90: number;
  readonly fits: number;
  /** Mean seconds of a fit with its forecast, only when a clock was passed; for `auto` of a choice with all fits not made before. */
  readonly fitSeconds?: number;
}

/** Running sums from which a {@link BacktestRow} is made. */
export class ErrorSums {
  private intervals = 0;
  private targetDays = 0;
  private readonly sums = { absolute: 0, actual: 0, forecast: 0, absoluteByDay: 0 };
  private readonly inside = { in80: 0, in90: 0, in95: 0 };
  private readonly pinball = { p10: 0, p50: 0, p90: 0 };

  /** Adds one run; where a closed forecast meets contacts after all, the forecast counts as 0. */
  add(run: Run, bands: BandModel): void {
    for (const { forecast, actual, leadDays } of run.days) {
      if (!actual) continue;
      let dayForecast = 0;
      let dayActual = 0;
      actual.forEach((came, slot) => {
        if (Number.isNaN(came)) return;
        const said = forecast[slot]! || 0;
        dayForecast += said;
        dayActual += came;
        this.addInterval(said, came, (p) => bands.quantile(said, leadDays, p));
      });
      this.sums.absoluteByDay += Math.abs(dayActual - dayForecast);
      this.targetDays++;
    }
  }

  private addInterval(said: number, came: number, quantile: (p: Parameters<BandModel['quantile']>[2]) => number): void {
    this.intervals++;
    this.sums.absolute += Math.abs(came - said);
    this.sums.actual += came;
    this.sums.forecast += said;
    const p10 = quantile(0.1);
    const p90 = quantile(0.9);
    this.inside.in80 += Number(came >= p10 && came <= p90);
    this.inside.in90 += Number(came >= quantile(0.05) && came <= quantile(0.95));
    this.inside.in95 += Number(came >= quantile(0.025) && came <= quantile(0.975));
    this.pinball.p10 += pinballLoss(came, p10, 0.1);
    this.pinball.p50 += pinballLoss(came, quantile(0.5), 0.5);
    this.pinball.p90 += pinballLoss(came, p90, 0.9);
  }

  /** The measures of all runs added; NaN where nothing was compared. */
  measures(naiveError: number): Omit<BacktestRow, 'methodId' | 'origins' | 'fits' | 'fitSeconds'> {
    const { absolute, actual, forecast, absoluteByDay } = this.sums;
    const n = this.intervals;
    return {
      targetDays: this.targetDays,
      wapeByInterval: absolute / actual,
      wapeByDay: absoluteByDay / actual,
      bias: (forecast - actual) / actual,
      mase: absolute / n / naiveError,
      coverage80: this.inside.in80 / n,
      coverage90: this.inside.in90 / n,
      coverage95: this.inside.in95 / n,
      pinball10: this.pinball.p10 / n,
      pinball50: this.pinball.p50 / n,
      pinball90: this.pinball.p90 / n,
    };
  }
}

/** Pinball loss of a quantile forecast (Gneiting & Raftery 2007): p (y - q) above the quantile, (1 - p)(q - y) below. */
export function pinballLoss(actual: number, quantile: number, probability: number): number {
  return actual >= quantile ? probability * (actual - quantile) : (1 - probability) * (quantile - actual);
}

/** WAPE by interval of one run; NaN when it has nothing to compare. */
export function wapeOfRun(run: Run): number {
  let absolute = 0;
  let total = 0;
  for (const { forecast, actual } of run.days) {
    actual?.forEach((came, slot) => {
      if (Number.isNaN(came)) return;
      absolute += Math.abs(came - (forecast[slot]! || 0));
      total += came;
    });
  }
  return absolute / total;
}

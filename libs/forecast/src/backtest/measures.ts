import type { LocalDate } from '@yotei/time';
import { dayTotalOf, totalQuantile, type DayTotal, type TotalComponents } from '../distribution/day-errors.js';
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
  /** Share of day totals inside their own 80, 90 and 95 % bands. */
  readonly coverage80ByDay: number;
  readonly coverage90ByDay: number;
  readonly coverage95ByDay: number;
  /** Totals of whole weeks ahead that were compared; 0 for horizons under a week, and the coverage is then NaN. */
  readonly targetWeeks: number;
  readonly coverage80ByWeek: number;
  readonly coverage90ByWeek: number;
  readonly coverage95ByWeek: number;
  /** WAPE by interval over that of the mean of the last four same weekdays at the same origins; absent where that has others. */
  readonly ratioToMeanOfFour?: number;
  /** Mean seconds of a fit with its forecast, only when a clock was passed; for `auto` of a choice with all the fits it compares. */
  readonly fitSeconds?: number;
  /** WAPE by interval of each origin, oldest first; NaN where nothing came. */
  readonly byOrigin?: readonly { readonly originOn: LocalDate; readonly wapeByInterval: number }[];
}

interface Shares {
  readonly coverage80: number;
  readonly coverage90: number;
  readonly coverage95: number;
}

/** Counts how often what came lay inside the 80, 90 and 95 % bands. */
class Coverage {
  count = 0;
  private readonly inside = { in80: 0, in90: 0, in95: 0 };

  add(came: number, quantile: (p: number) => number): void {
    const within = (tail: number) => Number(came >= quantile(tail) && came <= quantile(1 - tail));
    this.count++;
    this.inside.in80 += within(0.1);
    this.inside.in90 += within(0.05);
    this.inside.in95 += within(0.025);
  }

  shares(): Shares {
    const { in80, in90, in95 } = this.inside;
    return { coverage80: in80 / this.count, coverage90: in90 / this.count, coverage95: in95 / this.count };
  }
}

function named<Suffix extends string>(suffix: Suffix, shares: Shares): Record<`${keyof Shares}${Suffix}`, number> {
  return Object.fromEntries(Object.entries(shares).map(([name, share]) => [`${name}${suffix}`, share])) as Record<
    `${keyof Shares}${Suffix}`,
    number
  >;
}

/** Running sums from which a {@link BacktestRow} is made. */
export class ErrorSums {
  private intervals = 0;
  private targetDays = 0;
  private readonly sums = { absolute: 0, actual: 0, forecast: 0, absoluteByDay: 0 };
  private readonly inside = new Coverage();
  private readonly insideByDay = new Coverage();
  private readonly insideByWeek = new Coverage();
  private readonly pinball = { p10: 0, p50: 0, p90: 0 };

  /** Adds one run; where a closed forecast meets contacts after all, the forecast counts as 0. */
  add(run: Run, bands: BandModel, totals: TotalComponents): void {
    this.addTotals(run, totals);
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

  /** Day totals, and totals of each whole week ahead with two days or more to compare. */
  private addTotals(run: Run, components: TotalComponents): void {
    const weeks = new Map<number, (DayTotal & { readonly came: number })[]>();
    for (const day of run.days) {
      if (!day.actual) continue;
      const total = dayTotalOf(day);
      this.insideByDay.add(total.came, (p) => totalQuantile(components, [total], p));
      const week = Math.floor((day.leadDays - run.days[0]!.leadDays) / 7);
      weeks.set(week, [...(weeks.get(week) ?? []), total]);
    }
    for (const [week, days] of weeks) {
      if (7 * (week + 1) > run.days.length || days.length < 2) continue;
      const came = days.reduce((sum, day) => sum + day.came, 0);
      this.insideByWeek.add(came, (p) => totalQuantile(components, days, p));
    }
  }

  private addInterval(said: number, came: number, quantile: (p: number) => number): void {
    this.intervals++;
    this.sums.absolute += Math.abs(came - said);
    this.sums.actual += came;
    this.sums.forecast += said;
    const p10 = quantile(0.1);
    const p90 = quantile(0.9);
    this.inside.add(came, quantile);
    this.pinball.p10 += pinballLoss(came, p10, 0.1);
    this.pinball.p50 += pinballLoss(came, quantile(0.5), 0.5);
    this.pinball.p90 += pinballLoss(came, p90, 0.9);
  }

  /** The measures of all runs added; NaN where nothing was compared. */
  measures(
    naiveError: number,
  ): Omit<BacktestRow, 'methodId' | 'origins' | 'fits' | 'fitSeconds' | 'ratioToMeanOfFour' | 'byOrigin'> {
    const { absolute, actual, forecast, absoluteByDay } = this.sums;
    const n = this.intervals;
    return {
      targetDays: this.targetDays,
      wapeByInterval: absolute / actual,
      wapeByDay: absoluteByDay / actual,
      bias: (forecast - actual) / actual,
      mase: absolute / n / naiveError,
      ...this.inside.shares(),
      pinball10: this.pinball.p10 / n,
      pinball50: this.pinball.p50 / n,
      pinball90: this.pinball.p90 / n,
      ...named('ByDay', this.insideByDay.shares()),
      targetWeeks: this.insideByWeek.count,
      ...named('ByWeek', this.insideByWeek.shares()),
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

import { daysBetween, epochDay, type LocalDate } from '@yotei/time';
import { valueAtScore } from '../backtest/conformal-bands.js';
import {
  correlationAt,
  rateDeviation,
  severalDaysScore,
  totalDeviation,
  totalQuantile,
  type DayTotal,
} from './day-errors.js';
import type { DistributionComponents } from './distribution-components.js';
import { symmetricAtScore } from './error-quantiles.js';
import { pairSum, spreadOf } from './learn-components.js';
import { NORMAL_P90, normalQuantile } from './normal.js';
import type { DistributionDay, MeanDay } from './distribution-day.js';
import { drawPaths } from './sample-paths.js';

/** Intervals of one day of the distribution, from one up to another, the latter left out; all of them when left out. */
export interface DayPart {
  readonly day: number;
  readonly from?: number;
  readonly until?: number;
}

interface PartSpread {
  readonly mean: number;
  /** Half the 80 % band below and above the mean. */
  readonly below: number;
  readonly above: number;
  /** The part of `below` and `above` together that all days have in common when their levels agree. */
  readonly common: number;
  readonly epochDay: number;
}

interface CorrelatedSpread {
  readonly half: number;
  readonly common: number;
  /** 0..2: the share of the band that lies below the mean, twice over. */
  readonly skew: number;
  /** Half the 80 % band of single intervals over that of normal ones of their deviation. */
  readonly bandOfOne: number;
}

/**
 * What may come instead of a forecast's means: quantiles at any probability of intervals, days, weeks and any other set
 * of intervals, and sample paths. Rebuilt from the means and the components at any time, always to the same answer.
 */
export class ForecastDistribution {
  readonly days: readonly DistributionDay[];
  private readonly wholeHalves = new Map<number, number>();

  /** `trainedUntilOn` is the last day of history the forecast knew: the days ahead are counted from it. */
  constructor(
    readonly components: DistributionComponents,
    forecast: { readonly days: readonly MeanDay[]; readonly trainedUntilOn: LocalDate },
  ) {
    this.days = forecast.days.map(({ on, contacts, leadDays }) => ({
      on,
      contacts,
      leadDays: leadDays ?? Math.max(1, daysBetween(forecast.trainedUntilOn, on)),
      total: sumOf(contacts, 0, contacts.length),
    }));
  }

  /** Contacts of one interval not exceeded with probability `p`, 0 < p < 1; NaN where it is closed. */
  intervalQuantile(day: number, index: number, p: number): number {
    const { contacts, leadDays } = this.days[day]!;
    return valueAtScore(this.components.intervals, { forecast: contacts[index]!, leadDays, z: normalQuantile(p) });
  }

  /** Contacts of a whole day not exceeded with probability `p`; 0 for a closed day. */
  dayQuantile(day: number, p: number): number {
    return this.totalQuantile([{ day }], p);
  }

  /** Contacts of all these parts of days together not exceeded with probability `p`; days must not stand there twice. */
  totalQuantile(parts: readonly DayPart[], p: number): number {
    const open = parts.filter(({ day, from, until }) => this.mean({ day, from, until }) > 0);
    if (open.length === 0) return 0;
    if (open.every((part) => this.isWhole(part)))
      return totalQuantile(
        this.components,
        open.map(({ day }) => this.totalOf(day)),
        p,
      );
    if (open.length === 1 && this.openIntervals(open[0]!).length === 1)
      return this.intervalQuantile(open[0]!.day, this.openIntervals(open[0]!)[0]!, p);
    const spreads = open.map((part) => this.spread(part));
    const mean = spreads.reduce((sum, part) => sum + part.mean, 0);
    const z = normalQuantile(p);
    // Of several days together the sum is near normal; within one it keeps the tails of day errors.
    const { dayQuantiles } = this.components;
    const score =
      open.length === 1
        ? symmetricAtScore(dayQuantiles, z) / symmetricAtScore(dayQuantiles, NORMAL_P90)
        : severalDaysScore(this.components.betweenDays, z) / NORMAL_P90;
    return Math.max(0, mean + score * this.half(spreads, z < 0 ? 'below' : 'above'));
  }

  /** Mean contacts of a part of a day. */
  mean({ day, from = 0, until }: DayPart): number {
    const { contacts } = this.days[day]!;
    return sumOf(contacts, from, until ?? contacts.length);
  }

  /**
   * Futures that could come, equally likely: each a value for every interval of every day (NaN where closed). The values
   * of one interval over the paths have the interval's quantiles; days and neighbours go together as past errors did.
   * The same seed gives the same paths; a longer list starts with the shorter one.
   */
  samplePaths(options: { readonly count: number; readonly seed: number }): Float64Array[][] {
    return drawPaths(this.components, this.days, options);
  }

  private totalOf(day: number): DayTotal {
    const { on, leadDays, total } = this.days[day]!;
    return { day: epochDay(on), leadDays, forecast: total };
  }

  private isWhole(part: DayPart): boolean {
    return this.mean(part) === this.days[part.day]!.total;
  }

  private openIntervals({ day, from = 0, until }: DayPart): number[] {
    const { contacts } = this.days[day]!;
    const found: number[] = [];
    for (let index = from; index < (until ?? contacts.length); index++) if (contacts[index]! > 0) found.push(index);
    return found;
  }

  /** Spread of a part of a day by the correlations within the day, brought to that of the whole day as it nears it. */
  private spread(part: DayPart): PartSpread {
    const { leadDays, total, on } = this.days[part.day]!;
    const whole = this.totalOf(part.day);
    const mean = this.mean(part);
    const deviation = totalDeviation(this.components.days, whole);
    if (this.isWhole(part)) {
      const scale = symmetricAtScore(this.components.dayQuantiles, NORMAL_P90);
      const half = scale * deviation;
      const common = scale * rateDeviation(this.components.days, whole);
      return { mean, below: half, above: half, common, epochDay: epochDay(on) };
    }
    const own = this.correlated(part, leadDays);
    const whole80 = this.wholeHalves.get(part.day) ?? this.correlated({ day: part.day }, leadDays).half;
    this.wholeHalves.set(part.day, whole80);
    const wanted = symmetricAtScore(this.components.dayQuantiles, NORMAL_P90) * deviation;
    // A single interval has its own band; a sum nears the day's as it nears the day.
    const share = mean / total;
    const fit = (wanted / Math.max(whole80, 1e-9)) ** share * own.bandOfOne ** (1 - share);
    const half = own.half * fit;
    return {
      mean,
      below: half * own.skew,
      above: half * (2 - own.skew),
      common: Math.min(half, own.common * fit),
      epochDay: epochDay(on),
    };
  }

  private correlated(part: DayPart, leadDays: number): CorrelatedSpread {
    const { withinDay, stepMinutes, intervals } = this.components;
    const { contacts } = this.days[part.day]!;
    let [squares, plain, below, above] = [0, 0, 0, 0];
    const withRates = this.openIntervals(part).map((index) => {
      const forecast = contacts[index]!;
      const { deviation, withRate } = spreadOf(intervals, forecast, leadDays);
      squares += deviation * deviation;
      plain += deviation;
      below += forecast - valueAtScore(intervals, { forecast, leadDays, z: -NORMAL_P90 });
      above += valueAtScore(intervals, { forecast, leadDays, z: NORMAL_P90 }) - forecast;
      return withRate;
    });
    // The shape of the day moves contacts within it: the larger the part, the less it feels of it.
    const shape = withinDay.neighbours * (1 - this.mean(part) / this.days[part.day]!.total);
    const near = pairSum(withRates, withinDay.decayPerHour ** (stepMinutes / 60));
    const deviation = Math.sqrt(squares + withinDay.common * pairSum(withRates, 1) + shape * near);
    const common = Math.sqrt(withinDay.common) * withRates.reduce((sum, value) => sum + value, 0);
    const skew = below + above > 0 ? Math.min(2, Math.max(0, (2 * below) / (below + above))) : 1;
    const bandOfOne = plain > 0 ? (below + above) / (2 * NORMAL_P90 * plain) : 1;
    return { half: NORMAL_P90 * deviation, common: NORMAL_P90 * common, skew, bandOfOne };
  }

  private half(spreads: readonly PartSpread[], side: 'below' | 'above'): number {
    let variance = 0;
    spreads.forEach((one, index) => {
      variance += one[side] ** 2;
      for (const other of spreads.slice(0, index))
        variance +=
          2 * one.common * other.common * correlationAt(this.components.betweenDays, one.epochDay - other.epochDay);
    });
    return Math.sqrt(variance);
  }
}

function sumOf(contacts: ArrayLike<number>, from: number, until: number): number {
  let sum = 0;
  for (let index = from; index < until; index++) sum += contacts[index]! || 0;
  return sum;
}

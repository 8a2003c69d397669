import { exponentialFamily, gammaFamily, lognormalFamily } from '../distributions/duration-families.js';
import { wholeSample } from '../distributions/duration-sample.js';
import { fitDistributions, type FittedDistribution } from '../distributions/fit-distribution.js';
import { DurationTally, equallyLikelyValues, quantileOf } from '../duration-tally.js';
import { notEnough, shareOf, type Estimate, type NotEnoughData } from '../estimate.js';
import { RatioByDay } from '../ratio-by-day.js';
import { TrendTally, type Trend } from './trend.js';

/** How long answered contacts take. */
export interface HandleTimeReport {
  readonly kind: 'handle-time';
  /** Of every answered contact with a known handle time that is not left out; short ones included, they are work. */
  readonly meanSeconds: Estimate;
  /** Standard deviation / mean of the same contacts. */
  readonly cv: number;
  readonly medianSeconds: number;
  readonly p90Seconds: number;
  readonly longestSeconds: number;
  /** Contacts of less than `shortSeconds`: hang-ups, wrong clicks, codes set late. */
  readonly shortFraction: Estimate;
  readonly shortSeconds: number;
  readonly zeroCount: number;
  readonly meanWithoutShortSeconds: number;
  /** Share of all handle time in the longest hundredth of the contacts. */
  readonly longestHundredthFraction: number;
  /** Answered contacts without a handle time. */
  readonly unknownCount: number;
  /** Left out because longer than `longestAllowedSeconds`. */
  readonly tooLongCount: number;
  readonly longestAllowedSeconds: number;
  /** Of the contacts that are not short, each family cut off there; best first. */
  readonly fits: readonly FittedDistribution[];
  /** Equally likely handle times with the mean above, for a simulator. */
  readonly values: readonly number[];
  readonly byHour: Trend;
  readonly byWeekday: Trend;
}

export interface HandleTimeLimits {
  readonly shortSeconds: number;
  readonly longestAllowedSeconds: number;
}

const LEAST_CONTACTS = 10;
const VALUE_PARTS = 200;

/** Gathers handle times of a log in bounded memory; see {@link HandleTimeReport}. */
export class HandleTimeTally {
  private readonly all = new DurationTally();
  private readonly byDay = new RatioByDay();
  private readonly hours = new TrendTally();
  private readonly weekdays = new TrendTally();
  private unknownCount = 0;
  private tooLongCount = 0;

  constructor(private readonly limits: HandleTimeLimits) {}

  add(at: { day: number; hour: number; weekday: number }, seconds: number | undefined): void {
    if (seconds === undefined) this.unknownCount += 1;
    else if (seconds > this.limits.longestAllowedSeconds) this.tooLongCount += 1;
    else {
      this.all.add(seconds);
      this.byDay.add(at.day, seconds, 1);
      this.hours.add(at.hour, seconds);
      this.weekdays.add(at.weekday, seconds);
    }
  }

  report(): HandleTimeReport | NotEnoughData {
    const { all, limits } = this;
    if (all.count < LEAST_CONTACTS) return notEnough('handled-contacts', all.count, LEAST_CONTACTS);
    const { mean, variance } = all;
    const tallied = all.tallied();
    const usual = all.tallied(limits.shortSeconds);
    const shortCount = all.count - usual.counts.reduce((a, b) => a + b, 0);
    const usualSum = usual.counts.reduce((sum, count, i) => sum + count * usual.values[i]!, 0);
    const cv = mean > 0 ? Math.sqrt(variance) / mean : 0;
    const hundredths = equallyLikelyValues(tallied, 100);
    return {
      kind: 'handle-time',
      meanSeconds: this.byDay.estimate(all.count, cv / Math.sqrt(all.count)),
      cv,
      medianSeconds: quantileOf(tallied, 0.5),
      p90Seconds: quantileOf(tallied, 0.9),
      longestSeconds: tallied.values[tallied.values.length - 1]!,
      shortFraction: shareOf(shortCount, all.count),
      shortSeconds: limits.shortSeconds,
      zeroCount: tallied.values[0] === 0 ? tallied.counts[0]! : 0,
      meanWithoutShortSeconds: usualSum / (all.count - shortCount),
      longestHundredthFraction: mean > 0 ? hundredths[99]! / 100 / mean : 0,
      unknownCount: this.unknownCount,
      tooLongCount: this.tooLongCount,
      longestAllowedSeconds: limits.longestAllowedSeconds,
      fits: fitDistributions(wholeSample(usual, limits.shortSeconds), [
        lognormalFamily,
        gammaFamily,
        exponentialFamily,
      ]),
      values: equallyLikelyValues(tallied, VALUE_PARTS),
      byHour: this.hours.report(mean, variance),
      byWeekday: this.weekdays.report(mean, variance),
    };
  }
}

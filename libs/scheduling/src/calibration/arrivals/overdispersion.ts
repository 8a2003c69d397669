import { weekdayOf, dateOfEpochDay } from '@yotei/time';
import { notEnough, studentT95, type Estimate, type NotEnoughData } from '../estimate.js';
import { rateSpreadOf, type DayCounts, type RateSpread } from './rate-spread.js';

/** How far the rate of arrivals strays from its weekday's and interval's mean, beyond the chance of single arrivals. */
export interface OverdispersionReport {
  readonly kind: 'overdispersion';
  readonly intervalMinutes: number;
  /** cv of an interval's rate between days of one weekday: what staffing against uncertain load takes. */
  readonly intervalRateCv: Estimate;
  /** cv of a whole day's rate. */
  readonly dayRateCv: Estimate;
  /** cv of the factor that a day's intervals share. */
  readonly dayFactorCv: Estimate;
  /** Correlation of the rates of two intervals of a day, 0..1: `dayFactorCv`² / `intervalRateCv`². */
  readonly correlationOverDay: number;
  /** Variance / mean of an interval's counts; 1 is Poisson. */
  readonly dispersion: number;
  /** Days with contacts that were used. */
  readonly dayCount: number;
  /** Left out: far from their weekday's median (holidays, outages, a log that starts or ends within the day). */
  readonly unusualDayCount: number;
  /** Left out: days on which the clock changes. */
  readonly clockChangeDayCount: number;
}

const MINUTES_A_DAY = 1440;
/** Degrees of freedom (days less weekdays) below which a spread says nothing. */
const LEAST_FREEDOM = 6;
const LEAST_DAYS = 14;
/** A day outside these multiples of its weekday's median is no sample of an ordinary day. */
const UNUSUAL_BELOW = 0.35;
const UNUSUAL_ABOVE = 2.5;
/** Days of a weekday below which its median is no yardstick. */
const LEAST_FOR_MEDIAN = 3;
const MOST_FOLDS = 60;

interface Day {
  readonly number: number;
  readonly counts: Float64Array;
}

/** Counts arrivals by local day and interval; see {@link OverdispersionReport}. Memory grows with days only. */
export class ArrivalTally {
  private readonly days = new Map<number, Float64Array>();
  private readonly clockChangeDays = new Set<number>();

  constructor(private readonly intervalMinutes: number) {}

  add(day: number, minuteOfDay: number): void {
    let counts = this.days.get(day);
    if (!counts) {
      counts = new Float64Array(Math.ceil(MINUTES_A_DAY / this.intervalMinutes));
      this.days.set(day, counts);
    }
    counts[Math.floor(minuteOfDay / this.intervalMinutes)]! += 1;
  }

  /** Marks a day whose wall clock jumps: its intervals are not those of other days. */
  markClockChange(day: number): void {
    this.clockChangeDays.add(day);
  }

  report(): OverdispersionReport | NotEnoughData {
    const plain = [...this.days]
      .filter(([day]) => !this.clockChangeDays.has(day))
      .sort(([a], [b]) => a - b)
      .map(([number, counts]) => ({ number, counts }));
    const usual = usualDays(plain);
    const weekdays = byWeekday(usual);
    const freedom = weekdays.reduce((sum, days) => sum + days.length - 1, 0);
    if (freedom < LEAST_FREEDOM) return notEnough('days', usual.length, LEAST_DAYS);
    const spread = rateSpreadOf(weekdays);
    const folds = jackknife(usual);
    const cv = (measure: (spread: RateSpread) => number): Estimate =>
      cvEstimate(measure(spread), folds.map(measure), usual.length);
    return {
      kind: 'overdispersion',
      intervalMinutes: this.intervalMinutes,
      intervalRateCv: cv(({ interval }) => interval),
      dayRateCv: cv(({ day }) => day),
      dayFactorCv: cv(({ dayFactor }) => dayFactor),
      correlationOverDay: spread.interval > 0 ? Math.min(1, Math.max(0, spread.dayFactor / spread.interval)) : 0,
      dispersion: spread.dispersion,
      dayCount: usual.length,
      unusualDayCount: plain.length - usual.length,
      clockChangeDayCount: [...this.days.keys()].filter((day) => this.clockChangeDays.has(day)).length,
    };
  }
}

const totalOf = ({ counts }: Day): number => counts.reduce((a, b) => a + b, 0);
const weekdayOfDay = ({ number }: Day): number => weekdayOf(dateOfEpochDay(number));

function usualDays(days: readonly Day[]): readonly Day[] {
  const medians = new Map<number, number>();
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const totals = days.filter((day) => weekdayOfDay(day) === weekday).map(totalOf);
    if (totals.length >= LEAST_FOR_MEDIAN)
      medians.set(weekday, totals.sort((a, b) => a - b)[Math.floor(totals.length / 2)]!);
  }
  return days.filter((day) => {
    const median = medians.get(weekdayOfDay(day));
    if (median === undefined) return true;
    const total = totalOf(day);
    return total >= UNUSUAL_BELOW * median && total <= UNUSUAL_ABOVE * median;
  });
}

function byWeekday(days: readonly Day[]): readonly DayCounts[] {
  const groups = new Map<number, Float64Array[]>();
  for (const day of days) {
    const weekday = weekdayOfDay(day);
    const group = groups.get(weekday);
    if (group) group.push(day.counts);
    else groups.set(weekday, [day.counts]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** The spread with a part of the days left out at a time, neighbours in different parts. */
function jackknife(days: readonly Day[]): readonly RateSpread[] {
  const folds = Math.min(MOST_FOLDS, days.length);
  return Array.from({ length: folds }, (_, fold) =>
    rateSpreadOf(byWeekday(days.filter((_day, i) => i % folds !== fold))),
  );
}

/** Interval by the jackknife (Tukey 1958) of the squared cv, which is near normal; its root is the cv. */
function cvEstimate(squared: number, folds: readonly number[], sampleSize: number): Estimate {
  const count = folds.length;
  const mean = folds.reduce((a, b) => a + b, 0) / count;
  const variance = (folds.reduce((sum, value) => sum + (value - mean) ** 2, 0) * (count - 1)) / count;
  const half = studentT95(Math.max(4, count - 1)) * Math.sqrt(variance);
  const root = (value: number): number => Math.sqrt(Math.max(0, value));
  return {
    kind: 'estimate',
    value: root(squared),
    low: root(squared - half),
    high: root(squared + half),
    sampleSize,
  };
}

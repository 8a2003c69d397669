import type { Run } from '../backtest/method-runs.js';
import { defaultOriginCount, defaultStepDays } from '../backtest/origins.js';
import type { DayTable } from '../series/day-table.js';
import { quantileOfSorted } from './error-quantiles.js';

/** What a queue's whole past says of errors seen at a few past origins. */
export interface ErrorPast {
  /** Days of history that a forecast from that origin stood on; the same at each for a method that looks no further back. */
  historyAt(originDay: number): number;
  /**
   * What the variance of errors so many days ahead is to be multiplied with: how far errors outgrew what a few origins
   * before them had shown, in this very past.
   */
  growthOf(leads: { readonly from: number; readonly until: number }): number;
}

/** Part of an error that more history takes away, as days of it. */
const LEARNING_DAYS = 50;
const LEAST_DAYS = 7;
/** No growth weighs like so many stretches as long as the horizon. */
const PRIOR_STRETCHES = 8;
const GROWTH_LIMITS = { least: 0.6, most: 4 };
/** Where errors outside are set against errors inside; their shares of the days. */
const COMPARED_AT = [0.8, 0.9] as const;
const LEAST_ERRORS = 10;
/** A day that missed by more is an outage or a holiday, and counts as that much. */
const ERROR_LIMITS = { least: -1, most: 1.5 };
const MEAN_OF_WEEKS = 4;
const REACH_WEEKS = 6;
const HISTORY_BEFORE = 28;

/**
 * The targets of past runs before `beforeDay`, errors brought to the history there is now: a forecast from n days of
 * history has the error variance 1 + {@link LEARNING_DAYS} / n, as that of fitted means.
 */
export function knownErrors(runs: readonly Run[], beforeDay: number, past?: ErrorPast): readonly Run[] {
  return runs.map((run) => {
    const factor = past ? Math.sqrt(learningVariance(beforeDay, past) / learningVariance(run.originDay, past)) : 1;
    const days = run.days.filter(({ day, actual }) => day < beforeDay && actual !== null);
    if (factor === 1) return { ...run, days };
    return {
      ...run,
      days: days.map((day) => ({
        ...day,
        actual: day.actual!.map((came, slot) => {
          const said = day.forecast[slot]!;
          return Number.isNaN(said) ? came : said + (came - said) * factor;
        }),
      })),
    };
  });
}

function learningVariance(originDay: number, past: ErrorPast): number {
  return 1 + LEARNING_DAYS / Math.max(LEAST_DAYS, past.historyAt(originDay));
}

export interface PastPlan {
  /** Nothing from this day on is looked at. */
  readonly beforeDay: number;
  readonly horizonDays: number;
  readonly gapDays: number;
}

/**
 * The past of a queue's day totals as {@link ErrorPast}. The mean of four same weekdays, which costs next to nothing, is
 * tried at every origin there was: its errors over the root mean square of those at the origins before, the same
 * origins in number and distance as the real bands have. Where eight origins usually show too little of what comes
 * (few independent stretches, a level that is calm and then moves), the ratio is above one.
 */
export function errorPast(table: DayTable, plan: PastPlan): ErrorPast {
  const trial = new PlannerTrial(table, plan);
  const known = new Map<string, number>();
  return {
    historyAt: (originDay) => originDay - trial.firstDay,
    growthOf: (leads) => {
      const key = `${leads.from} ${leads.until}`;
      const growth = known.get(key) ?? trial.growthOf(leads);
      known.set(key, growth);
      return growth;
    },
  };
}

class PlannerTrial {
  readonly firstDay: number;
  private readonly totals: ReadonlyMap<number, number>;
  private readonly reachDays: number;
  private readonly errorsFrom = new Map<number, readonly number[]>();

  constructor(
    table: DayTable,
    private readonly plan: PastPlan,
  ) {
    const before = table.days.filter(({ day }) => day < plan.beforeDay);
    this.firstDay = before[0]?.day ?? plan.beforeDay;
    this.totals = new Map(before.map(({ day, sum }) => [day, sum]));
    this.reachDays = plan.gapDays + plan.horizonDays;
  }

  growthOf({ from, until }: { readonly from: number; readonly until: number }): number {
    const step = defaultStepDays(this.plan.horizonDays);
    const lastLead = Math.min(until, this.reachDays);
    const [inside, outside]: [number[], number[]] = [[], []];
    let stretches = 0;
    const firstOrigin = this.firstDay + HISTORY_BEFORE + this.reachDays + 2 * step;
    for (let origin = this.plan.beforeDay - this.reachDays; origin >= firstOrigin; origin -= step) {
      const shown = this.shownBefore(origin, from, lastLead);
      const scale = Math.sqrt(shown.reduce((sum, error) => sum + error * error, 0) / shown.length);
      if (shown.length < LEAST_ERRORS / 2 || !(scale > 0)) continue;
      const came = this.errorsOf(origin, from, lastLead);
      for (const error of shown) inside.push(Math.abs(error) / scale);
      for (const error of came) outside.push(Math.abs(error) / scale);
      if (came.length > 0) stretches += step / Math.max(7, lastLead);
    }
    if (outside.length < LEAST_ERRORS) return 1;
    const seen = Math.min(GROWTH_LIMITS.most, Math.max(GROWTH_LIMITS.least, varianceRatio(outside, inside)));
    return (stretches * seen + PRIOR_STRETCHES) / (stretches + PRIOR_STRETCHES);
  }

  /** Errors at the origins whose horizons end before an origin, as many as bands are learned from. */
  private shownBefore(origin: number, from: number, until: number): number[] {
    const { horizonDays } = this.plan;
    const found: number[] = [];
    for (let k = 0; k < defaultOriginCount(horizonDays); k++) {
      const earlier = origin - this.reachDays - k * defaultStepDays(horizonDays);
      if (earlier < this.firstDay + HISTORY_BEFORE) break;
      found.push(...this.errorsOf(earlier, from, until));
    }
    return found;
  }

  private errorsOf(origin: number, from: number, until: number): number[] {
    let errors = this.errorsFrom.get(origin);
    if (!errors) {
      errors = Array.from({ length: this.reachDays }, (_, ahead) => this.relativeError(origin, origin + ahead));
      this.errorsFrom.set(origin, errors);
    }
    return errors.slice(from - 1, until).filter((error) => !Number.isNaN(error));
  }

  private relativeError(origin: number, day: number): number {
    const came = this.totals.get(day);
    const said = this.plannerMean(origin, day);
    if (came === undefined || !(said > 0)) return Number.NaN;
    return Math.min(ERROR_LIMITS.most, Math.max(ERROR_LIMITS.least, (came - said) / said));
  }

  private plannerMean(origin: number, day: number): number {
    const found: number[] = [];
    const latest = day - 7 * Math.ceil((day - origin + 1) / 7);
    for (let week = 0; week < REACH_WEEKS && found.length < MEAN_OF_WEEKS; week++) {
      const total = this.totals.get(latest - 7 * week);
      if (total !== undefined) found.push(total);
    }
    return found.length < MEAN_OF_WEEKS - 1 ? Number.NaN : found.reduce((sum, total) => sum + total, 0) / found.length;
  }
}

function varianceRatio(outside: readonly number[], inside: readonly number[]): number {
  const [out, within] = [Float64Array.from(outside).sort(), Float64Array.from(inside).sort()];
  const ratios = COMPARED_AT.map((p) => (quantileOfSorted(out, p) / quantileOfSorted(within, p)) ** 2);
  return ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
}

import type { DayScore, Errors, MeasureScore } from './day-score.js';

/** Days of which less is scored are still arriving: their intervals count, their day total and drift do not. */
export const WHOLE_DAY_FRACTION = 0.9;

/** A forecast's error in words a planner uses; fractions, not percent. */
export interface ErrorMeasures {
  /** Sum over intervals of |forecast - actual| / sum of actual; NaN when nothing came. */
  readonly wapeByInterval: number;
  /** The same over day totals, of days that arrived whole; NaN without one. */
  readonly wapeByDay: number;
  /** (Sum of forecast - sum of actual) / sum of actual: above 0 is too high. */
  readonly bias: number;
  /** What the fractions are made of, so that a screen can show its arithmetic. */
  readonly sums: ErrorTotals;
}

/** Contacts, or handle seconds. */
export interface ErrorTotals {
  readonly actual: number;
  readonly absolute: number;
  readonly signed: number;
  /** Of whole days alone. */
  readonly actualOfWholeDays: number;
  readonly absoluteByDay: number;
}

/** A simple forecast's error over the days it could be made for, and what the plan was better by, in fractions of actual. */
export interface ValueAdded extends ErrorMeasures {
  readonly addedByInterval: number;
  readonly addedByDay: number;
  readonly days: number;
}

/** What one edit gave (above 0) or took, in fractions of what came in the days it touched and in the sum of errors. */
export interface LayerValue {
  readonly id: string;
  readonly days: number;
  readonly addedByInterval: number;
  /** Less absolute error by interval, in contacts or handle seconds; adds up over layers to that of all edits. */
  readonly lessError: number;
}

export interface MeasureAccuracy extends ErrorMeasures {
  readonly unedited: ErrorMeasures;
  /** What all edits together gave (above 0) or took: error without them less error with them. */
  readonly editsAddedByInterval: number;
  readonly editsAddedByDay: number;
  readonly layers: readonly LayerValue[];
}

/** How plans did over some days, of one queue or several. */
export interface Accuracy {
  readonly days: number;
  /** Days of which part has arrived; see {@link WHOLE_DAY_FRACTION}. */
  readonly partialDays: number;
  readonly scoredIntervals: number;
  readonly contacts: MeasureAccuracy;
  /** Weighted by the contacts that came; null where no day knows handle times. */
  readonly handle: MeasureAccuracy | null;
  /** Against "the same as on the last same weekday" and the mean of the last four; null when no day had the history. */
  readonly naive: ValueAdded | null;
  readonly plannerMean: ValueAdded | null;
  /** Mean absolute error over that of the seasonal naive within the history known; NaN when no day knows it. */
  readonly mase: number;
  /** Share of intervals inside the 80 and 90 % bands, NaN without bands. */
  readonly coverage80: number;
  readonly coverage90: number;
  /** Mean pinball loss in contacts per interval; at 50 % of the forecast without edits, which is half its absolute error. */
  readonly pinball10: number;
  readonly pinball50: number;
  readonly pinball90: number;
}

/** Adds days up. Null without any. */
export function accuracyOf(days: readonly DayScore[]): Accuracy | null {
  if (days.length === 0) return null;
  const whole = days.filter(isWhole);
  const handled = days.filter(({ handle }) => handle !== null);
  return {
    days: days.length,
    partialDays: days.length - whole.length,
    scoredIntervals: sum(days, ({ scoredIntervals }) => scoredIntervals),
    contacts: measureAccuracy(days, ({ contacts }) => contacts),
    handle: handled.length > 0 ? measureAccuracy(handled, ({ handle }) => handle!) : null,
    naive: valueAdded(days, ({ contacts }) => contacts.naive),
    plannerMean: valueAdded(days, ({ contacts }) => contacts.plannerMean),
    mase: maseOf(days),
    ...bandMeasures(days),
  };
}

/** Whether so much of the day has arrived that its total says something. */
export function isWhole({ scoredFraction }: DayScore): boolean {
  return scoredFraction >= WHOLE_DAY_FRACTION;
}

function sum(days: readonly DayScore[], of: (day: DayScore) => number): number {
  return days.reduce((total, day) => total + of(day), 0);
}

function errorMeasures(
  days: readonly DayScore[],
  actualOf: (day: DayScore) => number,
  errorsOf: (day: DayScore) => Errors,
): ErrorMeasures {
  const whole = days.filter(isWhole);
  const sums: ErrorTotals = {
    actual: sum(days, actualOf),
    absolute: sum(days, (day) => errorsOf(day).absolute),
    signed: sum(days, (day) => errorsOf(day).signed),
    actualOfWholeDays: sum(whole, actualOf),
    absoluteByDay: sum(whole, (day) => Math.abs(errorsOf(day).signed)),
  };
  return {
    wapeByInterval: sums.absolute / sums.actual,
    wapeByDay: sums.absoluteByDay / sums.actualOfWholeDays,
    bias: sums.signed / sums.actual,
    sums,
  };
}

function measureAccuracy(days: readonly DayScore[], of: (day: DayScore) => MeasureScore): MeasureAccuracy {
  const actualOf = (day: DayScore) => of(day).actual;
  const plan = errorMeasures(days, actualOf, (day) => of(day).plan);
  const unedited = errorMeasures(days, actualOf, (day) => of(day).base);
  return {
    ...plan,
    unedited,
    editsAddedByInterval: unedited.wapeByInterval - plan.wapeByInterval,
    editsAddedByDay: unedited.wapeByDay - plan.wapeByDay,
    layers: layerValues(days.map(of)),
  };
}

/** Each edit against the plan without it and those after it, so that the layers add up to what all edits did. */
function layerValues(scores: readonly MeasureScore[]): LayerValue[] {
  const values = new Map<string, { days: number; lessError: number; actual: number }>();
  for (const { actual, base, layers } of scores) {
    layers.forEach(({ id, errors }, i) => {
      const before = i === 0 ? base : layers[i - 1]!.errors;
      const value = values.get(id) ?? { days: 0, lessError: 0, actual: 0 };
      if (errors.absolute === before.absolute && errors.signed === before.signed) return;
      values.set(id, {
        days: value.days + 1,
        lessError: value.lessError + before.absolute - errors.absolute,
        actual: value.actual + actual,
      });
    });
  }
  return [...values].map(([id, { days, lessError, actual }]) => ({
    id,
    days,
    lessError,
    addedByInterval: lessError / actual,
  }));
}

function valueAdded(days: readonly DayScore[], of: (day: DayScore) => Errors | null): ValueAdded | null {
  const compared = days.filter((day) => of(day) !== null);
  if (compared.length === 0) return null;
  const actualOf = (day: DayScore) => day.contacts.actual;
  const simple = errorMeasures(compared, actualOf, (day) => of(day)!);
  const plan = errorMeasures(compared, actualOf, (day) => day.contacts.plan);
  return {
    ...simple,
    days: compared.length,
    addedByInterval: simple.wapeByInterval - plan.wapeByInterval,
    addedByDay: simple.wapeByDay - plan.wapeByDay,
  };
}

function maseOf(days: readonly DayScore[]): number {
  const scaled = days.filter(({ naiveScale }) => naiveScale !== null && naiveScale > 0);
  const error = sum(scaled, ({ contacts }) => contacts.plan.absolute);
  return error / sum(scaled, ({ scoredIntervals, naiveScale }) => scoredIntervals * naiveScale!);
}

function bandMeasures(
  days: readonly DayScore[],
): Pick<Accuracy, 'coverage80' | 'coverage90' | 'pinball10' | 'pinball50' | 'pinball90'> {
  const banded = days.filter(({ bands }) => bands !== null);
  const intervals = sum(banded, ({ bands }) => bands!.intervals);
  const scored = sum(days, ({ scoredIntervals }) => scoredIntervals);
  return {
    coverage80: sum(banded, ({ bands }) => bands!.inside80) / intervals,
    coverage90: sum(banded, ({ bands }) => bands!.inside90) / intervals,
    pinball10: sum(banded, ({ bands }) => bands!.pinball10) / intervals,
    pinball50: (0.5 * sum(days, ({ contacts }) => contacts.base.absolute)) / scored,
    pinball90: sum(banded, ({ bands }) => bands!.pinball90) / intervals,
  };
}

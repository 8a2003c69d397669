import type { HorizonDay, TrainingDay, TrainingView } from '../series/training-view.js';
import { LEVEL_DRIFT, shortLevel } from './short-level.js';
import { kinOfWeekdays } from './weekday-kin.js';
import { weekdayShape, type SlotShares } from './short-shape.js';
import type { TypedCurve } from './typed-curve.js';

/** Variance over mean of an interval's counts that is assumed, and the intervals of evidence behind it. */
const USUAL_NOISE = 2.5;
const NOISE_EVIDENCE = 30;
/** Sightings of a weekday after which its own hours are believed instead of the typed ones. */
const SIGHTINGS_OF_HOURS = 2;

/** One day ahead: means by slot (0 where closed) and their whole variance, the count's own included. */
export interface ShortDay {
  readonly day: number;
  readonly open: Uint8Array;
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  /** Variance of the day's total. */
  readonly totalVariance: number;
}

export interface ShortFit {
  forecast(horizon: readonly HorizonDay[]): ShortDay[];
  /** Share of the typed curve in the level, 0..1. */
  readonly curveWeight: number;
  /** Relative standard deviation of the level a week ahead. */
  readonly levelSpread: number;
  /** Weekdays (1..7) never seen nor typed, taken to be like the weekdays that were. */
  readonly borrowedWeekdays: readonly number[];
}

/**
 * A forecast from a typed curve, a few days, or both: level and weekdays by {@link shortLevel}, shape by
 * {@link weekdayShape}. Null when there is neither a day nor a curve. Works from the first day on; what was typed fades as
 * fast as the days' own evidence grows. With `hoursGiven` the view's opening hours are the planner's and stand.
 */
export function fitShort(
  view: TrainingView,
  curve: TypedCurve | null,
  { hoursGiven = false }: { readonly hoursGiven?: boolean } = {},
): ShortFit | null {
  const { days, slotCount, originDay } = view;
  if (days.length === 0 && !curve) return null;
  const hours = hoursGiven ? { open: view.openByWeekday, borrowed: [] } : hoursOf(view, curve);
  const kinOf = kinOfWeekdays(days, hours.borrowed);
  const expected = curve ? typedTotals(curve) : pooledTotals(days, kinOf);
  const noise = noiseOf(days, kinOf);
  const level = shortLevel({ days, originDay, expected, levelSpread: curve?.levelSpread ?? null, noise });
  const shapes = hours.open.map((open, weekday) =>
    weekdayShape({
      own: days.filter((day) => day.weekday === weekday),
      kin: kinOf(weekday),
      open,
      typed: curve?.weekdays[weekday - 1] ?? null,
      noise,
    }),
  );
  const lastDay = days.at(-1)?.day ?? originDay - 1;
  return {
    curveWeight: level.curveWeight,
    levelSpread: Math.sqrt(least(level.variance) + 7 * LEVEL_DRIFT ** 2),
    borrowedWeekdays: hours.borrowed,
    forecast: (horizon) =>
      horizon.map(({ day, weekday, open, eventFactor = 1 }) =>
        shortDay({
          day,
          open: hoursGiven ? open : view.calendar.closes(day) ? new Uint8Array(slotCount) : hours.open[weekday]!,
          shape: shapes[weekday]!,
          total: level.contacts[weekday]! * eventFactor,
          rate: level.variance[weekday]! + level.dayVariance + LEVEL_DRIFT ** 2 * Math.max(1, day - lastDay),
          noise,
        }),
      ),
  };
}

const isWeekend = (weekday: number): boolean => weekday >= 6;
const least = (values: Float64Array): number => Math.min(...values.subarray(1));

interface Hours {
  /** Open slots by weekday (index 1..7). */
  readonly open: readonly Uint8Array[];
  readonly borrowed: readonly number[];
}

/**
 * Hours by weekday: as seen where the weekday was seen twice, else as seen or typed. Without a curve a weekday that has
 * not come round yet is taken to be like those of its kind, and is named.
 */
function hoursOf({ days, openByWeekday, slotCount, originDay }: TrainingView, curve: TypedCurve | null): Hours {
  const firstDay = days[0]?.day ?? originDay;
  const borrowed: number[] = [];
  const open = openByWeekday.map((seen, weekday) => {
    if (weekday === 0) return new Uint8Array(slotCount);
    const sightings = days.filter((day) => day.weekday === weekday).length;
    if (sightings >= SIGHTINGS_OF_HOURS) return seen;
    if (curve) return seen.map((is, slot) => (is || curve.weekdays[weekday - 1]![slot]! >= 0 ? 1 : 0));
    // A weekday that has passed without contacts is closed.
    if (sightings > 0 || originDay - firstDay >= 7 || isWeekend(weekday)) return seen;
    borrowed.push(weekday);
    return seen.map((_, slot) =>
      openByWeekday.some((other, like) => like > 0 && !isWeekend(like) && other[slot]) ? 1 : 0,
    );
  });
  return { open, borrowed };
}

function typedTotals({ weekdays }: TypedCurve): Float64Array {
  return Float64Array.from({ length: 8 }, (_, weekday) =>
    weekday === 0 ? 0 : weekdays[weekday - 1]!.reduce((sum, value) => sum + (value || 0), 0),
  );
}

/** Without a curve, a weekday is expected to bring what the days of its kind brought on average. */
function pooledTotals(days: readonly TrainingDay[], kinOf: (weekday: number) => readonly TrainingDay[]): Float64Array {
  const mean = days.reduce((sum, { total }) => sum + total, 0) / Math.max(1, days.length);
  return Float64Array.from({ length: 8 }, (_, weekday) => {
    const kin = kinOf(weekday);
    return weekday === 0
      ? 0
      : Math.max(0.1, kin.length > 0 ? kin.reduce((sum, { total }) => sum + total, 0) / kin.length : mean);
  });
}

/** Variance over mean about each day's own total and the shape of the weekdays like it, drawn to the usual one. */
function noiseOf(days: readonly TrainingDay[], kinOf: (weekday: number) => readonly TrainingDay[]): number {
  const shapes = Array.from({ length: 8 }, (_, weekday) => {
    const kin = kinOf(weekday);
    const all = kin.reduce((sum, { total }) => sum + total, 0);
    return {
      days: kin.length,
      share: (slot: number) => kin.reduce((sum, { filled }) => sum + filled[slot]!, 0) / Math.max(all, 1e-9),
    };
  });
  let squares = NOISE_EVIDENCE * USUAL_NOISE;
  let freedom = NOISE_EVIDENCE;
  for (const { values, total, weekday } of days) {
    const shape = shapes[weekday]!;
    if (shape.days < 2) continue;
    for (let slot = 0; slot < values.length; slot++) {
      const expected = shape.share(slot) * total;
      if (Number.isNaN(values[slot]!) || expected < 0.5) continue;
      squares += (values[slot]! - expected) ** 2 / expected;
      freedom += 1 - 1 / shape.days;
    }
  }
  return Math.max(1, squares / freedom);
}

interface DayInput {
  readonly day: number;
  readonly open: Uint8Array;
  readonly shape: SlotShares;
  readonly total: number;
  /** Relative variance of the day's rate. */
  readonly rate: number;
  readonly noise: number;
}

function shortDay({ day, open, shape, total, rate, noise }: DayInput): ShortDay {
  const mean = shape.shares.map((share, slot) => (open[slot] ? share * total : 0));
  const variance = mean.map((value, slot) => noise * value + value * value * (rate + shape.variance[slot]!));
  const sum = mean.reduce((all, value) => all + value, 0);
  return { day, open, mean, variance, totalVariance: noise * sum + sum * sum * rate };
}

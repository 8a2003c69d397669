import {
  MINUTE_MILLIS,
  intervalStart,
  localDateOf,
  localMinuteOfDay,
  weekdayOf,
  type Series,
  type ZoneId,
} from '@yotei/time';
import type { QueueHistory } from '../queue-history.js';
import { bySlot, slotsOfDay } from './day-table.js';

/** A series in finer intervals than it was counted in. Its values are estimates: say so wherever they are shown. */
export interface SplitSeries {
  readonly series: Series;
  readonly isEstimated: true;
  /** Coarse intervals split by the learned day shape, and those split evenly because nothing is known of theirs. */
  readonly byShape: number;
  readonly evenly: number;
}

/** Days of the weekday that must be known in fine intervals before their shape is used; else all days' shape is. */
const LEAST_ALIKE = 3;

/**
 * Counts of long intervals divided into shorter ones by the day shape of a history that has them: each long interval's
 * count goes to its parts in proportion to the mean count there on that weekday (all days where there are fewer than
 * three such), evenly where nothing is known. Sums are kept exactly; missing stays missing. It is never done unasked.
 * Refuses a step that does not divide the series' own, and a history of another step or zone.
 */
export function splitToFiner(series: Series, stepMinutes: number, shape: QueueHistory): SplitSeries {
  const { grid, values } = series;
  const parts = grid.stepMinutes / stepMinutes;
  if (!Number.isInteger(parts))
    throw new RangeError(
      `stepMinutes (${stepMinutes}) must divide the series' ${grid.stepMinutes}; use for example 15`,
    );
  if (shape.stepMinutes !== stepMinutes)
    throw new RangeError(
      `shape must have intervals of ${stepMinutes} minutes, not ${shape.stepMinutes}; regrid it first`,
    );
  const means = meanDays(shape);
  const fine = { startAt: grid.startAt, stepMinutes, count: grid.count * parts };
  const split = new Float64Array(fine.count);
  let byShape = 0;
  let evenly = 0;
  values.forEach((value, index) => {
    const at = Array.from({ length: parts }, (_, part) => intervalStart(fine, index * parts + part));
    const weights = at.map((instant) => means(instant));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const known = sum > 0 && weights.every((weight) => !Number.isNaN(weight));
    if (!Number.isNaN(value)) {
      if (known) byShape++;
      else evenly++;
    }
    at.forEach((_, part) => (split[index * parts + part] = known ? (value * weights[part]!) / sum : value / parts));
  });
  return { series: { grid: fine, values: split }, isEstimated: true, byShape, evenly };
}

/** Mean count of the interval that starts at an instant, by weekday and wall clock; NaN where none is known. */
function meanDays({ zone, stepMinutes, days }: QueueHistory): (at: number) => number {
  const slotCount = 1440 / stepMinutes;
  const sums = Array.from({ length: 8 }, () => new Float64Array(slotCount));
  const seen = Array.from({ length: 8 }, () => new Uint32Array(slotCount));
  for (const { on, contacts } of days) {
    const weekday = weekdayOf(on);
    bySlot(contacts, slotsOfDay(on, zone, stepMinutes), slotCount).forEach((value, slot) => {
      if (Number.isNaN(value)) return;
      for (const row of [0, weekday]) {
        sums[row]![slot]! += value;
        seen[row]![slot]! += 1;
      }
    });
  }
  return (at) => {
    const slot = Math.floor(localMinuteOfDay(at, zone) / stepMinutes);
    const weekday = weekdayOf(localDateOf(at, zone));
    const row = seen[weekday]![slot]! >= LEAST_ALIKE ? weekday : 0;
    return seen[row]![slot]! > 0 ? sums[row]![slot]! / seen[row]![slot]! : Number.NaN;
  };
}

/** Contacts of one local day; `isWhole` false = some interval between its first and last value is missing. */
export interface DayCount {
  readonly on: string;
  readonly contacts: number;
  readonly isWhole: boolean;
}

/**
 * A series summed to local days of 23, 24 or 25 hours. A day without any value is absent, not zero; one with a gap between
 * its first and last value tells it, since its sum is too small.
 */
export function dayCounts(series: Series, zone: ZoneId): DayCount[] {
  const { grid, values } = series;
  const days = new Map<string, { contacts: number; last: number; isWhole: boolean }>();
  values.forEach((value, index) => {
    if (Number.isNaN(value)) return;
    const on = localDateOf(grid.startAt + index * grid.stepMinutes * MINUTE_MILLIS, zone);
    const day = days.get(on);
    if (!day) days.set(on, { contacts: value, last: index, isWhole: true });
    else {
      day.contacts += value;
      day.isWhole &&= index === day.last + 1;
      day.last = index;
    }
  });
  return [...days].map(([on, { contacts, isWhole }]) => ({ on, contacts, isWhole }));
}

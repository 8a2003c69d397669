import { DAY_MILLIS } from '@yotei/time';
import type { HorizonDay, TrainingView } from '../series/training-view.js';
import { onceAView } from './once-a-view.js';

export const MONTH_DAYS = 31;

/** How much a day of the month shares with each of its neighbours. */
const NEIGHBOUR = 0.5;

/** A day's calendar features followed by its days of the month: the columns of a regression. */
export function calendarColumns(
  { day, features }: Pick<HorizonDay, 'day' | 'features'>,
  calendar: TrainingView['calendar'],
): Float64Array {
  const columns = new Float64Array(features.length + MONTH_DAYS);
  columns.set(features);
  addMonthDays(columns.subarray(features.length), day, calendar);
  return columns;
}

/** {@link calendarColumns} of each day of the history. */
export const calendarRows = onceAView((view): readonly Float64Array[] =>
  view.days.map((day) => calendarColumns(day, view.calendar)),
);

/**
 * Pay days and billing cycles that nobody has named: a column for each day of the month. What falls on days that are
 * always closed comes on the next open one, so a Monday has Saturday's and Sunday's columns too. Neighbours share half.
 */
function addMonthDays(columns: Float64Array, day: number, calendar: TrainingView['calendar']): void {
  for (let on = day; on > day - 7 && (on === day || !calendar.opens(on)); on--) {
    const at = new Date(on * DAY_MILLIS).getUTCDate() - 1;
    columns[at]! += 1;
    columns[(at + 1) % MONTH_DAYS]! += NEIGHBOUR;
    columns[(at + MONTH_DAYS - 1) % MONTH_DAYS]! += NEIGHBOUR;
  }
}

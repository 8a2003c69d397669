import { addDays, localDateOf, localDaysGrid, gridEnd, MINUTE_MILLIS, type Series, type ZoneId } from '@yotei/time';
import type { HistoryDay, QueueHistory } from '../queue-history.js';

/**
 * A queue's history in local days from a series over a UTC grid. `handle` holds total handle seconds on the same
 * grid, or null. Intervals outside the grid are missing; days without any value are left out.
 * Refuses a handle series on another grid, and a grid that does not fall on the local days' intervals.
 */
export function historyFromSeries(series: Series, handle: Series | null, zone: ZoneId): QueueHistory {
  const { grid } = series;
  if (
    handle &&
    (handle.grid.startAt !== grid.startAt ||
      handle.grid.stepMinutes !== grid.stepMinutes ||
      handle.grid.count !== grid.count)
  ) {
    throw new RangeError('handle must lie on the same grid as the contacts; regrid both to one step and start');
  }
  const days: HistoryDay[] = [];
  const endAt = gridEnd(grid);
  if (grid.count === 0) return { zone, stepMinutes: grid.stepMinutes, days };
  for (let on = localDateOf(grid.startAt, zone); ; on = addDays(on, 1)) {
    const dayGrid = localDaysGrid(on, 1, zone, grid.stepMinutes);
    if (dayGrid.startAt >= endAt) break;
    const first = (dayGrid.startAt - grid.startAt) / (grid.stepMinutes * MINUTE_MILLIS);
    if (!Number.isInteger(first))
      throw new RangeError(
        `series start must lie on a multiple of ${grid.stepMinutes} minutes in ${zone}; align it first`,
      );
    const contacts = window(series.values, first, dayGrid.count);
    if (contacts.every(Number.isNaN)) continue;
    days.push(handle ? { on, contacts, handleSeconds: window(handle.values, first, dayGrid.count) } : { on, contacts });
  }
  return { zone, stepMinutes: grid.stepMinutes, days };
}

function window(values: Float64Array, first: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, index) => values[first + index] ?? Number.NaN);
}

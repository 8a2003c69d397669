import { addDays, daysBetween, intervalIndex, startOfLocalDay, weekdayOf, type Grid } from '@yotei/time';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../graphql/client.js';
import { DemandHistoryDocument } from '../../../graphql/generated/graphql.js';
import type { Past } from '../demand.search.js';

const WEEKS_BACK = { month: 4, year: 52 } as const;

export interface DayRange {
  readonly fromOn: string;
  readonly days: number;
}

/**
 * The days of the past to read: the same weekdays four or fifty-two weeks before, or the last four weeks that have
 * passed when the stretch begins.
 */
export function pastRange(past: Exclude<Past, 'none'>, shown: DayRange, historyUntilOn: string | null): DayRange {
  if (past !== 'mean4') return { fromOn: addDays(shown.fromOn, -7 * WEEKS_BACK[past]), days: shown.days };
  const after = historyUntilOn ? addDays(historyUntilOn, 1) : shown.fromOn;
  return { fromOn: addDays(after < shown.fromOn ? after : shown.fromOn, -28), days: 28 };
}

export interface PastSeries extends DayRange {
  readonly grid: Grid;
  readonly values: readonly (number | null)[];
}

const intervalsOf = (grid: Grid, on: string, zone: string) => ({
  from: intervalIndex(grid, startOfLocalDay(on, zone)),
  until: intervalIndex(grid, startOfLocalDay(addDays(on, 1), zone)),
});

/**
 * The past on the grid shown, day by day: each day shown gets the day so many weeks before or, for the mean, the mean of
 * the days of its weekday. Days are laid on each other from their midnight, the longer of two is cut.
 */
export function pastOnGrid(
  past: Exclude<Past, 'none'>,
  source: PastSeries,
  shown: DayRange & { readonly grid: Grid; readonly zone: string },
): (number | null)[] {
  const { grid, zone } = shown;
  const result = new Array<number | null>(grid.count).fill(null);
  const sourceDays = Array.from({ length: source.days }, (_, day) => addDays(source.fromOn, day));
  for (let day = 0; day < shown.days; day += 1) {
    const on = addDays(shown.fromOn, day);
    const days =
      past === 'mean4'
        ? sourceDays.filter((one) => weekdayOf(one) === weekdayOf(on))
        : sourceDays.filter((one) => daysBetween(one, on) === 7 * WEEKS_BACK[past]);
    const target = intervalsOf(grid, on, zone);
    const parts = days.map((one) => intervalsOf(source.grid, one, zone));
    for (let index = target.from; index < target.until; index += 1) {
      const known = parts.flatMap(({ from, until }) => {
        const at = from + index - target.from;
        const value = at < until ? source.values[at] : null;
        return value === null || value === undefined ? [] : [value];
      });
      if (known.length > 0) result[index] = known.reduce((sum, value) => sum + value, 0) / known.length;
    }
  }
  return result;
}

export function pastQuery(queueId: string, range: DayRange | null) {
  return queryOptions({
    queryKey: ['demand-history', queueId, range?.fromOn, range?.days],
    queryFn: async () => (await request(DemandHistoryDocument, { queueId, ...range! })).demand ?? null,
    enabled: range !== null,
    staleTime: 5 * 60_000,
  });
}

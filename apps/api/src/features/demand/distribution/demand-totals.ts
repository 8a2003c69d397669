import {
  addDays,
  daysBetween,
  gridEnd,
  intervalIndex,
  localDateOf,
  startOfLocalDay,
  weekStartOf,
  type Instant,
  type LocalDate,
} from '@yotei/time';
import type { EditedForecast } from '../demand-view.service.js';
import { bandOfSum } from '../forecast-series.js';

export interface DemandTotal {
  readonly span: 'day' | 'week' | 'range';
  readonly fromOn: LocalDate;
  readonly days: number;
  /** With the planner's edits. */
  readonly contacts: number;
  readonly p10: number | null;
  readonly p90: number | null;
}

/**
 * Totals of the days, of the weeks (Monday to Sunday, as far as they lie in the range) and of the whole range, with the
 * 80 % band of the total itself, which is narrower than the sum of the intervals' bands. Days without a forecast have no
 * total. Where edits change a total its band keeps its width in relation to it.
 */
export function demandTotals(forecast: EditedForecast): DemandTotal[] {
  const { zone } = forecast.queue;
  const { grid } = forecast.base;
  const fromOn = localDateOf(grid.startAt, zone);
  const count = daysBetween(fromOn, localDateOf(gridEnd(grid) - 1, zone)) + 1;
  const dates = Array.from({ length: count }, (_, index) => addDays(fromOn, index));
  const weeks = [...new Set(dates.map((on) => weekStartOf(on)))];
  const total = (span: DemandTotal['span'], from: LocalDate, until: LocalDate): DemandTotal[] => {
    const startAt = startOfLocalDay(from, zone);
    const sums = totalBetween(forecast, startAt, startOfLocalDay(until, zone));
    return sums ? [{ span, fromOn: from, days: daysBetween(from, until), ...sums }] : [];
  };
  const end = addDays(fromOn, count);
  return [
    ...dates.flatMap((on) => total('day', on, addDays(on, 1))),
    ...weeks.flatMap((monday) => {
      const until = addDays(monday, 7);
      return total('week', monday < fromOn ? fromOn : monday, until > end ? end : until);
    }),
    ...total('range', fromOn, end),
  ];
}

function totalBetween(
  { base, edited, distribution }: EditedForecast,
  startAt: Instant,
  endAt: Instant,
): Pick<DemandTotal, 'contacts' | 'p10' | 'p90'> | null {
  const [from, until] = [startAt, endAt].map((at) =>
    Math.min(base.grid.count, Math.max(0, intervalIndex(base.grid, at))),
  );
  let [sum, changed, open] = [0, 0, false];
  for (let index = from!; index < until!; index++) {
    if (Number.isNaN(base.contacts[index]!)) continue;
    open = true;
    sum += base.contacts[index]!;
    changed += edited.contacts[index]! || 0;
  }
  if (!open) return null;
  const band = distribution
    ? { p10: distribution.quantile(startAt, endAt, 0.1), p90: distribution.quantile(startAt, endAt, 0.9) }
    : bandOfSum(base, from!, until!);
  const scale = sum > 0 ? changed / sum : 1;
  const known = (value: number) => (Number.isFinite(value) ? value * scale : null);
  return { contacts: changed, p10: known(band.p10), p90: known(band.p90) };
}

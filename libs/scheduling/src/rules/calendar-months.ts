import { dateOfEpochDay, epochDay, localDateOf, type LocalDate } from '@yotei/time';
import { firstDayOf } from './rule-parts.js';
import type { AgentView } from './work-rule.js';

/** Months counted from the year 0, as one number. */
export const monthOf = (on: LocalDate): number => Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1;

/** First epoch day of the month. */
export function firstDayOfMonth(month: number): number {
  const two = (value: number) => String(value).padStart(2, '0');
  return epochDay(`${String(Math.floor(month / 12)).padStart(4, '0')}-${two((month % 12) + 1)}-01`);
}

/** Sums by month. */
export function byMonth(days: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const months = new Map<number, number>();
  for (const [day, value] of days) {
    const month = monthOf(dateOfEpochDay(day));
    months.set(month, (months.get(month) ?? 0) + value);
  }
  return months;
}

/** First and last calendar month that the horizon meets. */
export function monthsOfHorizon(view: AgentView): { readonly from: number; readonly until: number } {
  const first = firstDayOf(view);
  const last = epochDay(localDateOf(view.horizon.endAt, view.agent.zone)) - 1;
  return { from: monthOf(dateOfEpochDay(first)), until: monthOf(dateOfEpochDay(last)) };
}

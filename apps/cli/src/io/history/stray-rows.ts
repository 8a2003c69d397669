import { addDays, daysBetween, localDateOf, type LocalDate, type ZoneId } from '@yotei/time';
import type { FactColumns } from './fact-columns.js';

/** Days without a row after which a few days stand so far off that their dates are taken for mistakes. */
export const STRAY_GAP_DAYS = 400;
/** Days on the far side of such a gap that are no mistake any more. */
const LEAST_DAYS = 7;

/** Rows on fewer than a week of days, on the far side of a gap of more than a year: mistyped years, not history. */
export function strayRows(facts: FactColumns, zone: ZoneId): (index: number) => boolean {
  const days: { readonly on: LocalDate; readonly from: number }[] = [];
  for (let index = 0, until = -Infinity; index < facts.count; index++) {
    if (facts.at[index]! < until) continue;
    const on = localDateOf(facts.at[index]!, zone);
    days.push({ on, from: index });
    until = Date.parse(`${addDays(on, 1)}T00:00:00Z`) - 16 * 3_600_000;
  }
  const dates = days.filter(({ on }, index) => on !== days[index - 1]?.on);
  const gaps = dates.map(({ on }, index) => (index > 0 ? daysBetween(dates[index - 1]!.on, on) : 0));
  const breaks = gaps.flatMap((gap, index) => (gap > STRAY_GAP_DAYS ? [index] : []));
  const groups = [0, ...breaks].map((start, index) => ({ start, end: breaks[index] ?? dates.length }));
  if (groups.length < 2 || !groups.some(({ start, end }) => end - start >= LEAST_DAYS)) return () => false;
  const rowAt = (day: number): number => dates[day]?.from ?? facts.count;
  const strays = groups.filter(({ start, end }) => end - start < LEAST_DAYS);
  return (index) => strays.some(({ start, end }) => index >= rowAt(start) && index < rowAt(end));
}

import { addDays, type LocalDate } from '@yotei/time';

/** Dates are of the calendar: read and written in one zone, none moves them. */
const MONTHS = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

/** Two days or more from `fromOn` as people write them: "9–15 Nov 2026", "2026年11月9日〜15日"; month and year once where one will do. */
export function daysText(fromOn: LocalDate, dayCount: number): { readonly en: string; readonly ja: string } {
  const [first, last] = [partsOf(fromOn), partsOf(addDays(fromOn, dayCount - 1))];
  const endJa = `${last.day}日`;
  const startJa = `${first.year}年${first.month}月${first.day}日`;
  const end = `${last.day} ${last.monthName} ${last.year}`;
  const start = `${first.day} ${first.monthName}`;
  if (first.year !== last.year)
    return { en: `${start} ${first.year} – ${end}`, ja: `${startJa}〜${last.year}年${last.month}月${endJa}` };
  if (first.month !== last.month) return { en: `${start} – ${end}`, ja: `${startJa}〜${last.month}月${endJa}` };
  return { en: `${first.day}–${end}`, ja: `${startJa}〜${endJa}` };
}

function partsOf(date: LocalDate): { year: number; month: number; day: number; monthName: string } {
  const at = new Date(`${date}T00:00:00Z`);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    monthName: MONTHS.format(at),
  };
}

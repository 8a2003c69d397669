import { spanBefore, spanHolding } from '@yotei/scheduling/measures';
import { addDays, weekStartOf, type LocalDate } from '@yotei/time';
import type { CalendarSpan, Period, WeekCount } from './measures.search.js';

interface Days {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
}

interface Asked {
  /** Absent: weeks. */
  readonly span: CalendarSpan | undefined;
  readonly weeks: WeekCount;
}

/** The days shown: those of the link, else the last whole ones. */
export function daysShown({
  span,
  weeks,
  from,
  todayOn,
  weekStart,
}: Asked & {
  readonly from: LocalDate | undefined;
  readonly todayOn: LocalDate;
  readonly weekStart: number;
}): Days {
  if (span) return from ? spanHolding(from, span) : spanBefore(spanHolding(todayOn, span));
  const fromOn = from ?? addDays(weekStartOf(todayOn, weekStart), -7 * weeks);
  return { fromOn, untilOn: addDays(fromOn, 7 * weeks) };
}

const BY_WEEKS = { 1: 'DAY', 4: 'WEEK', 13: 'WEEK', 52: 'MONTH' } as const satisfies Record<WeekCount, Period>;
const BY_SPAN = { day: 'HOUR', month: 'WEEK', quarter: 'MONTH', year: 'MONTH' } as const satisfies Record<
  CalendarSpan,
  Period
>;

/** Columns that a table of so many days begins with. */
export const defaultBy = ({ span, weeks }: Asked): Period => (span ? BY_SPAN[span] : BY_WEEKS[weeks]);

/** First day of the day, month, quarter or year before or after. */
export function stepped(
  { span, from, until }: { readonly span: CalendarSpan; readonly from: LocalDate; readonly until: LocalDate },
  direction: 1 | -1,
): LocalDate {
  return direction > 0 ? spanHolding(until, span).fromOn : spanBefore({ fromOn: from, untilOn: until }).fromOn;
}

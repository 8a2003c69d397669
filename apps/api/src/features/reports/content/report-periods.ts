import type { LocalisedText } from '@yotei/scheduling/staffing';
import { spanBefore, spanHolding, type CalendarSpan } from '@yotei/scheduling/measures';
import { addDays, daysBetween, weekStartOf, type LocalDate } from '@yotei/time';

/** Days a dashboard tells of, seen from today; `ahead`: of the plan rather than of the past. */
interface Period {
  readonly title: LocalisedText;
  readonly range: (todayOn: LocalDate, weekStart: number) => { readonly fromOn: LocalDate; readonly days: number };
}

/** The last whole one of the calendar. */
function lastWhole(todayOn: LocalDate, span: CalendarSpan): { readonly fromOn: LocalDate; readonly days: number } {
  const { fromOn, untilOn } = spanBefore(spanHolding(todayOn, span));
  return { fromOn, days: daysBetween(fromOn, untilOn) };
}

/** Ids are stored. */
export const REPORT_PERIODS = {
  yesterday: {
    title: { en: 'Yesterday', ja: '昨日' },
    range: (todayOn) => ({ fromOn: addDays(todayOn, -1), days: 1 }),
  },
  'last-7-days': {
    title: { en: 'Last 7 days', ja: '直近7日間' },
    range: (todayOn) => ({ fromOn: addDays(todayOn, -7), days: 7 }),
  },
  'last-week': {
    title: { en: 'Last week', ja: '先週' },
    range: (todayOn, weekStart) => ({ fromOn: addDays(weekStartOf(todayOn, weekStart), -7), days: 7 }),
  },
  'last-4-weeks': {
    title: { en: 'Last 4 weeks', ja: '直近4週間' },
    range: (todayOn, weekStart) => ({ fromOn: addDays(weekStartOf(todayOn, weekStart), -28), days: 28 }),
  },
  'last-13-weeks': {
    title: { en: 'Last 13 weeks', ja: '直近13週間' },
    range: (todayOn, weekStart) => ({ fromOn: addDays(weekStartOf(todayOn, weekStart), -91), days: 91 }),
  },
  'last-month': { title: { en: 'Last month', ja: '先月' }, range: (todayOn) => lastWhole(todayOn, 'month') },
  'last-quarter': { title: { en: 'Last quarter', ja: '前四半期' }, range: (todayOn) => lastWhole(todayOn, 'quarter') },
  'last-year': { title: { en: 'Last year', ja: '昨年' }, range: (todayOn) => lastWhole(todayOn, 'year') },
} as const satisfies Record<string, Period>;

export type ReportPeriodId = keyof typeof REPORT_PERIODS;

export const isReportPeriod = (text: string): text is ReportPeriodId => Object.hasOwn(REPORT_PERIODS, text);

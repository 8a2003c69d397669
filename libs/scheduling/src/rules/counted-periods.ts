import type { Interval } from '@yotei/time';
import type { RuleParameters } from '../roster/index.js';
import { firstDayOfMonth, monthsOfHorizon } from './calendar-months.js';
import { firstDayOf, historyMissing, valueOf } from './rule-parts.js';
import type { AgentView, CannotJudge, RuleParameterSpec, WorkRule } from './work-rule.js';
import { isWorkKnownSince, startOfDay } from './worked-time.js';

export const periodWeeks: RuleParameterSpec = {
  key: 'periodWeeks',
  title: 'Weeks of a period; 0: the whole horizon',
  unit: 'count',
  min: 0,
  max: 53,
  default: 0,
};

export const calendarMonths: RuleParameterSpec = {
  key: 'calendarMonths',
  title: 'Periods are months of the calendar',
  unit: 'yes-no',
  min: 0,
  max: 1,
  default: 0,
};

const LONGEST_MONTH = 31;

/** Days before the horizon that a month begun may need. */
export const lookBackOfPeriods = (p: RuleParameters): number => (byMonths(p) ? LONGEST_MONTH - 1 : 0);

const byMonths = (p: RuleParameters): boolean => valueOf(calendarMonths, p) > 0;

/** A period over which a rule counts, in epoch days at the agent's place. */
export interface CountedPeriod {
  readonly isMonth: boolean;
  /** First day of the period, and first one in the horizon: later where a month had begun before. */
  readonly fromDay: number;
  readonly plannedFromDay: number;
  /** After the last day in the horizon, and after the last one of the period. */
  readonly untilDay: number;
  readonly endDay: number;
  /** False: days before the horizon belong to it of which is not known what was worked. */
  readonly isKnown: boolean;
}

/** The periods that the horizon meets: months of the calendar, or planning weeks from its first day on. */
export function countedPeriods(view: AgentView, p: RuleParameters): CountedPeriod[] {
  const first = firstDayOf(view);
  const end = first + (view.weekStartsAt.length - 1) * 7;
  const of = (fromDay: number, endDay: number): CountedPeriod => ({
    isMonth: byMonths(p),
    fromDay,
    plannedFromDay: Math.max(fromDay, first),
    untilDay: Math.min(endDay, end),
    endDay,
    isKnown: fromDay >= first || isWorkKnownSince(view, startOfDay(view, fromDay)),
  });
  if (byMonths(p)) {
    const { from, until } = monthsOfHorizon(view);
    return Array.from({ length: until - from + 1 }, (_, i) =>
      of(firstDayOfMonth(from + i), firstDayOfMonth(from + i + 1)),
    );
  }
  const days = valueOf(periodWeeks, p) === 0 ? end - first : valueOf(periodWeeks, p) * 7;
  return Array.from({ length: Math.ceil((end - first) / days) }, (_, i) =>
    of(first + i * days, first + (i + 1) * days),
  );
}

/** Whether the period goes on after the horizon. */
export const isCut = ({ untilDay, endDay }: CountedPeriod): boolean => untilDay < endDay;

/** For a tracker: after which days of the horizon the periods end. */
export function endsOf(view: AgentView, periods: readonly CountedPeriod[]): number[] {
  return periods.map(({ untilDay }) => untilDay - firstDayOf(view));
}

/** The days of the period as far as they are planned or were worked. */
export function spanOf(view: AgentView, { fromDay, untilDay }: CountedPeriod): Interval {
  return { startAt: startOfDay(view, fromDay), endAt: startOfDay(view, untilDay) };
}

/** The answer of a rule for the first period in which too little is known to judge; none where all are known. */
export function unknownPeriods(rule: WorkRule, view: AgentView, unjudged: readonly CountedPeriod[]): CannotJudge[] {
  return unjudged.slice(0, 1).map(({ fromDay }) => historyMissing(rule, view, startOfDay(view, fromDay)));
}

import type { RuleParameters } from '../roster/index.js';
import { breachOf, firstDayOf, historyMissing, valueOf } from './rule-parts.js';
import { byMonth, firstDayOfMonth, monthsOfHorizon } from './calendar-months.js';
import { dayMinutes, overtimeByDay, weekMinutes, weekStartBefore } from './overtime.js';
import type { AgentView, Breach, CannotJudge, RuleParameterSpec, WorkRule } from './work-rule.js';
import { isWorkKnownSince, startOfDay } from './worked-time.js';

const maxMinutes: RuleParameterSpec = {
  key: 'maxMinutes',
  title: 'Most overtime in a year',
  unit: 'minutes',
  min: 0,
  max: 534_240,
  default: 21_600,
};

const yearStartMonth: RuleParameterSpec = {
  key: 'yearStartMonth',
  title: 'Month in which the year of the agreement begins',
  unit: 'count',
  min: 1,
  max: 12,
  default: 4,
};

/** Years of the agreement that the plan meets: first months. */
function yearsOf(view: AgentView, p: RuleParameters): number[] {
  const { from, until } = monthsOfHorizon(view);
  const start = valueOf(yearStartMonth, p) - 1;
  const yearOf = (month: number) => Math.floor((month - start) / 12) * 12 + start;
  return [...new Set([yearOf(from), yearOf(until)])];
}

/** Overtime of the year of the agreement so far, the plan included. */
export const maxOvertimeYear: WorkRule = {
  id: 'max-overtime-year',
  title: { en: 'Overtime in a year', ja: '年の時間外労働' },
  message: {
    en: '{overtimeMinutes} min of overtime in the year so far; the rule allows {limit}',
    ja: '今年度の時間外労働は{overtimeMinutes}分です。上限は{limit}分です',
  },
  source: 'Japan LSA art. 36',
  amountUnit: 'minutes',
  parameters: [maxMinutes, yearStartMonth, dayMinutes, weekMinutes],
  defaultLevel: 'must',
  lookBackDays: () => 366 + 6,
  evaluate: (view, p, level) => {
    const limit = valueOf(maxMinutes, p);
    const overtime = byMonth(overtimeByDay(view, p));
    const toBreach = breachOf(maxOvertimeYear, view, level);
    const breaches: Breach[] = [];
    const cannotJudge: CannotJudge[] = [];
    for (const year of yearsOf(view, p)) {
      let overtimeMinutes = 0;
      for (let month = year; month < year + 12; month++) overtimeMinutes += overtime.get(month) ?? 0;
      const span = {
        startAt: startOfDay(view, firstDayOfMonth(year)),
        endAt: startOfDay(view, firstDayOfMonth(year + 12)),
      };
      const at = startOfDay(view, Math.max(firstDayOfMonth(year), firstDayOf(view)));
      const neededFromAt = startOfDay(view, weekStartBefore(view, firstDayOfMonth(year)));
      if (overtimeMinutes > limit)
        breaches.push(toBreach({ at, span, amount: overtimeMinutes - limit, values: { overtimeMinutes, limit } }));
      else if (cannotJudge.length === 0 && !isWorkKnownSince(view, neededFromAt))
        cannotJudge.push(historyMissing(maxOvertimeYear, view, neededFromAt));
    }
    return { breaches, cannotJudge };
  },
  tour: { kind: 'judged' },
  optIn: true,
};

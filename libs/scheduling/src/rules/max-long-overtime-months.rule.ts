import { breachOf, firstDayOf, historyMissing, valueOf } from './rule-parts.js';
import { byMonth, firstDayOfMonth, monthsOfHorizon } from './calendar-months.js';
import { dayMinutes, overtimeByDay, weekMinutes, weekStartBefore } from './overtime.js';
import type { Breach, CannotJudge, RuleParameterSpec, WorkRule } from './work-rule.js';
import { isWorkKnownSince, startOfDay } from './worked-time.js';

const monthMinutes: RuleParameterSpec = {
  key: 'monthMinutes',
  title: 'Overtime beyond which a month counts',
  unit: 'minutes',
  min: 0,
  max: 44_640,
  default: 2700,
};

const months: RuleParameterSpec = {
  key: 'months',
  title: 'Most such months in twelve',
  unit: 'count',
  min: 0,
  max: 12,
  default: 6,
};

/** Months with much overtime among the twelve that end with a month of the plan. */
export const maxLongOvertimeMonths: WorkRule = {
  id: 'max-long-overtime-months',
  title: { en: 'Months with much overtime', ja: '時間外労働の多い月の回数' },
  message: {
    en: '{months} months of twelve with more overtime than {monthMinutes} min; the rule allows {limit}',
    ja: '12か月のうち時間外労働が{monthMinutes}分を超えた月は{months}か月です。上限は{limit}か月です',
  },
  source: 'Japan LSA art. 36',
  amountUnit: 'count',
  parameters: [monthMinutes, months, dayMinutes, weekMinutes],
  defaultLevel: 'must',
  lookBackDays: () => 366 + 31 + 6,
  evaluate: (view, p, level) => {
    const [limit, most] = [valueOf(months, p), valueOf(monthMinutes, p)];
    const overtime = byMonth(overtimeByDay(view, p));
    const { from, until } = monthsOfHorizon(view);
    const toBreach = breachOf(maxLongOvertimeMonths, view, level);
    const breaches: Breach[] = [];
    const cannotJudge: CannotJudge[] = [];
    for (let month = from; month <= until; month++) {
      const long = Array.from({ length: 12 }, (_, back) => overtime.get(month - back) ?? 0).filter((all) => all > most);
      const [start, end] = [firstDayOfMonth(month - 11), firstDayOfMonth(month + 1)];
      const neededFromAt = startOfDay(view, weekStartBefore(view, start));
      if (long.length > limit) {
        const span = { startAt: startOfDay(view, start), endAt: startOfDay(view, end) };
        const at = startOfDay(view, Math.max(firstDayOfMonth(month), firstDayOf(view)));
        const values = { months: long.length, monthMinutes: most, limit };
        breaches.push(toBreach({ at, span, amount: long.length - limit, values }));
      } else if (cannotJudge.length === 0 && !isWorkKnownSince(view, neededFromAt))
        cannotJudge.push(historyMissing(maxLongOvertimeMonths, view, neededFromAt));
    }
    return { breaches, cannotJudge };
  },
  tour: { kind: 'judged' },
  optIn: true,
};

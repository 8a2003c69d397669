import { breachOf, firstDayOf, historyMissing, valueOf } from './rule-parts.js';
import { byMonth, firstDayOfMonth, monthsOfHorizon } from './calendar-months.js';
import { dayMinutes, overtimeByDay, weekMinutes, weekStartBefore } from './overtime.js';
import type { Breach, CannotJudge, RuleParameterSpec, WorkRule } from './work-rule.js';
import { isWorkKnownSince, startOfDay } from './worked-time.js';

const averageMinutes: RuleParameterSpec = {
  key: 'averageMinutes',
  title: 'Most overtime in an average month',
  unit: 'minutes',
  min: 0,
  max: 44_640,
  default: 2700,
};

const months = (key: string, title: string): RuleParameterSpec => ({
  key,
  title,
  unit: 'count',
  min: 1,
  max: 12,
  default: 1,
});
const fewestMonths = months('fewestMonths', 'Fewest months averaged');
const mostMonths = months('mostMonths', 'Most months averaged');

/** The row of months ending with `month` that is furthest beyond its most; null when none is. */
function worstRow(
  overtime: ReadonlyMap<number, number>,
  month: number,
  of: { readonly fewest: number; readonly most: number; readonly limit: number },
): { readonly count: number; readonly total: number } | null {
  let worst: { count: number; total: number } | null = null;
  let total = 0;
  for (let count = 1; count <= of.most; count++) {
    total += overtime.get(month - count + 1) ?? 0;
    const excess = total - count * of.limit;
    if (count >= of.fewest && excess > 0 && (!worst || excess > worst.total - worst.count * of.limit))
      worst = { count, total };
  }
  return worst;
}

/**
 * Overtime of calendar months, alone or averaged over months that follow one another: Japan's 45 hours, its "under 100 in
 * any month", and its 80 on average of any two to six. One breach for each month of the plan, for the row that is worst.
 */
export const maxOvertimeMonths: WorkRule = {
  id: 'max-overtime-months',
  title: { en: 'Overtime in a month', ja: '月の時間外労働' },
  message: {
    en: '{overtimeMinutes} min of overtime a month on average of {months} months; the rule allows {limit}',
    ja: '{months}か月平均の時間外労働は月{overtimeMinutes}分です。上限は{limit}分です',
  },
  source: 'Japan LSA art. 36',
  amountUnit: 'minutes',
  parameters: [averageMinutes, fewestMonths, mostMonths, dayMinutes, weekMinutes],
  defaultLevel: 'must',
  lookBackDays: (p) => Math.max(valueOf(fewestMonths, p), valueOf(mostMonths, p)) * 31 + 6,
  evaluate: (view, p, level) => {
    const limit = valueOf(averageMinutes, p);
    const fewest = valueOf(fewestMonths, p);
    const most = Math.max(fewest, valueOf(mostMonths, p));
    const overtime = byMonth(overtimeByDay(view, p));
    const { from, until } = monthsOfHorizon(view);
    const toBreach = breachOf(maxOvertimeMonths, view, level);
    const breaches: Breach[] = [];
    const cannotJudge: CannotJudge[] = [];
    for (let month = from; month <= until; month++) {
      const day = Math.max(firstDayOfMonth(month), firstDayOf(view));
      const at = startOfDay(view, day);
      const worst = worstRow(overtime, month, { fewest, most, limit });
      const neededFromAt = startOfDay(view, weekStartBefore(view, firstDayOfMonth(month - most + 1)));
      if (worst) {
        const span = {
          startAt: startOfDay(view, firstDayOfMonth(month - worst.count + 1)),
          endAt: startOfDay(view, firstDayOfMonth(month + 1)),
        };
        const values = { overtimeMinutes: Math.round(worst.total / worst.count), months: worst.count, limit };
        breaches.push(toBreach({ at, span, amount: worst.total - worst.count * limit, values }));
      } else if (cannotJudge.length === 0 && !isWorkKnownSince(view, neededFromAt))
        cannotJudge.push(historyMissing(maxOvertimeMonths, view, neededFromAt));
    }
    return { breaches, cannotJudge };
  },
  tour: { kind: 'judged' },
  optIn: true,
};

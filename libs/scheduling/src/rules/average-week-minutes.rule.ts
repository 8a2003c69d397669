import type { RuleParameters } from '../roster/index.js';
import { breachOf, firstDayOf, historyMissing, valueOf } from './rule-parts.js';
import type { AgentView, Breach, CannotJudge, RuleParameterSpec, WorkRule } from './work-rule.js';
import { isWorkKnownSince, paidByDay, shareOfWindows, startOfDay, sumOfDays, weekWindows } from './worked-time.js';

const averageMinutes: RuleParameterSpec = {
  key: 'averageMinutes',
  title: 'Most time worked in an average week',
  unit: 'minutes',
  min: 0,
  max: 10_080,
  default: 2880,
};

const weeks: RuleParameterSpec = {
  key: 'weeks',
  title: 'Weeks of the reference period',
  unit: 'count',
  min: 1,
  max: 53,
  default: 17,
};

/** What a planned week may hold at most so that every reference period stays within its average. */
function weekMost(view: AgentView, p: RuleParameters): number {
  const days = paidByDay(view);
  const most = valueOf(averageMinutes, p) * valueOf(weeks, p);
  return shareOfWindows(
    view,
    weekWindows(view, valueOf(weeks, p)),
    ({ from }, first) => most - sumOfDays(days, from, first),
  );
}

/**
 * Paid minutes of the weeks that end with a planning week, together at most the average times their number. Leave is not
 * work here; a law that leaves absence out of the average is stricter on people who were away. What was worked beyond it
 * before the plan was a breach of those weeks; this plan answers for what it adds.
 */
export const averageWeekMinutes: WorkRule = {
  id: 'average-week-minutes',
  title: { en: 'Average hours over many weeks', ja: '平均週労働時間' },
  message: {
    en: '{paidMinutes} min a week on average of {weeks} weeks; the rule allows {limit}',
    ja: '{weeks}週の平均は週{paidMinutes}分です。上限は{limit}分です',
  },
  source: 'EU 2003/88/EC art. 6 and 16 (48 h over four months)',
  amountUnit: 'minutes',
  parameters: [averageMinutes, weeks],
  defaultLevel: 'must',
  lookBackDays: (p) => (valueOf(weeks, p) - 1) * 7,
  evaluate: (view, p, level) => {
    const [limit, count] = [valueOf(averageMinutes, p), valueOf(weeks, p)];
    const days = paidByDay(view);
    const toBreach = breachOf(averageWeekMinutes, view, level);
    const breaches: Breach[] = [];
    const cannotJudge: CannotJudge[] = [];
    for (const { week, from, until } of weekWindows(view, count)) {
      const total = sumOfDays(days, from, until);
      const most = Math.max(limit * count, sumOfDays(days, from, firstDayOf(view)));
      const span = { startAt: view.weekStartsAt[week]!, endAt: view.weekStartsAt[week + 1]! };
      const values = { paidMinutes: Math.round(total / count), weeks: count, limit };
      if (total > most) breaches.push(toBreach({ at: span.startAt, span, amount: total - most, values }));
      else if (!isWorkKnownSince(view, startOfDay(view, from)) && cannotJudge.length === 0)
        cannotJudge.push(historyMissing(averageWeekMinutes, view, startOfDay(view, from)));
    }
    return { breaches, cannotJudge };
  },
  tour: {
    kind: 'week-minutes',
    range: (view, p) => ({ min: 0, max: weekMost(view, p) }),
    withoutLeave: true,
    mustOnly: true,
  },
  optIn: true,
};

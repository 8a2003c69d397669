import { creditedMinutesByWeek } from '../roster/index.js';
import { breachOf, judged, plannedWeeks, valueOf } from './rule-parts.js';
import type { AgentView, Breach, RuleParameterSpec, WorkRule } from './work-rule.js';
import type { RuleParameters } from '../roster/index.js';

const toleranceMinutes: RuleParameterSpec = {
  key: 'toleranceMinutes',
  title: 'Tolerance on either side of the contract',
  unit: 'minutes',
  min: 0,
  max: 2400,
  default: 0,
};

function rangeOf(view: AgentView, p: RuleParameters): { min: number; max: number } {
  const tolerance = valueOf(toleranceMinutes, p);
  return {
    min: Math.max(0, view.contract.weeklyMinutesMin - tolerance),
    max: view.contract.weeklyMinutesMax + tolerance,
  };
}

/** Paid minutes of shifts that start in the week, plus the minutes paid leave credits to it, within the contract. */
export const weeklyPaidMinutes: WorkRule = {
  id: 'weekly-paid-minutes',
  title: { en: 'Paid time in a week', ja: '週の有給労働時間' },
  message: {
    en: '{paidMinutes} paid min in the week; the contract asks for {min} to {max}',
    ja: '週の有給時間は{paidMinutes}分です。契約は{min}〜{max}分です',
  },
  source: 'contract; Japan LSA art. 32 (40 h a week)',
  amountUnit: 'minutes',
  parameters: [toleranceMinutes],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, p, level) => {
    const { min, max } = rangeOf(view, p);
    const credited = creditedMinutesByWeek(view.timeOff, view.weekStartsAt, view.agent.zone);
    const toBreach = breachOf(weeklyPaidMinutes, view, level);
    const breaches: Breach[] = [];
    for (const { span, week, shifts } of plannedWeeks(view)) {
      const paidMinutes = credited[week]! + shifts.reduce((sum, shift) => sum + view.paidMinutes(shift), 0);
      const amount = Math.max(min - paidMinutes, paidMinutes - max);
      if (amount > 0) breaches.push(toBreach({ at: span.startAt, span, amount, values: { paidMinutes, min, max } }));
    }
    return judged(breaches);
  },
  tour: { kind: 'week-minutes', range: rangeOf },
};

import { breachOf, judged, plannedWeeks, valueOf } from './rule-parts.js';
import type { Breach, RuleParameterSpec, WorkRule } from './work-rule.js';

const maxMinutes: RuleParameterSpec = {
  key: 'maxMinutes',
  title: 'Most time worked in a week',
  unit: 'minutes',
  min: 0,
  max: 10_080,
  default: 2400,
};

/** Paid minutes worked in one planning week, whatever the contract says. Leave is not work and does not count. */
export const maxWeekMinutes: WorkRule = {
  id: 'max-week-minutes',
  title: { en: 'Most hours in a week', ja: '週の労働時間の上限' },
  message: {
    en: '{paidMinutes} min worked in the week; the rule allows {limit}',
    ja: '週の労働時間は{paidMinutes}分です。上限は{limit}分です',
  },
  source: 'Japan LSA art. 32 (40 h); France Code du travail L3121-20 (48 h)',
  amountUnit: 'minutes',
  parameters: [maxMinutes],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, p, level) => {
    const limit = valueOf(maxMinutes, p);
    const toBreach = breachOf(maxWeekMinutes, view, level);
    const breaches: Breach[] = [];
    for (const { span, shifts } of plannedWeeks(view)) {
      const paidMinutes = shifts.reduce((sum, shift) => sum + view.paidMinutes(shift), 0);
      if (paidMinutes > limit)
        breaches.push(
          toBreach({ at: span.startAt, span, amount: paidMinutes - limit, values: { paidMinutes, limit } }),
        );
    }
    return judged(breaches);
  },
  tour: { kind: 'week-minutes', range: (_view, p) => ({ min: 0, max: valueOf(maxMinutes, p) }), withoutLeave: true },
  optIn: true,
};

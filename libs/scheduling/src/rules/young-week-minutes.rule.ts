import { breachOf, judged, plannedWeeks, valueOf } from './rule-parts.js';
import type { RuleParameterSpec, WorkRule } from './work-rule.js';
import { isYoungAt } from './young.js';

const maxMinutes: RuleParameterSpec = {
  key: 'maxMinutes',
  title: 'Most time worked in a week',
  unit: 'minutes',
  min: 0,
  max: 10_080,
  default: 2400,
};

/** Paid minutes of a week in which the agent is under age when it begins: no overtime, no averaging. */
export const youngWeekMinutes: WorkRule = {
  id: 'young-week-minutes',
  title: { en: 'Hours of a week under 18', ja: '18歳未満の週の労働時間' },
  message: {
    en: '{paidMinutes} min worked in the week while under 18; the rule allows {limit}',
    ja: '18歳未満の週の労働時間は{paidMinutes}分です。上限は{limit}分です',
  },
  source: 'Japan LSA art. 60; EU 94/33/EC art. 8',
  amountUnit: 'minutes',
  parameters: [maxMinutes],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, p, level) => {
    const limit = valueOf(maxMinutes, p);
    const toBreach = breachOf(youngWeekMinutes, view, level);
    return judged(
      plannedWeeks(view).flatMap(({ span, shifts }) => {
        const paidMinutes = shifts.reduce((sum, shift) => sum + view.paidMinutes(shift), 0);
        if (paidMinutes <= limit || !isYoungAt(view, span.startAt)) return [];
        return [toBreach({ at: span.startAt, span, amount: paidMinutes - limit, values: { paidMinutes, limit } })];
      }),
    );
  },
  tour: {
    kind: 'week-minutes',
    range: (view, p, week) => ({
      min: 0,
      max: isYoungAt(view, view.weekStartsAt[week]!) ? valueOf(maxMinutes, p) : Number.POSITIVE_INFINITY,
    }),
    withoutLeave: true,
  },
  optIn: true,
};

import { breachOf, judged, plannedShifts, shiftsByDay, valueOf } from './rule-parts.js';
import type { RuleParameterSpec, WorkRule } from './work-rule.js';
import { isYoungAt } from './young.js';

const maxMinutes: RuleParameterSpec = {
  key: 'maxMinutes',
  title: 'Most time worked in a day',
  unit: 'minutes',
  min: 0,
  max: 1440,
  default: 480,
};

/** Paid minutes of a day for those under age: no overtime. */
export const youngDayMinutes: WorkRule = {
  id: 'young-day-minutes',
  title: { en: 'Hours of a day under 18', ja: '18歳未満の1日の労働時間' },
  message: {
    en: '{paidMinutes} min worked in the day while under 18; the rule allows {limit}',
    ja: '18歳未満の1日の労働時間は{paidMinutes}分です。上限は{limit}分です',
  },
  source: 'Japan LSA art. 60; EU 94/33/EC art. 8',
  amountUnit: 'minutes',
  parameters: [maxMinutes],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, p, level) => {
    const limit = valueOf(maxMinutes, p);
    const toBreach = breachOf(youngDayMinutes, view, level);
    const young = plannedShifts(view).filter((shift) => isYoungAt(view, shift.startAt));
    return judged(
      [...shiftsByDay(view, young).values()].flatMap((shifts) => {
        const paidMinutes = shifts.reduce((sum, shift) => sum + view.paidMinutes(shift), 0);
        if (paidMinutes <= limit) return [];
        const span = { startAt: shifts[0]!.startAt, endAt: Math.max(...shifts.map(({ endAt }) => endAt)) };
        return [toBreach({ at: span.startAt, span, amount: paidMinutes - limit, values: { paidMinutes, limit } })];
      }),
    );
  },
  tour: {
    kind: 'shift-filter',
    allows: (choice, view, p) => choice.paidMinutes <= valueOf(maxMinutes, p) || !isYoungAt(view, choice.startAt),
  },
  optIn: true,
};

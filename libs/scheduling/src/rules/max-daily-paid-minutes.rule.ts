import { breachOf, judged, plannedShifts, shiftsByDay, valueOf } from './rule-parts.js';
import type { Breach, RuleParameterSpec, WorkRule } from './work-rule.js';

const paidMinutes: RuleParameterSpec = {
  key: 'paidMinutes',
  title: 'Paid time in a day',
  unit: 'minutes',
  min: 60,
  max: 1440,
  default: 600,
};

/** Paid minutes of the shifts that start on one day, at most the limit. */
export const maxDailyPaidMinutes: WorkRule = {
  id: 'max-daily-paid-minutes',
  title: { en: 'Paid time in a day', ja: '1日の有給労働時間' },
  message: {
    en: '{paidMinutes} paid min in the day; the rule allows {limit}',
    ja: '1日の有給時間は{paidMinutes}分です。上限は{limit}分です',
  },
  source: 'contract; Japan LSA art. 32 (8 h a day without an agreement)',
  amountUnit: 'minutes',
  parameters: [paidMinutes],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, p, level) => {
    const limit = valueOf(paidMinutes, p);
    const toBreach = breachOf(maxDailyPaidMinutes, view, level);
    const breaches: Breach[] = [];
    for (const shifts of shiftsByDay(view, plannedShifts(view)).values()) {
      const paid = shifts.reduce((sum, shift) => sum + view.paidMinutes(shift), 0);
      if (paid <= limit) continue;
      const span = { startAt: shifts[0]!.startAt, endAt: Math.max(...shifts.map((shift) => shift.endAt)) };
      breaches.push(toBreach({ at: span.startAt, span, amount: paid - limit, values: { paidMinutes: paid, limit } }));
    }
    return judged(breaches);
  },
  tour: { kind: 'shift-filter', allows: (choice, _view, p) => choice.paidMinutes <= valueOf(paidMinutes, p) },
};

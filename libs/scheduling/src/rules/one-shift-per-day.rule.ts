import { breachOf, judged, plannedShifts, shiftsByDay } from './rule-parts.js';
import type { Breach, WorkRule } from './work-rule.js';

/** At most one shift starts on a local day. */
export const oneShiftPerDay: WorkRule = {
  id: 'one-shift-per-day',
  title: { en: 'One shift a day', ja: '1日1勤務' },
  message: {
    en: '{shifts} shifts start on one day; the rule allows 1',
    ja: '同じ日に{shifts}つの勤務が始まります。1つまでです',
  },
  source: 'contract',
  amountUnit: 'count',
  parameters: [],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, _p, level) => {
    const toBreach = breachOf(oneShiftPerDay, view, level);
    const breaches: Breach[] = [];
    for (const shifts of shiftsByDay(view, plannedShifts(view)).values()) {
      const second = shifts[1];
      if (second) {
        breaches.push(
          toBreach({ at: second.startAt, span: second, amount: shifts.length - 1, values: { shifts: shifts.length } }),
        );
      }
    }
    return judged(breaches);
  },
  tour: { kind: 'by-construction' },
};

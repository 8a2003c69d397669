import { elapsedMinutes, intersection, overlaps } from '@yotei/time';
import { breachOf, judged, plannedShifts } from './rule-parts.js';
import type { Breach, WorkRule } from './work-rule.js';

/** No minute of a shift lies in an absence. */
export const noWorkInTimeOff: WorkRule = {
  id: 'no-work-in-time-off',
  title: { en: 'No work in time off', ja: '休暇中の勤務禁止' },
  message: {
    en: '{workMinutes} min of the shift lie in time off',
    ja: '勤務のうち{workMinutes}分が休暇と重なっています',
  },
  source: 'granted absence',
  amountUnit: 'minutes',
  parameters: [],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, _p, level) => {
    const toBreach = breachOf(noWorkInTimeOff, view, level);
    const breaches: Breach[] = [];
    for (const shift of plannedShifts(view)) {
      for (const absence of view.timeOff) {
        const span = intersection(shift, absence);
        if (!span) continue;
        const workMinutes = elapsedMinutes(span.startAt, span.endAt);
        breaches.push(toBreach({ at: span.startAt, span, amount: workMinutes, values: { workMinutes } }));
      }
    }
    return judged(breaches);
  },
  tour: { kind: 'shift-filter', allows: (choice, view) => !view.timeOff.some((absence) => overlaps(choice, absence)) },
};

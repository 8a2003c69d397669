import { elapsedMinutes } from '@yotei/time';
import type { Shift } from '../roster/index.js';
import { breachOf, judged, plannedShifts } from './rule-parts.js';
import type { Breach, WorkRule } from './work-rule.js';

/** Minutes of gaps, overlaps and activity outside the shift, and where the first fault is; null when it tiles. */
function firstFault(shift: Shift): { at: number; minutes: number } | null {
  let at: number | null = null;
  let minutes = 0;
  let reachedAt = shift.startAt;
  const note = (fromAt: number, untilAt: number) => {
    at ??= fromAt;
    minutes += Math.abs(elapsedMinutes(fromAt, untilAt));
  };
  for (const activity of shift.activities) {
    if (activity.startAt !== reachedAt) note(reachedAt, activity.startAt);
    if (activity.endAt <= activity.startAt) note(activity.endAt, activity.startAt);
    reachedAt = activity.endAt;
  }
  if (reachedAt !== shift.endAt || shift.endAt <= shift.startAt) note(reachedAt, shift.endAt);
  return at === null ? null : { at, minutes: Math.max(1, minutes) };
}

/** Activities follow one another from the start of the shift to its end: no gap, no overlap, none outside. */
export const activitiesTileShift: WorkRule = {
  id: 'activities-tile-shift',
  title: { en: 'Activities fill the shift', ja: '活動が勤務を隙間なく埋める' },
  message: {
    en: '{faultMinutes} min of the shift are uncovered, doubled or outside',
    ja: '勤務のうち{faultMinutes}分が空き、重複、または範囲外です',
  },
  source: 'promise 2: activities tile their shift',
  amountUnit: 'minutes',
  parameters: [],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, _p, level) => {
    const toBreach = breachOf(activitiesTileShift, view, level);
    const breaches: Breach[] = [];
    for (const shift of plannedShifts(view)) {
      const fault = firstFault(shift);
      if (fault) {
        breaches.push(
          toBreach({
            at: fault.at,
            span: shift,
            amount: fault.minutes,
            values: { faultMinutes: Math.ceil(fault.minutes) },
          }),
        );
      }
    }
    return judged(breaches);
  },
  tour: { kind: 'by-construction' },
  standing: true,
};

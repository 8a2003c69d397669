import { contactRuns } from '../../roster/index.js';
import { valueOf } from '../../rules/index.js';
import { measuredShifts, minutesOf } from '../person-parts.js';
import { thresholds, type WellbeingMeasure } from '../wellbeing-measure.js';

const LIMITS = thresholds(60, 120, { unit: 'minutes', max: 1440 });

/** W3. Longest contact work without another activity, minutes. Parts are all runs longer than `ok`. */
export const continuousContact: WellbeingMeasure = {
  id: 'continuous-contact',
  code: 'W3',
  title: { en: 'Contact work without a pause', ja: '休みのない連続対応' },
  meaning: {
    en: 'Longest run of contact work before a break or another activity',
    ja: '休憩やほかの業務をはさまない、最も長い対応時間です',
  },
  unit: 'minutes',
  partUnit: 'minutes',
  evidence:
    'Japanese guideline on information-equipment work: at most 60 minutes in one run, then 10-15 minutes away from the screen; full load at 120 is ours',
  parameters: LIMITS,
  lookBackDays: 0,
  measure: (view, p) => {
    const shifts = measuredShifts(view);
    if (shifts.length === 0) return { kind: 'no-work' };
    const runs = shifts
      .flatMap((shift) => contactRuns(shift, view.activityTypes))
      .map((run) => ({ ...run, amount: minutesOf([run]) }));
    return {
      kind: 'measured',
      value: Math.max(0, ...runs.map(({ amount }) => amount)),
      parts: runs.filter(({ amount }) => amount > valueOf(LIMITS[0], p)),
    };
  },
};

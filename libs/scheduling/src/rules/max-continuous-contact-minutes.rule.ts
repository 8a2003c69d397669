import { elapsedMinutes } from '@yotei/time';
import { contactRuns } from '../roster/index.js';
import { breachOf, judged, plannedShifts, valueOf } from './rule-parts.js';
import type { Breach, RuleParameterSpec, WorkRule } from './work-rule.js';

const contactMinutes: RuleParameterSpec = {
  key: 'contactMinutes',
  title: 'Contact work in one run',
  unit: 'minutes',
  min: 30,
  max: 720,
  default: 120,
};

/** Contact work is interrupted by a break or another activity before the run gets too long. One breach a run. */
export const maxContinuousContactMinutes: WorkRule = {
  id: 'max-continuous-contact-minutes',
  title: { en: 'Contact work without a pause', ja: '連続対応時間' },
  message: {
    en: '{runMinutes} min of contact work in one run; the rule asks for at most {limit}',
    ja: '連続{runMinutes}分の対応です。{limit}分以内にしてください',
  },
  source: 'MHLW guideline on information-equipment work; wellbeing measure W3',
  amountUnit: 'minutes',
  parameters: [contactMinutes],
  defaultLevel: 'prefer',
  lookBackDays: () => 0,
  evaluate: (view, p, level) => {
    const limit = valueOf(contactMinutes, p);
    const toBreach = breachOf(maxContinuousContactMinutes, view, level);
    const breaches: Breach[] = [];
    for (const shift of plannedShifts(view)) {
      for (const run of contactRuns(shift, view.activityTypes)) {
        const runMinutes = elapsedMinutes(run.startAt, run.endAt);
        if (runMinutes > limit) {
          breaches.push(
            toBreach({ at: run.startAt, span: run, amount: runMinutes - limit, values: { runMinutes, limit } }),
          );
        }
      }
    }
    return judged(breaches);
  },
  tour: { kind: 'max-contact-run', minutes: (p) => valueOf(contactMinutes, p) },
};

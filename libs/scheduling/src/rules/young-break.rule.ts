import { elapsedMinutes } from '@yotei/time';
import { surelyInsideRest, workAndRest } from './break-by-work-length.rule.js';
import { breachOf, judged, plannedShifts, valueOf } from './rule-parts.js';
import type { RuleParameterSpec, WorkRule } from './work-rule.js';
import { isYoungAt } from './young.js';

const minutes = (key: string, title: string, standard: number): RuleParameterSpec => ({
  key,
  title,
  unit: 'minutes',
  min: 0,
  max: 1440,
  default: standard,
});
const workMinutes = minutes('workMinutes', 'Work beyond which it is due', 270);
const breakMinutes = minutes('breakMinutes', 'Length of the break', 30);

/** Rest inside the work of those under age, sooner than for others. */
export const youngBreak: WorkRule = {
  id: 'young-break',
  title: { en: 'Break under 18', ja: '18歳未満の休憩' },
  message: {
    en: '{restMinutes} min of break inside {workMinutes} min of work while under 18; the rule asks for {limit}',
    ja: '18歳未満の労働{workMinutes}分に対し休憩は{restMinutes}分です。{limit}分以上が必要です',
  },
  source: 'EU 94/33/EC art. 12',
  amountUnit: 'minutes',
  parameters: [workMinutes, breakMinutes],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, p, level) => {
    const limit = valueOf(breakMinutes, p);
    const toBreach = breachOf(youngBreak, view, level);
    return judged(
      plannedShifts(view).flatMap((shift) => {
        const { workMinutes: work, restMinutes } = workAndRest(view, shift);
        if (work <= valueOf(workMinutes, p) || restMinutes >= limit || !isYoungAt(view, shift.startAt)) return [];
        const values = { restMinutes, workMinutes: work, limit };
        return [toBreach({ at: shift.startAt, span: shift, amount: limit - restMinutes, values })];
      }),
    );
  },
  tour: {
    kind: 'shift-filter',
    allows: (choice, view, p) => {
      if (!isYoungAt(view, choice.startAt)) return true;
      const rest = surelyInsideRest(choice.template, view);
      const work = elapsedMinutes(choice.startAt, choice.endAt) - rest;
      return work <= valueOf(workMinutes, p) || rest >= valueOf(breakMinutes, p);
    },
  },
  optIn: true,
};

import { elapsedMinutes } from '@yotei/time';
import { isRest, type RuleParameters, type Shift, type ShiftTemplate } from '../roster/index.js';
import { breachOf, judged, plannedShifts, valueOf } from './rule-parts.js';
import type { AgentView, Breach, RuleParameterSpec, WorkRule } from './work-rule.js';

const minutes = (key: string, title: string, standard: number): RuleParameterSpec => ({
  key,
  title,
  unit: 'minutes',
  min: 0,
  max: 1440,
  default: standard,
});
const firstWork = minutes('firstWorkMinutes', 'Work beyond which the first break is due', 360);
const firstBreak = minutes('firstBreakMinutes', 'Break due beyond the first limit', 45);
const secondWork = minutes('secondWorkMinutes', 'Work beyond which the longer break is due', 480);
const secondBreak = minutes('secondBreakMinutes', 'Break due beyond the second limit', 60);

function breakDue(workMinutes: number, p: RuleParameters): number {
  if (workMinutes > valueOf(secondWork, p)) return valueOf(secondBreak, p);
  return workMinutes > valueOf(firstWork, p) ? valueOf(firstBreak, p) : 0;
}

/** Work and rest of a shift, minutes. Rest before the first or after the last work is not inside the work and counts as neither. */
export function workAndRest(view: AgentView, shift: Shift): { workMinutes: number; restMinutes: number } {
  let workMinutes = 0;
  let restMinutes = 0;
  let restSinceWork = 0;
  for (const activity of shift.activities) {
    const length = elapsedMinutes(activity.startAt, activity.endAt);
    const type = view.activityTypes.get(activity.activityTypeId);
    if (type && isRest(type)) restSinceWork += workMinutes > 0 ? length : 0;
    else {
      workMinutes += length;
      restMinutes += restSinceWork;
      restSinceWork = 0;
    }
  }
  return { workMinutes, restMinutes };
}

/** Rest that lies inside the work wherever the template's windows let it be placed. */
export function surelyInsideRest(template: ShiftTemplate, view: AgentView): number {
  const rests = template.activities.filter((activity) => {
    const type = view.activityTypes.get(activity.activityTypeId);
    return type !== undefined && isRest(type);
  });
  const total = rests.reduce((sum, rest) => sum + rest.lengthMinutes, 0);
  let before = 0;
  let inside = 0;
  for (const rest of rests) {
    const after = total - before - rest.lengthMinutes;
    const endsBy = rest.latestStartMinutes + rest.lengthMinutes + after;
    if (rest.earliestStartMinutes > before && endsBy < template.lengthMinutes) inside += rest.lengthMinutes;
    before += rest.lengthMinutes;
  }
  return inside;
}

/** Breaks inside the work: in Japan more than 6 hours of work need 45 minutes, more than 8 hours 60. */
export const breakByWorkLength: WorkRule = {
  id: 'break-by-work-length',
  title: { en: 'Breaks by length of work', ja: '労働時間に応じた休憩' },
  message: {
    en: '{restMinutes} min of break inside {workMinutes} min of work; the rule asks for {limit}',
    ja: '労働{workMinutes}分に対し休憩は{restMinutes}分です。{limit}分以上が必要です',
  },
  source: 'Japan LSA art. 34',
  amountUnit: 'minutes',
  parameters: [firstWork, firstBreak, secondWork, secondBreak],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, p, level) => {
    const toBreach = breachOf(breakByWorkLength, view, level);
    const breaches: Breach[] = [];
    for (const shift of plannedShifts(view)) {
      const { workMinutes, restMinutes } = workAndRest(view, shift);
      const limit = breakDue(workMinutes, p);
      if (restMinutes >= limit) continue;
      breaches.push(
        toBreach({
          at: shift.startAt,
          span: shift,
          amount: limit - restMinutes,
          values: { restMinutes, workMinutes, limit },
        }),
      );
    }
    return judged(breaches);
  },
  tour: {
    kind: 'shift-filter',
    allows: (choice, view, p) => {
      const rest = surelyInsideRest(choice.template, view);
      return rest >= breakDue(elapsedMinutes(choice.startAt, choice.endAt) - rest, p);
    },
  },
};

import { elapsedMinutes, MINUTE_MILLIS } from '@yotei/time';
import type { RuleParameters, Shift, ShiftTemplate } from '../roster/index.js';
import { restParts, templateRests } from './rest-parts.js';
import { breachOf, judged, plannedShifts, valueOf } from './rule-parts.js';
import type { AgentView, RuleParameterSpec, WorkRule } from './work-rule.js';

const minutes = (key: string, title: string, standard: number): RuleParameterSpec => ({
  key,
  title,
  unit: 'minutes',
  min: 1,
  max: 1440,
  default: standard,
});
const workMinutes = minutes('workMinutes', 'Most time without a break', 360);
const breakMinutes = minutes('breakMinutes', 'Shortest rest that is a break', 15);

/** Stretches of the shift between breaks: minutes after its start. */
function stretches(view: AgentView, shift: Shift, p: RuleParameters): { from: number; until: number }[] {
  const found: { from: number; until: number }[] = [];
  let from = 0;
  for (const { startMinutes, lengthMinutes } of restParts(view, shift)) {
    if (lengthMinutes < valueOf(breakMinutes, p)) continue;
    found.push({ from, until: startMinutes });
    from = startMinutes + lengthMinutes;
  }
  return [...found, { from, until: elapsedMinutes(shift.startAt, shift.endAt) }];
}

/** Longest stretch that the template's windows may leave, wherever its breaks are placed. */
function longestPossible(view: AgentView, template: ShiftTemplate, p: RuleParameters): number {
  let [from, longest] = [0, 0];
  for (const rest of templateRests(view, template)) {
    if (rest.lengthMinutes < valueOf(breakMinutes, p)) continue;
    longest = Math.max(longest, rest.latestStartMinutes - from);
    from = rest.earliestStartMinutes + rest.lengthMinutes;
  }
  return Math.max(longest, template.lengthMinutes - from);
}

/** Nobody is at work for long without a break: every stretch between two breaks, or to either end of the shift. */
export const maxWorkWithoutBreak: WorkRule = {
  id: 'max-work-without-break',
  title: { en: 'Work without a break', ja: '休憩なしの連続勤務' },
  message: {
    en: '{stretchMinutes} min without a break; the rule allows {limit}',
    ja: '休憩なしの勤務が{stretchMinutes}分続きます。上限は{limit}分です',
  },
  source: 'Germany ArbZG section 4 (6 h)',
  amountUnit: 'minutes',
  parameters: [workMinutes, breakMinutes],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, p, level) => {
    const limit = valueOf(workMinutes, p);
    const toBreach = breachOf(maxWorkWithoutBreak, view, level);
    return judged(
      plannedShifts(view).flatMap((shift) =>
        stretches(view, shift, p)
          .filter(({ from, until }) => until - from > limit)
          .map(({ from, until }) => {
            const at = shift.startAt + from * MINUTE_MILLIS;
            const span = { startAt: at, endAt: shift.startAt + until * MINUTE_MILLIS };
            return toBreach({
              at,
              span,
              amount: until - from - limit,
              values: { stretchMinutes: until - from, limit },
            });
          }),
      ),
    );
  },
  tour: {
    kind: 'shift-filter',
    allows: ({ template }, view, p) => longestPossible(view, template, p) <= valueOf(workMinutes, p),
  },
  optIn: true,
};

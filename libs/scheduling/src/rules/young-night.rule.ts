import type { Interval } from '@yotei/time';
import type { RuleParameters } from '../roster/index.js';
import { minutesAtNight, nightFromMinute, nightUntilMinute } from './night-time.js';
import { breachOf, judged, plannedShifts } from './rule-parts.js';
import type { AgentView, WorkRule } from './work-rule.js';
import { isYoungAt } from './young.js';

const nightOf = (view: AgentView, span: Interval, p: RuleParameters): number =>
  isYoungAt(view, span.startAt) ? minutesAtNight(span, view.agent.zone, p) : 0;

/** No work at night for those under age on the day on which the shift starts. */
export const youngNight: WorkRule = {
  id: 'young-night',
  title: { en: 'No nights under 18', ja: '18歳未満の深夜業の禁止' },
  message: { en: '{nightMinutes} min at night while under 18', ja: '18歳未満の深夜の勤務が{nightMinutes}分あります' },
  source: 'Japan LSA art. 61; EU 94/33/EC art. 9',
  amountUnit: 'minutes',
  parameters: [nightFromMinute, nightUntilMinute],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, p, level) => {
    const toBreach = breachOf(youngNight, view, level);
    return judged(
      plannedShifts(view).flatMap((shift) => {
        const nightMinutes = nightOf(view, shift, p);
        if (nightMinutes === 0) return [];
        return [toBreach({ at: shift.startAt, span: shift, amount: nightMinutes, values: { nightMinutes } })];
      }),
    );
  },
  tour: { kind: 'shift-filter', allows: (choice, view, p) => nightOf(view, choice, p) === 0 },
  optIn: true,
};

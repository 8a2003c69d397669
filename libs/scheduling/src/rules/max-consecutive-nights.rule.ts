import type { RuleParameters } from '../roster/index.js';
import { longRuns } from './day-runs.js';
import { isNight, nightFromMinute, nightMinutes, nightUntilMinute } from './night-time.js';
import { firstDayOf, shiftsByDay, valueOf } from './rule-parts.js';
import type { AgentView, DayTracker, RuleParameterSpec, WorkRule } from './work-rule.js';

const nights: RuleParameterSpec = {
  key: 'nights',
  title: 'Nights in a row',
  unit: 'days',
  min: 1,
  max: 14,
  default: 3,
};

/** Counts the nights in a row up to yesterday. */
function nightTracker(view: AgentView, p: RuleParameters): DayTracker {
  const limit = valueOf(nights, p);
  const before = shiftsByDay(
    view,
    view.shifts.filter((shift) => isNight(shift, view.agent.zone, p)),
  );
  let initial = 0;
  while (initial < limit && before.has(firstDayOf(view) - 1 - initial)) initial++;
  return {
    initial,
    symbolOf: (choice) => Number(isNight(choice, view.agent.zone, p)),
    step: (state, symbol) => (symbol < 1 ? 0 : state < limit ? state + 1 : -1),
  };
}

/** Night shifts on days that follow one another, at most so many; a shift counts to the day on which it starts. */
export const maxConsecutiveNights: WorkRule = {
  id: 'max-consecutive-nights',
  title: { en: 'Nights worked in a row', ja: '連続夜勤回数' },
  message: {
    en: '{runDays} nights in a row; the rule allows {limit}',
    ja: '{runDays}日連続の夜勤です。上限は{limit}日です',
  },
  source: 'EU 2003/88/EC art. 2 (three hours in the night make a night worker); Japan LSA art. 37 (22:00 to 05:00)',
  amountUnit: 'days',
  parameters: [nights, nightFromMinute, nightUntilMinute, nightMinutes],
  defaultLevel: 'must',
  lookBackDays: (p) => valueOf(nights, p),
  evaluate: (view, p, level) => {
    const worked = view.shifts.filter((shift) => isNight(shift, view.agent.zone, p));
    return longRuns(view, shiftsByDay(view, worked), { rule: maxConsecutiveNights, limit: valueOf(nights, p), level });
  },
  tour: { kind: 'tracked', tracker: nightTracker },
  optIn: true,
};

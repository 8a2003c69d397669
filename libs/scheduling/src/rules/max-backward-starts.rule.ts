import { localMinuteOfDay } from '@yotei/time';
import type { RuleParameters, Shift } from '../roster/index.js';
import {
  breachOf,
  firstDayOf,
  historyMissing,
  isKnownSince,
  periodDaysOf,
  plannedPeriods,
  shiftsByDay,
  valueOf,
} from './rule-parts.js';
import type { AgentView, Breach, CannotJudge, DayTracker, RuleParameterSpec, WorkRule } from './work-rule.js';
import { startOfDay } from './worked-time.js';

const steps: RuleParameterSpec = {
  key: 'steps',
  title: 'Most steps back in a period',
  unit: 'count',
  min: 0,
  max: 53,
  default: 0,
};

const toleranceMinutes: RuleParameterSpec = {
  key: 'toleranceMinutes',
  title: 'Earlier by this much is no step back',
  unit: 'minutes',
  min: 0,
  max: 1440,
  default: 60,
};

const periodWeeks: RuleParameterSpec = {
  key: 'periodWeeks',
  title: 'Weeks of a period; 0: the whole horizon',
  unit: 'count',
  min: 0,
  max: 53,
  default: 0,
};

const startOf = (view: AgentView, at: number): number => localMinuteOfDay(at, view.agent.zone);

/** Whether the first shift of a day starts earlier by the clock than the first of the day before, beyond the tolerance. */
function isBack(view: AgentView, before: Shift | undefined, shift: Shift, p: RuleParameters): boolean {
  if (!before) return false;
  return startOf(view, before.startAt) - startOf(view, shift.startAt) > valueOf(toleranceMinutes, p);
}

/** State: 0 after a day off, else the minute of the start plus one. Symbol: the minute of the start. */
function backTracker(view: AgentView, p: RuleParameters): DayTracker {
  const tolerance = valueOf(toleranceMinutes, p);
  const { untilDays } = periodDaysOf(view, valueOf(periodWeeks, p));
  const last = shiftsByDay(view, view.shifts).get(firstDayOf(view) - 1)?.[0];
  return {
    initial: last ? startOf(view, last.startAt) + 1 : 0,
    symbolOf: (choice) => startOf(view, choice.startAt),
    step: (_state, symbol) => (symbol < 0 ? 0 : symbol + 1),
    amount: {
      untilDays,
      ranges: untilDays.map(() => ({ min: 0, max: valueOf(steps, p) })),
      of: (state, symbol) => Number(state > 0 && symbol >= 0 && state - 1 - symbol > tolerance),
    },
  };
}

/** Shifts on days that follow one another move forward: at most so many start earlier than the day before. */
export const maxBackwardStarts: WorkRule = {
  id: 'max-backward-starts',
  title: { en: 'Forward rotation', ja: '正循環（前日より早い始業）' },
  message: {
    en: '{steps} starts earlier than the day before; the rule allows {limit}',
    ja: '前日より早い始業が{steps}回あります。上限は{limit}回です',
  },
  source: 'wellbeing measure W7; SJWEH 2021;47(6):446',
  amountUnit: 'count',
  parameters: [steps, toleranceMinutes, periodWeeks],
  defaultLevel: 'prefer',
  lookBackDays: () => 1,
  evaluate: (view, p, level) => {
    const limit = valueOf(steps, p);
    const byDay = shiftsByDay(view, view.shifts);
    const first = firstDayOf(view);
    const toBreach = breachOf(maxBackwardStarts, view, level);
    const breaches: Breach[] = [];
    const cannotJudge: CannotJudge[] = [];
    for (const { span, firstWeek, untilWeek } of plannedPeriods(view, valueOf(periodWeeks, p))) {
      const back: Shift[] = [];
      for (let day = first + firstWeek * 7; day < first + untilWeek * 7; day++) {
        const shift = byDay.get(day)?.[0];
        if (shift && isBack(view, byDay.get(day - 1)?.[0], shift, p)) back.push(shift);
      }
      const over = back[limit];
      if (over)
        breaches.push(
          toBreach({ at: over.startAt, span, amount: back.length - limit, values: { steps: back.length, limit } }),
        );
      const isOpen = firstWeek === 0 && byDay.has(first) && !isKnownSince(view, startOfDay(view, first - 1));
      // Without the eve the first day may be one step back more.
      if (isOpen && !byDay.has(first - 1) && back.length <= limit)
        cannotJudge.push(historyMissing(maxBackwardStarts, view, startOfDay(view, first - 1)));
    }
    return { breaches, cannotJudge };
  },
  tour: { kind: 'tracked', tracker: backTracker },
  optIn: true,
};

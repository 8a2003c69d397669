import { dateOfEpochDay, epochDay, localDateOf, startOfLocalDay } from '@yotei/time';
import type { RuleParameters } from '../roster/index.js';
import { absenceDays } from './absence-days.js';
import { breachOf, firstDayOf, historyMissing, isKnownSince, shiftsByDay, valueOf } from './rule-parts.js';
import type { AgentView, Breach, DayTracker, RuleParameterSpec, WorkRule } from './work-rule.js';

const days: RuleParameterSpec = { key: 'days', title: 'Days off in a row', unit: 'days', min: 1, max: 14, default: 4 };

const startOf = (view: AgentView, day: number) => startOfLocalDay(dateOfEpochDay(day), view.agent.zone);

/** Whether the agent is off on an epoch day without being away: nothing starts on it and no absence touches it. */
function offDays(view: AgentView): (day: number) => boolean {
  const worked = shiftsByDay(view, view.shifts);
  const away = absenceDays(view);
  return (day) => !worked.has(day) && !away.has(day);
}

/** Days off in a row up to the day before the horizon, `limit` at most; `isOpen` where the row may have begun earlier. */
function rowBefore(view: AgentView, limit: number, isOff: (day: number) => boolean) {
  const first = firstDayOf(view);
  let row = 0;
  while (row < limit && isOff(first - 1 - row)) {
    if (!isKnownSince(view, startOf(view, first - 1 - row))) return { row, isOpen: true };
    row++;
  }
  return { row, isOpen: false };
}

/** Counts the days off in a row up to yesterday. */
function offTracker(view: AgentView, p: RuleParameters): DayTracker {
  const limit = valueOf(days, p);
  const first = firstDayOf(view);
  const away = absenceDays(view);
  return {
    initial: rowBefore(view, limit, offDays(view)).row,
    step: (state, symbol, day) => {
      if (symbol >= 0 || away.has(first + day)) return 0;
      return state < limit ? state + 1 : -1;
    },
    own: [...away].sort((a, b) => a - b).join(),
  };
}

/**
 * Days off come in rows of at most so many. A day that an absence touches ends a row: whoever is on leave need not come in
 * between. One breach for a row, counting the days of the horizon beyond the limit.
 */
export const maxConsecutiveDaysOff: WorkRule = {
  id: 'max-consecutive-days-off',
  title: { en: 'Longest row of days off', ja: '連続休日の最長日数' },
  message: {
    en: '{runDays} days off in a row; the rule allows {limit}',
    ja: '{runDays}日連続の休日です。上限は{limit}日です',
  },
  source: 'contract; as in staff rules of Amazon Connect and location rules of Zendesk',
  amountUnit: 'days',
  parameters: [days],
  defaultLevel: 'must',
  lookBackDays: (p) => valueOf(days, p),
  evaluate: (view, p, level) => {
    const limit = valueOf(days, p);
    const isOff = offDays(view);
    const first = firstDayOf(view);
    const end = epochDay(localDateOf(view.horizon.endAt, view.agent.zone));
    const { row, isOpen } = rowBefore(view, limit, isOff);
    const toBreach = breachOf(maxConsecutiveDaysOff, view, level);
    const breaches: Breach[] = [];
    for (let day = first; day < end; day++) {
      if (!isOff(day)) continue;
      const from = day === first ? first - row : day;
      while (day + 1 < end && isOff(day + 1)) day++;
      const firstOver = Math.max(from + limit, first);
      if (firstOver > day) continue;
      const span = { startAt: startOf(view, from), endAt: startOf(view, day + 1) };
      const values = { runDays: day - from + 1, limit };
      breaches.push(toBreach({ at: startOf(view, firstOver), span, amount: day - firstOver + 1, values }));
    }
    const isFirstBroken = breaches.some(({ span }) => span.startAt <= view.horizon.startAt);
    if (!isOpen || !isOff(first) || isFirstBroken) return { breaches, cannotJudge: [] };
    return { breaches, cannotJudge: [historyMissing(maxConsecutiveDaysOff, view, startOf(view, first - limit))] };
  },
  tour: { kind: 'tracked', tracker: offTracker },
  optIn: true,
};

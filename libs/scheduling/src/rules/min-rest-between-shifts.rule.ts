import { elapsedMinutes, MINUTE_MILLIS, type Instant } from '@yotei/time';
import type { Shift } from '../roster/index.js';
import {
  breachOf,
  historyMissing,
  isKnownSince,
  isPlanned,
  judged,
  LONGEST_SPILL_MILLIS,
  plannedShifts,
  valueOf,
} from './rule-parts.js';
import type { AgentView, Breach, RuleParameterSpec, WorkRule } from './work-rule.js';

const restMinutes: RuleParameterSpec = {
  key: 'restMinutes',
  title: 'Rest between shifts',
  unit: 'minutes',
  min: 0,
  max: 1440,
  default: 660,
};

/**
 * From when the history must be known to judge the rest before the first planned shift; null when any shift before
 * the horizon ended long enough ago.
 */
function neededFrom(view: AgentView, first: Shift, limit: number): Instant | null {
  const restFromAt = first.startAt - limit * MINUTE_MILLIS;
  const spillsUntilAt = view.horizon.startAt + LONGEST_SPILL_MILLIS;
  return limit === 0 || restFromAt >= spillsUntilAt ? null : Math.min(restFromAt, view.horizon.startAt);
}

/** Rest is elapsed time, not wall-clock: 22:00 to 09:00 over a spring clock change is 600 minutes. */
export const minRestBetweenShifts: WorkRule = {
  id: 'min-rest-between-shifts',
  title: { en: 'Rest between shifts', ja: '勤務間インターバル' },
  message: {
    en: '{restMinutes} min between shifts; the rule asks for {limit}',
    ja: '勤務間隔は{restMinutes}分です。{limit}分以上が必要です',
  },
  source: 'EU 2003/88/EC art. 3 (11 h); Japan: effort duty since 2019-04, no number in law',
  amountUnit: 'minutes',
  parameters: [restMinutes],
  defaultLevel: 'must',
  lookBackDays: (p) => Math.ceil(valueOf(restMinutes, p) / 1440),
  evaluate: (view, p, level) => {
    const limit = valueOf(restMinutes, p);
    const toBreach = breachOf(minRestBetweenShifts, view, level);
    const breaches: Breach[] = [];
    const first = plannedShifts(view)[0];
    let isFirstBroken = false;
    let before = view.shifts[0];
    for (const shift of view.shifts.slice(1)) {
      const rest = Math.max(0, elapsedMinutes(before!.endAt, shift.startAt));
      if (rest < limit && isPlanned(view, shift)) {
        const span = { startAt: before!.endAt, endAt: Math.max(before!.endAt, shift.startAt) };
        breaches.push(toBreach({ at: span.startAt, span, amount: limit - rest, values: { restMinutes: rest, limit } }));
        isFirstBroken ||= shift === first;
      }
      if (shift.endAt > before!.endAt) before = shift;
    }
    const neededFromAt = first && !isFirstBroken ? neededFrom(view, first, limit) : null;
    if (neededFromAt === null || isKnownSince(view, neededFromAt)) return judged(breaches);
    return { breaches, cannotJudge: [historyMissing(minRestBetweenShifts, view, neededFromAt)] };
  },
  tour: { kind: 'min-rest', restMinutes: (p) => valueOf(restMinutes, p) },
};

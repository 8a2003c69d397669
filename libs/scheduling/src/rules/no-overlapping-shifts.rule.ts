import { elapsedMinutes } from '@yotei/time';
import {
  breachOf,
  historyMissing,
  isKnownSince,
  isPlanned,
  LONGEST_SPILL_MILLIS,
  plannedShifts,
} from './rule-parts.js';
import type { Breach, WorkRule } from './work-rule.js';

/** An agent is in one place at a time; touching ends do not overlap. A night shift of the day before the horizon counts too. */
export const noOverlappingShifts: WorkRule = {
  id: 'no-overlapping-shifts',
  title: { en: 'No overlapping shifts', ja: '勤務の重複禁止' },
  message: { en: 'Two shifts overlap by {overlapMinutes} min', ja: '2つの勤務が{overlapMinutes}分重なっています' },
  source: 'an agent works one shift at a time',
  amountUnit: 'minutes',
  parameters: [],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, _p, level) => {
    const toBreach = breachOf(noOverlappingShifts, view, level);
    const breaches: Breach[] = [];
    let reached = view.shifts[0];
    for (const shift of view.shifts.slice(1)) {
      if (shift.startAt < reached!.endAt && isPlanned(view, shift)) {
        const span = { startAt: shift.startAt, endAt: Math.min(shift.endAt, reached!.endAt) };
        const overlapMinutes = elapsedMinutes(span.startAt, span.endAt);
        if (overlapMinutes > 0)
          breaches.push(toBreach({ at: span.startAt, span, amount: overlapMinutes, values: { overlapMinutes } }));
      }
      if (shift.endAt > reached!.endAt) reached = shift;
    }
    const { startAt } = view.horizon;
    const mayMeetHistory = (plannedShifts(view)[0]?.startAt ?? Infinity) < startAt + LONGEST_SPILL_MILLIS;
    const settled = breaches.length > 0 || !mayMeetHistory || isKnownSince(view, startAt);
    return { breaches, cannotJudge: settled ? [] : [historyMissing(noOverlappingShifts, view, startAt)] };
  },
  tour: { kind: 'min-rest', restMinutes: () => 0 },
  standing: true,
};

import { overlaps } from '@yotei/time';
import {
  indexProblem,
  paidMinutesOf,
  type Roster,
  type RosterProblem,
  type Shift,
  type TimeOff,
} from '../roster/index.js';
import type { NewAbsence, ReplanOptions } from './replan-options.js';

export interface Release {
  readonly timeOff: readonly TimeOff[];
  /** Shifts of the horizon that can still be worked. */
  readonly working: readonly Shift[];
  /** Shifts that fall into an absence, as they were. */
  readonly released: readonly Shift[];
}

/**
 * Parts the earlier roster by the absences, old and new. A new absence without paid minutes pays what its shifts paid, so
 * that the contract's hours are not to be made up for. Shifts begun before now stay, cut where the absence begins.
 */
export function releaseShifts(problem: RosterProblem, base: Roster, options: ReplanOptions): Release {
  const { absences = [], decidedAt = Number.NEGATIVE_INFINITY } = options;
  const { activityTypes, agents } = indexProblem(problem);
  const known = base.shifts.filter(({ agentId }) => agents.has(agentId));
  const lostTo = (absence: NewAbsence) =>
    known.filter((shift) => shift.agentId === absence.agentId && overlaps(shift, absence));
  const added = absences.map((absence): TimeOff => ({
    ...absence,
    paidMinutes:
      absence.paidMinutes ?? lostTo(absence).reduce((sum, shift) => sum + paidMinutesOf(shift, activityTypes), 0),
  }));
  const timeOff = added.length === 0 ? problem.timeOff : [...problem.timeOff, ...added];
  const working: Shift[] = [];
  const released: Shift[] = [];
  for (const shift of known) {
    const away = timeOff.filter((absence) => absence.agentId === shift.agentId && overlaps(shift, absence));
    if (away.length === 0) {
      working.push(shift);
      continue;
    }
    released.push(shift);
    const endsAt = Math.min(...away.map(({ startAt }) => startAt));
    if (shift.startAt < decidedAt && endsAt > shift.startAt) working.push(cutAt(shift, endsAt));
  }
  return { timeOff, working, released };
}

/** The shift up to an instant; no template describes it any more. */
function cutAt(shift: Shift, endAt: number): Shift {
  const activities = shift.activities
    .filter((activity) => activity.startAt < endAt)
    .map((activity) => ({ ...activity, endAt: Math.min(activity.endAt, endAt) }));
  return { ...shift, templateId: undefined, endAt, activities };
}

import { localDateOf } from '@yotei/time';
import { indexProblem, type Roster, type RosterProblem, type Shift, type StabilitySettings } from '../roster/index.js';
import { keptDays, keptWeeks } from './kept-parts.js';
import { releaseShifts } from './release-shifts.js';
import { isPublished, STANDARD_STABILITY, type ReplanOptions } from './replan-options.js';

export interface Replanning {
  readonly problem: RosterProblem;
  /** The earlier roster without the shifts that cannot be worked any more: where the engine starts. */
  readonly resumeFrom: Roster;
  /** Shifts that fall into an absence: they end with its begin, or are gone. */
  readonly released: readonly Shift[];
}

/**
 * The problem of planning again around changes: what is kept becomes fixed shifts and kept days and weeks, all else is
 * drawn to the earlier roster by the price of change. New demand is the demand of the problem given. Shifts that fall into
 * an absence cannot be kept; the weeks they lie in keep no paid hours. Shifts of agents the
 * problem does not know are left out.
 */
export function replan(problem: RosterProblem, base: Roster, options: ReplanOptions): Replanning {
  const { keep, disruption = 1, decidedAt } = options;
  const { timeOff, released, working } = releaseShifts(problem, base, options);
  const changed = { ...problem, timeOff };
  if (keep.length === 0 && disruption === 0 && decidedAt === undefined)
    return { problem: timeOff === problem.timeOff ? problem : changed, resumeFrom: { shifts: working }, released };
  const stays = stayingShifts(changed, working, options);
  return {
    problem: {
      ...changed,
      fixedShifts: joined(
        problem.fixedShifts.filter((shift) => !released.some(sameShift(shift))),
        stays,
      ),
      kept: {
        days: keptDays(changed, { working, released }, options),
        weeks: keep.includes('paid-hours') ? keptWeeks(changed, { working, released }) : [],
        notBeforeAt: decidedAt,
      },
      objective: {
        ...problem.objective,
        stability: scaled(problem.objective?.stability ?? STANDARD_STABILITY, disruption),
        stabilityBase: { shifts: base.shifts, decidedAt },
      },
    },
    resumeFrom: { shifts: working },
    released,
  };
}

const sameShift = (a: Shift) => (b: Shift) => a.agentId === b.agentId && a.startAt === b.startAt;

function joined(fixed: readonly Shift[], more: readonly Shift[]): Shift[] {
  return [...fixed, ...more.filter((shift) => !fixed.some(sameShift(shift)))];
}

function scaled(settings: StabilitySettings, by: number): StabilitySettings {
  return {
    dayWeight: settings.dayWeight * by,
    movedHourWeight: settings.movedHourWeight * by,
    breakQuarterWeight: settings.breakQuarterWeight * by,
  };
}

/** Shifts that stay whole: begun before now, published, or all. */
function stayingShifts(problem: RosterProblem, working: readonly Shift[], options: ReplanOptions): Shift[] {
  const { agents } = indexProblem(problem);
  const { keep, decidedAt = Number.NEGATIVE_INFINITY } = options;
  return working.filter((shift) => {
    if (keep.includes('shifts') || shift.startAt < decidedAt) return true;
    const agent = agents.get(shift.agentId);
    return agent !== undefined && isPublished(localDateOf(shift.startAt, agent.zone), options);
  });
}

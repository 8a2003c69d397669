import { addDays, daysBetween, localDateOf, startOfLocalDay, type LocalDate } from '@yotei/time';
import {
  groupByAgent,
  indexProblem,
  paidMinutesOf,
  type Agent,
  type KeptDay,
  type KeptWeek,
  type RosterProblem,
  type Shift,
} from '../roster/index.js';
import { isPublished, type ReplanOptions } from './replan-options.js';

const WEEK = 7;

/** The earlier roster's shifts: those that can still be worked, and those an absence takes away. */
export interface EarlierShifts {
  readonly working: readonly Shift[];
  readonly released: readonly Shift[];
}

function byDate(agent: Agent, shifts: readonly Shift[]): Map<LocalDate, Shift> {
  return new Map(shifts.map((shift) => [localDateOf(shift.startAt, agent.zone), shift]));
}

/**
 * Days that may change only in part: free days that stay free (kept, published, or over already) and starts that stay. A
 * day whose shift an absence took away is open.
 */
export function keptDays(problem: RosterProblem, earlier: EarlierShifts, options: ReplanOptions): KeptDay[] {
  const { keep, decidedAt = Number.NEGATIVE_INFINITY } = options;
  const working = groupByAgent(earlier.working);
  const released = groupByAgent(earlier.released);
  return problem.agents.flatMap((agent) => {
    const worked = byDate(agent, working.get(agent.id) ?? []);
    const lost = byDate(agent, released.get(agent.id) ?? []);
    const days: KeptDay[] = [];
    for (let day = 0; day < problem.weeks * WEEK; day++) {
      const on = addDays(problem.startsOn, day);
      const shift = worked.get(on);
      if (shift && keep.includes('starts')) days.push({ agentId: agent.id, on, startAt: shift.startAt });
      if (shift || lost.has(on)) continue;
      const isOver = startOfLocalDay(addDays(on, 1), agent.zone) <= decidedAt;
      if (keep.includes('days-off') || isPublished(on, options) || isOver)
        days.push({ agentId: agent.id, on, startAt: null });
    }
    return days;
  });
}

/** Paid minutes of every agent's weeks that no absence touched. */
export function keptWeeks(problem: RosterProblem, { working, released }: EarlierShifts): KeptWeek[] {
  const { activityTypes } = indexProblem(problem);
  const byAgent = groupByAgent(working);
  const lost = groupByAgent(released);
  return problem.agents.flatMap((agent) => {
    const weekOf = (shift: Shift) =>
      Math.floor(daysBetween(problem.startsOn, localDateOf(shift.startAt, agent.zone)) / WEEK);
    const touched = new Set((lost.get(agent.id) ?? []).map(weekOf));
    return Array.from({ length: problem.weeks }, (_, week) => week).flatMap((week) => {
      if (touched.has(week)) return [];
      const shifts = (byAgent.get(agent.id) ?? []).filter((shift) => weekOf(shift) === week);
      const paidMinutes = shifts.reduce((sum, shift) => sum + paidMinutesOf(shift, activityTypes), 0);
      return [{ agentId: agent.id, weekStartsOn: addDays(problem.startsOn, week * WEEK), paidMinutes }];
    });
  });
}

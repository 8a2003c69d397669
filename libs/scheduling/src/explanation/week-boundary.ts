import { daysBetween, elapsedMinutes, localDateOf } from '@yotei/time';
import type { Agent, RosterProblem, Shift } from '../roster/index.js';
import { buildAgentView, findRule } from '../rules/index.js';
import { activeRules, agentLimits } from '../optimiser/problem/agent-limits.js';
import { readyAfterDays } from '../optimiser/problem/ready-after-days.js';
import { DAYS } from '../optimiser/problem/tour-space.js';
import type { WeekBoundary } from '../optimiser/tour/tour.js';

/** Planning week to which the shift counts; negative before the horizon. */
export function weekOf(problem: RosterProblem, agent: Agent, shift: Shift): number {
  return Math.floor(dayOf(problem, agent, shift) / DAYS);
}

export function dayOf(problem: RosterProblem, agent: Agent, shift: Shift): number {
  return daysBetween(problem.startsOn, localDateOf(shift.startAt, agent.zone));
}

interface BoundaryInput {
  /** The agent's own problem, with the limits that hold. */
  readonly solo: RosterProblem;
  readonly carried: WeekBoundary;
  /** All planned shifts of the agent. */
  readonly shifts: readonly Shift[];
  readonly week: number;
  readonly horizonStartAt: number;
}

/** What the agent's other weeks, as they stand, demand of one week. */
export function boundaryOf({ solo, carried, shifts, week, horizonStartAt }: BoundaryInput): WeekBoundary {
  if (solo.weeks === 1) return { ...carried };
  const agent = solo.agents[0]!;
  const limits = agentLimits(activeRules(solo, agent, findRule), buildAgentView(solo, agent.id, []));
  const worked = new Set(shifts.map((shift) => dayOf(solo, agent, shift)));
  const minuteOf = (at: number) => elapsedMinutes(horizonStartAt, at);
  const before = new Map<number, Shift[]>();
  let nextStartMinute = Number.POSITIVE_INFINITY;
  for (const shift of shifts) {
    const [other, day] = [weekOf(solo, agent, shift), dayOf(solo, agent, shift)];
    if (other < week) before.set(day, [...(before.get(day) ?? []), shift]);
    if (other > week) nextStartMinute = Math.min(nextStartMinute, Math.floor(minuteOf(shift.startAt)));
  }
  const readyMinute = Math.max(carried.readyMinute, readyAfterDays(before, limits, minuteOf));
  let runDays = 0;
  while (runDays < week * DAYS && worked.has(week * DAYS - 1 - runDays)) runDays++;
  if (runDays === week * DAYS) runDays += carried.runDays;
  let nextRunDays = 0;
  while (worked.has((week + 1) * DAYS + nextRunDays)) nextRunDays++;
  return { readyMinute, runDays, nextStartMinute, nextRunDays };
}

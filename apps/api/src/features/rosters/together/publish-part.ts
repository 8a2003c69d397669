import type { KeptDay, RosterProblem } from '@yotei/scheduling/roster';
import { addDays, localDateOf, type LocalDate } from '@yotei/time';
import type { PublishPart, ScheduleRecord } from '../schedules.repository.js';
import type { StoredShift } from '../shifts.repository.js';

/** What a planner names; missing parts mean everything. */
export interface PartOrder {
  readonly teamIds?: readonly string[] | null;
  readonly fromOn?: LocalDate | null;
  /** First day that is not published. */
  readonly untilOn?: LocalDate | null;
}

export type CheckedPart =
  | { readonly kind: 'all' }
  | { readonly kind: 'part'; readonly part: PublishPart }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

type Weeks = Pick<ScheduleRecord, 'weekStartOn' | 'weeks'>;

/** The part of the schedule that is meant; naming everything is the same as naming nothing. */
export function checkedPart(schedule: Weeks, order: PartOrder | null | undefined): CheckedPart {
  const firstOn = schedule.weekStartOn;
  const endOn = addDays(firstOn, schedule.weeks * 7);
  const [fromOn, untilOn] = [order?.fromOn ?? firstOn, order?.untilOn ?? endOn];
  if (fromOn < firstOn || untilOn > endOn || fromOn >= untilOn)
    return {
      kind: 'invalid',
      path: 'part.fromOn',
      message: `the days must lie in the schedule's weeks, from ${firstOn} until ${endOn}`,
    };
  const teamIds = order?.teamIds && order.teamIds.length > 0 ? [...order.teamIds] : null;
  if (!teamIds && fromOn === firstOn && untilOn === endOn) return { kind: 'all' };
  return { kind: 'part', part: { teamIds, fromOn, untilOn } };
}

/** Whether a shift lies in the part, by its agent's team and the local day it starts on. */
export function isIn(
  part: PublishPart | null,
  shift: Pick<StoredShift, 'agentId' | 'startAt'>,
  of: { readonly zone: string; readonly teamOf: ReadonlyMap<string, string | undefined> },
): boolean {
  if (!part) return true;
  const on = localDateOf(shift.startAt, of.zone);
  if (on < part.fromOn || on >= part.untilOn) return false;
  return !part.teamIds || part.teamIds.includes(of.teamOf.get(shift.agentId) ?? '');
}

/** Days off that agents have been told of: planning must leave them free. */
export function publishedDaysOff(
  parts: readonly PublishPart[],
  shifts: readonly StoredShift[],
  of: { readonly zone: string; readonly teamOf: ReadonlyMap<string, string | undefined> },
): KeptDay[] {
  const worked = new Set(shifts.map(({ agentId, startAt }) => `${agentId} ${localDateOf(startAt, of.zone)}`));
  const days = new Map<string, KeptDay>();
  for (const part of parts)
    for (const [agentId, teamId] of of.teamOf) {
      if (part.teamIds && !part.teamIds.includes(teamId ?? '')) continue;
      for (let on = part.fromOn; on < part.untilOn; on = addDays(on, 1))
        if (!worked.has(`${agentId} ${on}`)) days.set(`${agentId} ${on}`, { agentId, on, startAt: null });
    }
  return [...days.values()];
}

/** The problem with these days kept free, besides what it keeps already. */
export function withDaysOff(problem: RosterProblem, days: readonly KeptDay[]): RosterProblem {
  if (days.length === 0) return problem;
  const known = new Set(problem.agents.map(({ id }) => id));
  const kept = problem.kept ?? { days: [], weeks: [] };
  const held = new Set(kept.days.map(({ agentId, on }) => `${agentId} ${on}`));
  const more = days.filter(({ agentId, on }) => known.has(agentId) && !held.has(`${agentId} ${on}`));
  return { ...problem, kept: { ...kept, days: [...kept.days, ...more] } };
}

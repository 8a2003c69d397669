import { daysBetween, localDateOf } from '@yotei/time';
import { factsOf, isAgainst, type ShiftSpan } from '../objective/index.js';
import {
  conflictMembers,
  problemWith,
  teamRuleMembers,
  type ConflictMember,
  type HeldMember,
} from '../optimiser/explain/conflict-members.js';
import { smallestConflict } from '../optimiser/explain/smallest-conflict.js';
import { DAYS } from '../optimiser/problem/tour-space.js';
import type { Preference, Roster, RosterProblem, Shift } from '../roster/index.js';
import { findRule } from '../rules/index.js';
import { heldShifts } from './solo-problem.js';
import { rosterDifference, type RosterDifference } from './roster-difference.js';
import { timesUnmet, unmetWishes, type UnmetWish } from './unmet-wishes.js';
import { WhatIf, type OfferedShift, type WeekDemand } from './what-if.js';

/** Why an agent's week is not the wished one. */
export type WeekExplanation =
  | { readonly kind: 'met' }
  /** No week with the wish keeps the rules: a smallest set of what stands against it; none where no template can meet it. */
  | { readonly kind: 'forbidden'; readonly conflict: readonly ConflictMember[] }
  | {
      readonly kind: 'possible';
      /** Cost of the whole roster with the best week that meets the wish, less the present one; negative saves. */
      readonly costChange: number;
      /** The agent's shifts with the wish. */
      readonly shifts: readonly Shift[];
      readonly difference: RosterDifference;
      /** Wishes of the agent that would be unmet instead. */
      readonly newlyUnmet: readonly UnmetWish[];
    };

export interface WeekQuestion {
  /** Any wish, of the problem or not; its weight is not counted unless the problem holds it. */
  readonly wish: Preference;
  /** Planning week, 0 first, for a wish without a date. */
  readonly week?: number;
}

/**
 * "Why this week and not the wished one?": the best week with the wish kept, everybody else's shifts as they stand, and
 * what it would change; or what forbids it. Throws for an agent the problem does not know.
 */
export function explainWeek(problem: RosterProblem, roster: Roster, question: WeekQuestion): WeekExplanation {
  const { wish } = question;
  if (wish.kind === 'days-off-together')
    throw new Error('wish.kind (days-off-together) must be about one day or shift; ask day-off on the day beside');
  const agent = problem.agents.findIndex(({ id }) => id === wish.agentId);
  if (agent < 0) throw new Error(`agentId (${wish.agentId}) must be an agent of the problem; check problem.agents`);
  const whatIf = new WhatIf(problem, roster);
  const week = weekOfWish(problem, question);
  const planned = whatIf.plannedShifts(agent);
  if (isMetIn(problem, { wish, week }, planned)) return { kind: 'met' };
  const demand = demandOf(problem, { wish, week }, whatIf.solo(agent).fixedShifts);
  const found = whatIf.best(whatIf.trial(agent, week), demand);
  if (!found) return { kind: 'forbidden', conflict: conflictOf(whatIf, { agent, week, demand }) };
  const others = roster.shifts.filter((shift) => shift.agentId !== wish.agentId);
  const after: Roster = { shifts: [...others, ...found.shifts] };
  const difference = rosterDifference(problem, roster, after);
  const unmetBefore = new Set(unmetWishes(problem, roster).map(({ index }) => index));
  return {
    kind: 'possible',
    costChange: difference.after.cost - difference.before.cost,
    shifts: found.shifts,
    difference,
    newlyUnmet: unmetWishes(problem, after).filter(({ index }) => !unmetBefore.has(index)),
  };
}

function weekOfWish({ startsOn, weeks }: RosterProblem, { wish, week = 0 }: WeekQuestion): number {
  const asked = wish.on === undefined ? week : Math.floor(daysBetween(startsOn, wish.on) / DAYS);
  if (asked >= 0 && asked < weeks) return asked;
  throw new Error(
    `wish.on (${wish.on ?? `week ${week}`}) must lie in the ${weeks} weeks from ${startsOn}; ask another day`,
  );
}

interface AskedWeek {
  readonly wish: Preference;
  readonly week: number;
}

function isMetIn(problem: RosterProblem, { wish, week }: AskedWeek, planned: readonly Shift[]): boolean {
  const zone = problem.agents.find(({ id }) => id === wish.agentId)!.zone;
  const inWeek = planned.filter(
    (shift) => Math.floor(daysBetween(problem.startsOn, factsOf(shift, zone).on) / DAYS) === week,
  );
  return timesUnmet(problem, wish, inWeek) === 0;
}

/** The wish as what the choices of its week must be. */
function demandOf(problem: RosterProblem, { wish, week }: AskedWeek, given: readonly Shift[]): WeekDemand {
  const { zone } = problem.agents.find(({ id }) => id === wish.agentId)!;
  const wantsWork = wish.kind === 'day-on' || wish.kind === 'template-on';
  const fits = (shift: ShiftSpan): boolean => {
    const facts = factsOf(shift, zone);
    if (Math.floor(daysBetween(problem.startsOn, facts.on) / DAYS) !== week) return true;
    if (wish.kind !== 'template-on') return !isAgainst(wish, facts);
    return facts.on !== wish.on || wish.templateId === undefined || wish.templateId === shift.templateId;
  };
  const allows = ({ startAt, endAt, templateId }: OfferedShift): boolean => {
    if (templateId !== null) return fits({ startAt, endAt, templateId });
    // A day whose shifts are given is one choice, whatever their number.
    const on = localDateOf(startAt, zone);
    return given.filter((shift) => localDateOf(shift.startAt, zone) === on).every(fits);
  };
  return { allows, workOn: wantsWork && wish.on !== undefined ? [wish.on] : [] };
}

function conflictOf(
  whatIf: WhatIf,
  { agent, week, demand }: { readonly agent: number; readonly week: number; readonly demand: WeekDemand },
): readonly ConflictMember[] {
  const solo = whatIf.solo(agent);
  const own = solo.agents[0]!;
  const given = heldShifts(solo, { shifts: [] }, own.id);
  const { horizonStartAt } = whatIf;
  const members = [
    ...conflictMembers({ problem: solo, agent: own, given, find: findRule, horizonStartAt }),
    ...teamRuleMembers(whatIf.problem, own.id),
  ];
  const isPossible = (kept: readonly HeldMember[]) =>
    whatIf.best(whatIf.trial(agent, week, problemWith(solo, own, kept)), demand) !== null;
  return smallestConflict(members, isPossible).map(({ member }) => member);
}

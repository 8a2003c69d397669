import { type Agent, type RosterProblem } from '../../roster/index.js';
import { buildAgentView } from '../../rules/index.js';
import { activeRules } from '../problem/agent-limits.js';
import { agentWeeks, type PreparationBase, type PreparedProblem } from '../problem/prepare.js';
import type { TourSpace } from '../problem/tour-space.js';
import { hasVastTours } from '../tour/long-corridor.js';
import { TourProgramme } from '../tour/tour-programme.js';
import { emptyTour, OPEN_BOUNDARY, type WeekBoundary } from '../tour/tour.js';
import { conflictMembers, problemWith, type ConflictMember, type HeldMember } from './conflict-members.js';
import { smallestConflict } from './smallest-conflict.js';

export interface InfeasibleAgent {
  readonly agentId: string;
  /** Rules among the members of the conflict. */
  readonly ruleIds: readonly string[];
  /** A smallest set that cannot stand together: without any one of them the agent could be planned. */
  readonly conflict?: readonly ConflictMember[];
}

/**
 * Agents who have no tour in some week, or whose given shifts break a must rule, with what fights. Whether a vast tour exists
 * the first roster shows, and it is not sought twice: {@link whyStuck}.
 */
export function infeasibleAgents(prepared: PreparedProblem, base: PreparationBase): InfeasibleAgent[] {
  const judge = new PossibleAgents(prepared);
  const { unitFrom } = prepared;
  return prepared.problem.agents.flatMap((agent, index): InfeasibleAgent[] => {
    base.betweenAgents();
    const spaces = prepared.spaces.slice(unitFrom[index], unitFrom[index + 1]);
    const isFound = hasVastTours({ spaces }) || judge.isPossible(spaces, prepared.carried[index]!);
    const isPlain = isFound && rulesBrokenByGiven(base, agent).length === 0;
    if (isPlain) return [];
    return [judge.conflictOf(base, agent, { agent: index, group: prepared.groups.ofAgent[index]! })];
  });
}

/** What fights where the first roster had no tour for an agent; as it was told where its weeks alone can be planned. */
export function whyStuck(prepared: PreparedProblem, base: PreparationBase, stuck: InfeasibleAgent): InfeasibleAgent {
  const index = prepared.problem.agents.findIndex(({ id }) => id === stuck.agentId);
  const spaces = prepared.spaces.slice(prepared.unitFrom[index], prepared.unitFrom[index + 1]);
  if (!hasVastTours({ spaces })) return stuck;
  const place = { agent: index, group: prepared.groups.ofAgent[index]! };
  return new PossibleAgents(prepared).conflictOf(base, prepared.problem.agents[index]!, place);
}

/** Whether agents can be planned at all, and if not, why. */
class PossibleAgents {
  private readonly programme: TourProgramme;
  private readonly scratch;
  private readonly gain: Float64Array;

  constructor(private readonly prepared: PreparedProblem) {
    this.programme = new TourProgramme(prepared.patterns, prepared.programmeSize);
    this.scratch = emptyTour(prepared.tourSize);
    this.gain = new Float64Array(prepared.frame.paddedSlots);
  }

  isPossible(spaces: readonly TourSpace[], carried: WeekBoundary): boolean {
    return spaces.every((space) => {
      const boundary = space.week === 0 ? carried : { ...OPEN_BOUNDARY, needsRest: space.longRest?.weeks === 1 };
      return this.programme.best(space, this.gain, boundary, this.scratch) < Number.POSITIVE_INFINITY;
    });
  }

  conflictOf(
    base: PreparationBase,
    agent: Agent,
    place: { readonly agent: number; readonly group: number },
  ): InfeasibleAgent {
    const { problem, given, find } = base;
    const horizonStartAt = this.prepared.frame.startAt;
    const members = conflictMembers({ problem, agent, given, find, horizonStartAt });
    const isPossible = (kept: readonly HeldMember[]): boolean => {
      base.betweenAgents();
      const smaller = problemWith(problem, agent, kept);
      const trial = { ...base, problem: smaller, given: smaller.fixedShifts };
      if (rulesBrokenByGiven(trial, agent).length > 0) return false;
      const { spaces, carried } = agentWeeks(trial, agent, place);
      return this.isPossible(spaces, carried);
    };
    const conflict = smallestConflict(members, isPossible).map(({ member }) => member);
    const ruleIds = conflict.flatMap((member) => (member.kind === 'rule' ? [member.ruleId] : []));
    return { agentId: agent.id, ruleIds: [...new Set(ruleIds)], conflict: inOrderOfChange(conflict) };
  }
}

const ORDER: readonly ConflictMember['kind'][] = ['given-shift', 'absence', 'team-rule', 'rule', 'worked-shift'];

/** What a planner can change soonest first. */
function inOrderOfChange(members: readonly ConflictMember[]): ConflictMember[] {
  return [...members].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

/** Must rules about single shifts that the agent's given shifts break: no tour around them can mend that. */
function rulesBrokenByGiven(
  base: Pick<PreparationBase, 'problem' | 'given' | 'find'>,
  agent: Agent,
): readonly string[] {
  const given = base.given.filter((shift) => shift.agentId === agent.id);
  if (given.length === 0) return [];
  const problem: RosterProblem = base.problem;
  const judged = activeRules(problem, agent, base.find).filter(
    ({ rule, must }) => must && (rule.tour.kind === 'shift-filter' || rule.tour.kind === 'by-construction'),
  );
  const view = { ...buildAgentView(problem, agent.id, given), shifts: given, historyFromAt: null };
  return judged
    .filter(({ rule, parameters }) => rule.evaluate(view, parameters, 'must').breaches.length > 0)
    .map(({ rule }) => rule.id);
}

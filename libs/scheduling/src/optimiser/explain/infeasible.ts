import { indexProblem, type Agent } from '../../roster/index.js';
import { buildAgentView } from '../../rules/index.js';
import { activeRules } from '../problem/agent-limits.js';
import { agentWeeks, type PreparationBase, type PreparedProblem } from '../problem/prepare.js';
import type { TourSpace } from '../problem/tour-space.js';
import { TourProgramme } from '../tour/tour-programme.js';
import { emptyTour, OPEN_BOUNDARY, type WeekBoundary } from '../tour/tour.js';

export interface InfeasibleAgent {
  readonly agentId: string;
  readonly ruleIds: readonly string[];
}

/** Agents who have no tour in some week, or whose given shifts break a must rule, with the rules that fight. */
export function infeasibleAgents(prepared: PreparedProblem, base: PreparationBase): InfeasibleAgent[] {
  const programme = new TourProgramme(prepared.patterns, prepared.programmeSize);
  const scratch = emptyTour(prepared.tourSize);
  const gain = new Float64Array(prepared.frame.paddedSlots);
  const isPossible = (spaces: readonly TourSpace[], carried: WeekBoundary) =>
    spaces.every(
      (space) =>
        programme.best(space, gain, space.week === 0 ? carried : OPEN_BOUNDARY, scratch) < Number.POSITIVE_INFINITY,
    );
  const { weeks } = prepared.problem;
  return prepared.problem.agents.flatMap((agent, index): InfeasibleAgent[] => {
    base.betweenAgents();
    const broken = rulesBrokenByGiven(base, agent);
    if (broken.length > 0) return [{ agentId: agent.id, ruleIds: broken }];
    if (isPossible(prepared.spaces.slice(index * weeks, (index + 1) * weeks), prepared.carried[index]!)) return [];
    const possibleWithout = (without: ReadonlySet<string>) => {
      base.betweenAgents();
      const { spaces, carried } = agentWeeks(
        base,
        agent,
        { agent: index, group: prepared.groups.ofAgent[index]! },
        without,
      );
      return isPossible(spaces, carried);
    };
    return [{ agentId: agent.id, ruleIds: fightingRules(base, agent, possibleWithout) }];
  });
}

/**
 * A smallest set of must rules that cannot be kept together: each rule in turn is dropped, and stays dropped while the
 * agent still has no tour (deletion filter; Chinneck and Dravnieks 1991).
 */
function fightingRules(
  base: PreparationBase,
  agent: Agent,
  possibleWithout: (without: ReadonlySet<string>) => boolean,
): string[] {
  const must = activeRules(base.problem, agent, base.find)
    .filter((active) => active.must)
    .map(({ rule }) => rule.id);
  const dropped = new Set<string>();
  for (const ruleId of new Set(must)) {
    dropped.add(ruleId);
    if (possibleWithout(dropped)) dropped.delete(ruleId);
  }
  return [...new Set(must)].filter((ruleId) => !dropped.has(ruleId));
}

/** Must rules about single shifts that the agent's given shifts break: no tour around them can mend that. */
function rulesBrokenByGiven(base: PreparationBase, agent: Agent): string[] {
  const given = base.given.filter((shift) => shift.agentId === agent.id);
  if (given.length === 0) return [];
  const index = indexProblem(base.problem);
  const judged = activeRules(base.problem, agent, base.find).filter(
    ({ rule, must }) => must && (rule.tour.kind === 'shift-filter' || rule.tour.kind === 'by-construction'),
  );
  const view = {
    ...buildAgentView(base.problem, agent.id, given),
    shifts: given,
    historyFromAt: null,
    templates: index.templates,
  };
  return judged
    .filter(({ rule, parameters }) => rule.evaluate(view, parameters, 'must').breaches.length > 0)
    .map(({ rule }) => rule.id);
}

import { unsocialPrices } from '../objective/index.js';
import type { Roster, RosterProblem, Shift } from '../roster/index.js';

/**
 * The problem of one agent alone, among the same demand, templates and rules: whatever is changed in it changes for that
 * agent only. Locked shifts of the roster stay, as the problem's fixed ones do.
 */
export function soloProblem(problem: RosterProblem, agentId: string, roster: Roster): RosterProblem {
  const own = <T extends { readonly agentId: string }>(items: readonly T[]): T[] =>
    items.filter((item) => item.agentId === agentId);
  const agents = problem.agents.filter((agent) => agent.id === agentId);
  const contracts = problem.contracts.filter((contract) => contract.id === agents[0]?.contractId);
  return {
    ...problem,
    objective: soloObjective(problem, agentId),
    agents,
    contracts,
    timeOff: own(problem.timeOff),
    preferences: own(problem.preferences),
    history: own(problem.history),
    fixedShifts: heldShifts(problem, roster, agentId),
  };
}

/** The price of an unsocial shift compares agents: alone, the agent keeps the price it has among all. */
function soloObjective(problem: RosterProblem, agentId: string): RosterProblem['objective'] {
  const { objective } = problem;
  if (!objective?.fairness) return objective;
  const weights = unsocialPrices(problem, objective.fairness).get(agentId) ?? {};
  return { ...objective, fairness: { ...objective.fairness, weights } };
}

/** Shifts of the agent that no plan may touch: fixed in the problem or locked in the roster. */
export function heldShifts(problem: RosterProblem, roster: Roster, agentId: string): Shift[] {
  const held = new Map<number, Shift>();
  const locked = roster.shifts.filter((shift) => shift.locked);
  for (const shift of [...problem.fixedShifts, ...locked])
    if (shift.agentId === agentId) held.set(shift.startAt, shift);
  return [...held.values()];
}

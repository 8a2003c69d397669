import type { Agent, Seniority } from './roster-problem.js';

/**
 * Which agents are meant: those who meet every part given. Within a part one of its entries is enough, except for skills,
 * of which all must be there. An empty selector means every agent.
 */
export interface AgentSelector {
  readonly agentIds?: readonly string[];
  readonly teamIds?: readonly string[];
  readonly siteIds?: readonly string[];
  readonly contractIds?: readonly string[];
  readonly seniorities?: readonly Seniority[];
  readonly skillIds?: readonly string[];
}

const oneOf = <T>(list: readonly T[] | undefined, value: T | undefined): boolean =>
  list === undefined || (value !== undefined && list.includes(value));

/** Whether the agent is among those meant. */
export function selects(selector: AgentSelector, agent: Agent): boolean {
  return (
    oneOf(selector.agentIds, agent.id) &&
    oneOf(selector.teamIds, agent.teamId) &&
    oneOf(selector.siteIds, agent.siteId) &&
    oneOf(selector.contractIds, agent.contractId) &&
    oneOf(selector.seniorities, agent.seniority) &&
    (selector.skillIds ?? []).every((skill) => agent.skillIds.includes(skill))
  );
}

/** The agents meant, in the order given. */
export function selectAgents(selector: AgentSelector, agents: readonly Agent[]): Agent[] {
  return agents.filter((agent) => selects(selector, agent));
}

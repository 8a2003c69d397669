import { selectAgents, type RosterProblem, type TeamRuleSetting } from '../../roster/index.js';
import { findTeamRule } from '../../rules/index.js';
import { DisjointSets } from './disjoint-sets.js';
import { agentsOfRule } from './team-rules-of-parts.js';

/** Agents and queues that depend on each other through nobody else. */
export interface AgentGroup {
  readonly agentIds: readonly string[];
  readonly queueIds: readonly string[];
}

/** On duty "whenever some queue is open": what is open is everybody's demand. */
const judgesOpenHours = ({ ruleId, fromMinute, untilMinute }: TeamRuleSetting): boolean =>
  findTeamRule(ruleId)?.hasWindow === true && fromMinute === undefined && untilMinute === undefined;

/**
 * The smallest groups that share no skill in demand, no rule across agents and no session: a roster of all is a roster of
 * each, and costs their sum. A rule on duty at "whenever some queue is open" joins everyone. In the order of their first
 * agent; queues that nobody serves come last, as groups without agents.
 */
export function independentGroups(problem: RosterProblem): AgentGroup[] {
  const sets = new DisjointSets();
  const demanded = new Set(problem.demand.map(({ skillId }) => skillId));
  for (const { id, skillIds } of problem.agents) {
    const skills = skillIds.filter((skillId) => demanded.has(skillId));
    sets.join([`agent ${id}`, ...skills.map((skillId) => `skill ${skillId}`)]);
  }
  for (const { skillId } of problem.demand) sets.join([`skill ${skillId}`]);
  const everyone = problem.agents.map(({ id }) => `agent ${id}`);
  for (const setting of problem.teamRules ?? [])
    sets.join(judgesOpenHours(setting) ? everyone : agentsOfRule(problem, setting).map((id) => `agent ${id}`));
  for (const { who } of problem.sessions ?? [])
    sets.join(selectAgents(who, problem.agents).map(({ id }) => `agent ${id}`));
  const groups = new Map<string, { agentIds: string[]; queueIds: string[] }>();
  const groupOf = (name: string) => {
    const root = sets.rootOf(name);
    const group = groups.get(root) ?? { agentIds: [], queueIds: [] };
    groups.set(root, group);
    return group;
  };
  for (const { id } of problem.agents) groupOf(`agent ${id}`).agentIds.push(id);
  for (const { queueId, skillId } of problem.demand) groupOf(`skill ${skillId}`).queueIds.push(queueId);
  return [...groups.values()];
}

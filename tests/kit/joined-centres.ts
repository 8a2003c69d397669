import type { RosterProblem } from '@yotei/scheduling/roster';
import { rosterInstance, type InstanceOptions } from './roster-instances.js';

/** Several seeded centres as one problem, with skills and queues of their own, so that nothing joins their agents. */
export function joinedCentres(centres: readonly InstanceOptions[]): RosterProblem {
  const problems = centres.map((options, i) => withSuffix(rosterInstance(options), `-${i + 1}`));
  const [first] = problems;
  return {
    ...first!,
    agents: problems.flatMap((each) => each.agents),
    demand: problems.flatMap((each) => each.demand),
    timeOff: problems.flatMap((each) => each.timeOff),
    preferences: problems.flatMap((each) => each.preferences),
    history: problems.flatMap((each) => each.history),
  };
}

function withSuffix(problem: RosterProblem, suffix: string): RosterProblem {
  const ours = <T extends { readonly agentId: string }>(items: readonly T[]): T[] =>
    items.map((item) => ({ ...item, agentId: item.agentId + suffix }));
  return {
    ...problem,
    agents: problem.agents.map((agent) => ({
      ...agent,
      id: agent.id + suffix,
      siteId: `site${suffix}`,
      skillIds: agent.skillIds.map((skill) => skill + suffix),
    })),
    demand: problem.demand.map((queue) => ({
      ...queue,
      queueId: queue.queueId + suffix,
      skillId: queue.skillId + suffix,
    })),
    timeOff: ours(problem.timeOff),
    preferences: ours(problem.preferences),
    history: ours(problem.history),
  };
}

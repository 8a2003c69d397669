import type { ZoneId } from '@yotei/time';
import { indexProblem, paidMinutesOf, weekStartsAt, type RosterProblem, type Shift } from '../roster/index.js';
import type { AgentView } from './work-rule.js';

const weeksByZone = new WeakMap<RosterProblem, Map<ZoneId, number[]>>();

function weeksOf(problem: RosterProblem, zone: ZoneId): number[] {
  const zones = weeksByZone.get(problem) ?? new Map<ZoneId, number[]>();
  weeksByZone.set(problem, zones);
  const weeks = zones.get(zone) ?? weekStartsAt(problem, zone);
  zones.set(zone, weeks);
  return weeks;
}

/**
 * What rules see of one agent: the given shifts of the plan joined with the agent's history, by start. Throws for an
 * agent or a contract the problem does not know; `validateProblem` names those kindly.
 */
export function buildAgentView(problem: RosterProblem, agentId: string, planned: readonly Shift[]): AgentView {
  const index = indexProblem(problem);
  const agent = index.agents.get(agentId);
  if (!agent) throw new Error(`agentId (${agentId}) must be an agent of the problem; check problem.agents`);
  const contract = index.contracts.get(agent.contractId);
  if (!contract)
    throw new Error(`contractId (${agent.contractId}) must be a contract of the problem; check problem.contracts`);
  const weeks = weeksOf(problem, agent.zone);
  return {
    agent,
    contract,
    templates: index.templates,
    activityTypes: index.activityTypes,
    queueSkills: index.queueSkills,
    timeOff: index.timeOffByAgent.get(agentId) ?? [],
    horizon: { startAt: weeks[0]!, endAt: weeks[weeks.length - 1]! },
    weekStartsAt: weeks,
    shifts: [...(index.historyByAgent.get(agentId) ?? []), ...planned].sort((a, b) => a.startAt - b.startAt),
    historyFromAt: problem.historyFromAt ?? null,
    earlier: index.earlierByAgent.get(agentId) ?? [],
    earlierFromAt: problem.earlierFromAt ?? null,
    paidMinutes: (shift) => paidMinutesOf(shift, index.activityTypes),
  };
}

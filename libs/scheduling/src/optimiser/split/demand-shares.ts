import { addDays, daysBetween, intervalStart, localDateOf, localMinuteOfDay, weekdayOf } from '@yotei/time';
import {
  coverageGrid,
  demandOnSlots,
  indexProblem,
  type Agent,
  type QueueDemand,
  type RosterProblem,
} from '../../roster/index.js';

/**
 * Shares each queue's demand between groups of agents that both serve it: in every slot by the contract hours of the
 * agents who can be at work then, those of several skills counting a part for each. Whole agents stay whole, and the
 * shares add up to the demand. A slot in which nobody can work goes to the first group that knows the skill.
 */
export function demandShares(problem: RosterProblem, groups: readonly (readonly string[])[]): QueueDemand[][] {
  const slots = coverageGrid(problem);
  const { agents } = indexProblem(problem);
  const members = groups.map((ids) => ids.map((id) => agents.get(id)!));
  const reaches = new Map<string, Uint8Array>();
  const shares: QueueDemand[][] = groups.map(() => []);
  for (const queue of problem.demand) {
    const weights = members.map((group) => weightBySlot(problem, group, queue.skillId, reaches));
    const able = members.findIndex((group) => group.some(({ skillIds }) => skillIds.includes(queue.skillId)));
    const demand = demandOnSlots(queue, slots);
    const parts = groups.map(() => new Array<number>(slots.count).fill(0));
    demand.forEach((required, slot) => {
      const total = weights.reduce((sum, weight) => sum + weight[slot]!, 0);
      if (total <= 0) {
        parts[Math.max(0, able)]![slot] = required;
        return;
      }
      let before = 0;
      let cumulated = 0;
      weights.forEach((weight, group) => {
        cumulated += weight[slot]!;
        const upTo = cumulated >= total - 1e-9 ? required : Math.round((required * cumulated) / total);
        parts[group]![slot] = Math.max(0, upTo - before);
        before = Math.max(before, upTo);
      });
    });
    parts.forEach((agentsToRoster, group) => shares[group]!.push({ ...queue, grid: slots, agentsToRoster }));
  }
  return shares;
}

/** Contract hours of the group's agents of the skill who can be at work in each slot. */
function weightBySlot(
  problem: RosterProblem,
  group: readonly Agent[],
  skillId: string,
  reaches: Map<string, Uint8Array>,
): Float64Array {
  const demanded = new Set(problem.demand.map((queue) => queue.skillId));
  const { contracts } = indexProblem(problem);
  const weights = new Float64Array(coverageGrid(problem).count);
  for (const agent of group) {
    if (!agent.skillIds.includes(skillId)) continue;
    const skills = agent.skillIds.filter((id) => demanded.has(id)).length;
    const { weeklyMinutesMin, weeklyMinutesMax } = contracts.get(agent.contractId)!;
    const weight = Math.max(1, weeklyMinutesMin + weeklyMinutesMax) / skills;
    const reach = reachOf(problem, agent, reaches);
    for (let slot = 0; slot < weights.length; slot++) weights[slot]! += weight * reach[slot]!;
  }
  return weights;
}

/** 1 where a template of the agent's contract can reach the slot, by the agent's clock and weekdays. */
function reachOf(problem: RosterProblem, agent: Agent, reaches: Map<string, Uint8Array>): Uint8Array {
  const weekdays = agent.availability?.length ? [...new Set(agent.availability.map(({ weekday }) => weekday))] : null;
  const key = `${agent.contractId} ${agent.zone} ${weekdays?.join() ?? 'all'}`;
  let reach = reaches.get(key);
  if (!reach) {
    reach = new Uint8Array(coverageGrid(problem).count);
    markReach(problem, agent, weekdays, reach);
    reaches.set(key, reach);
  }
  return reach;
}

function markReach(problem: RosterProblem, agent: Agent, weekdays: readonly number[] | null, reach: Uint8Array): void {
  const slots = coverageGrid(problem);
  const { contracts, templates } = indexProblem(problem);
  const patterns = contracts.get(agent.contractId)!.templateIds.map((id) => templates.get(id)!);
  for (let slot = 0; slot < slots.count; slot++) {
    const at = intervalStart(slots, slot);
    const on = localDateOf(at, agent.zone);
    const minute = localMinuteOfDay(at, agent.zone);
    // Shifts of the day before may pass midnight.
    for (const back of [0, 1]) {
      const startedOn = addDays(on, -back);
      const weekday = weekdayOf(startedOn);
      if (daysBetween(problem.startsOn, startedOn) < 0 || (weekdays && !weekdays.includes(weekday))) continue;
      const since = minute + back * 1440;
      const hits = patterns.some(
        (pattern) =>
          (pattern.weekdays?.includes(weekday) ?? true) &&
          since >= pattern.earliestStartMinute &&
          since < pattern.latestStartMinute + pattern.lengthMinutes,
      );
      if (hits) reach[slot] = 1;
    }
  }
}

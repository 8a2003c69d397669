import { addDays, startOfLocalDay } from '@yotei/time';
import {
  indexProblem,
  UNSOCIAL_KINDS,
  type Agent,
  type FairnessSettings,
  type RosterProblem,
  type UnsocialKind,
} from '../roster/index.js';
import { factsOf } from './shift-facts.js';
import { unsocialKindsOf } from './unsocial.js';

export type UnsocialCounts = Record<UnsocialKind, number>;
/** Price of one more shift of each kind, cost units. */
export type UnsocialPrices = Readonly<Partial<Record<UnsocialKind, number>>>;

const noCounts = (): UnsocialCounts => Object.fromEntries(UNSOCIAL_KINDS.map((kind) => [kind, 0])) as UnsocialCounts;

/**
 * Unsocial shifts of every agent within the memory: what `memory` says plus the history's shifts that start in the weeks
 * before the horizon. Wishes denied are known from `memory` alone, because past wishes are not part of a problem.
 */
export function unsocialMemory(
  problem: RosterProblem,
  fairness: FairnessSettings,
): ReadonlyMap<string, UnsocialCounts> {
  const counts = new Map(problem.agents.map(({ id }) => [id, noCounts()]));
  const holidays = new Set(fairness.holidays);
  const { historyByAgent } = indexProblem(problem);
  for (const agent of problem.agents) {
    const own = counts.get(agent.id)!;
    const fromAt = startOfLocalDay(addDays(problem.startsOn, -7 * fairness.memoryWeeks), agent.zone);
    const untilAt = startOfLocalDay(problem.startsOn, agent.zone);
    for (const shift of historyByAgent.get(agent.id) ?? []) {
      if (shift.startAt < fromAt || shift.startAt >= untilAt) continue;
      for (const kind of unsocialKindsOf(factsOf(shift, agent.zone), holidays)) own[kind]++;
    }
  }
  for (const { agentId, kind, count } of fairness.memory ?? []) {
    const own = counts.get(agentId);
    if (own) own[kind] += count;
  }
  return counts;
}

/**
 * Price of one more unsocial shift for each agent: `weight * (had + 1) / (mean of the contract's agents + 1)`. It is the
 * slope, at what the agent had, of a convex cost of the count: whoever had more pays more, and who had as many as the
 * others pays the weight. Prices stay fixed while a roster is planned, so the cost is a sum over single shifts.
 */
export function unsocialPrices(
  problem: RosterProblem,
  fairness: FairnessSettings,
): ReadonlyMap<string, UnsocialPrices> {
  const had = unsocialMemory(problem, fairness);
  const means = meansByContract(problem.agents, had);
  return new Map(
    problem.agents.map(({ id, contractId }) => [
      id,
      Object.fromEntries(
        UNSOCIAL_KINDS.flatMap((kind) => {
          const weight = fairness.weights[kind] ?? 0;
          return weight > 0 ? [[kind, (weight * (had.get(id)![kind] + 1)) / (means.get(contractId)![kind] + 1)]] : [];
        }),
      ),
    ]),
  );
}

function meansByContract(
  agents: readonly Agent[],
  had: ReadonlyMap<string, UnsocialCounts>,
): ReadonlyMap<string, UnsocialCounts> {
  const sums = new Map<string, { counts: UnsocialCounts; agents: number }>();
  for (const { id, contractId } of agents) {
    const sum = sums.get(contractId) ?? { counts: noCounts(), agents: 0 };
    sums.set(contractId, sum);
    sum.agents++;
    for (const kind of UNSOCIAL_KINDS) sum.counts[kind] += had.get(id)![kind];
  }
  for (const { counts, agents: count } of sums.values()) for (const kind of UNSOCIAL_KINDS) counts[kind] /= count;
  return new Map([...sums].map(([contractId, { counts }]) => [contractId, counts]));
}

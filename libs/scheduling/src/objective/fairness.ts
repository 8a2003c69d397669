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

/** What each further unsocial turn of the same week costs more than the one before it, as a share of the mean price; ours. */
const WEEK_RISE = 2;

/**
 * Cost of so many unsocial turns (kinds that shifts are) in one planning week, beside what each costs by itself: the second
 * pays the rise once, the third twice. Null where no unsocial shift has a price.
 */
export function unsocialWeekCost(prices: UnsocialPrices): ((turns: number) => number) | null {
  const own = UNSOCIAL_KINDS.flatMap((kind) => (kind === 'denied-wish' ? [] : (prices[kind] ?? [])));
  if (own.length === 0) return null;
  const rise = (WEEK_RISE * own.reduce((sum, price) => sum + price, 0)) / own.length;
  return (turns) => (rise * turns * Math.max(0, turns - 1)) / 2;
}

/** How steeply prices rise with what one had; ours, from trials on generated centres (docs/methods/roster-objective.md). */
const KIND_POWER = 0.5;
const ALL_POWER = 2.5;

/** What one had beside the mean of the contract's agents; 1 for who had as many as the others, also where nobody had any. */
const ratioOf = (had: number, mean: number): number => (had + 1) / (mean + 1);

/** Unsocial shifts of all kinds that cost something, a shift of two kinds twice. A denied wish is no shift. */
function allOf(counts: UnsocialCounts, { weights }: FairnessSettings): number {
  return UNSOCIAL_KINDS.reduce(
    (sum, kind) => (kind === 'denied-wish' || !((weights[kind] ?? 0) > 0) ? sum : sum + counts[kind]),
    0,
  );
}

/**
 * Price of one more unsocial shift for each agent: the weight for who had as many as the agents of the same contract, more
 * for who had more of this kind, and much more for who had more of all kinds together, so that who is spared the nights
 * does not get every late as well: `weight * sqrt(kind) * all^2.5`, each the ratio of what one had, plus 1, to the mean, plus
 * 1. A denied wish costs `weight * (had + 1) / (mean + 1)`. Prices stay fixed while a roster is planned, so the cost is a
 * sum over single shifts.
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
        UNSOCIAL_KINDS.flatMap((kind): [UnsocialKind, number][] => {
          const weight = fairness.weights[kind] ?? 0;
          if (!(weight > 0)) return [];
          const [own, mean] = [had.get(id)!, means.get(contractId)!];
          const kindRatio = ratioOf(own[kind], mean[kind]);
          if (kind === 'denied-wish') return [[kind, weight * kindRatio]];
          const allRatio = ratioOf(allOf(own, fairness), allOf(mean, fairness));
          return [[kind, weight * kindRatio ** KIND_POWER * allRatio ** ALL_POWER]];
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

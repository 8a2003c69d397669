import { defaultModelId, staffingModel, type SteadyState } from '../staffing/index.js';
import { networkPlan, type NetworkPlan } from './approximation/network-plan.js';
import { PoolNetwork } from './approximation/pool-network.js';
import { queueState } from './approximation/queue-state.js';
import { centreFrame, type CentreFrame } from './centre-frame.js';
import type { MultiSkillCentre } from './multi-skill-centre.js';

/** What so many agents in each group give, in the order of the centre's queues and groups. */
export interface CentreState {
  readonly queues: readonly SteadyState[];
  /** Busy time of each group; 0 for a group without agents. */
  readonly groupOccupancy: readonly number[];
  /** Handling work of each queue (erlangs) done by each group: `work[queue][group]`. */
  readonly work: readonly (readonly number[])[];
}

function stateOf(
  frame: CentreFrame,
  network: PoolNetwork,
  centre: MultiSkillCentre,
  agents: ArrayLike<number>,
): CentreState {
  const work = network.nodes.map((node) => {
    const row = new Array<number>(frame.groupCount).fill(0);
    node.route.forEach((group, at) => {
      const share = node.landing[at]! + node.full[0]! * node.answered[0]! * node.takenBy[at]!;
      row[group] = node.rate * share * frame.handleSeconds[node.queue]!;
    });
    return row;
  });
  const queues = network.nodes.map((node): SteadyState => {
    // Nothing to do, or nobody to do it: Erlang A and C know both.
    if (node.route.length === 0) {
      const { load } = centre.queues[node.queue]!;
      return staffingModel(defaultModelId(load)).performance(load, 0);
    }
    const present = node.route.reduce((sum, group) => sum + agents[group]!, 0);
    const busy = node.route.reduce((sum, group) => sum + network.busy(group), 0);
    return queueState({
      ...network.waitingRates(node),
      waitProbability: node.full[0]!,
      occupancyFraction: Math.min(1, busy / present),
      slowdown: node.slowdown,
    });
  });
  const groupOccupancy = Array.from(network.occupancy);
  return { queues, groupOccupancy, work };
}

/** Approximates a centre for many group sizes; the centre is checked once. See {@link approximateCentre}. */
export function centreApproximation(centre: MultiSkillCentre): (agents: ArrayLike<number>) => CentreState {
  const frame = centreFrame(centre);
  const plans = new Map<string, NetworkPlan>();
  return (agents) => {
    for (let group = 0; group < frame.groupCount; group++) {
      const count = agents[group]!;
      if (!Number.isInteger(count) || count < 0)
        throw new RangeError(`agents of ${centre.groups[group]!.id} (${count}) must be a whole number, 0 or more`);
    }
    const support = Array.from({ length: frame.groupCount }, (_, group) => Number(agents[group]! > 0)).join('');
    const plan = plans.get(support) ?? networkPlan(frame, agents);
    plans.set(support, plan);
    const network = new PoolNetwork(frame, plan, agents);
    network.solve();
    return stateOf(frame, network, centre, agents);
  };
}

/**
 * Service of each queue for so many agents in each group (in the centre's order), without simulation: birth-death chains
 * of the agents each queue may reach, made consistent with one another (docs/methods/several-skills.md, with its measured
 * errors). A queue without load has a service level of 1, one without agents 0.
 */
export function approximateCentre(centre: MultiSkillCentre, agents: ArrayLike<number>): CentreState {
  return centreApproximation(centre)(agents);
}

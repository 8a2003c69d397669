import { checkLoad } from '../load.js';
import type { ServiceLevelVariant, SteadyState } from '../staffing-model.js';
import { carriedErlangs, checkBlended, fixedMix, type BlendedLoad, type FixedMix } from './idle-threshold.js';

/** Five-point Gauss-Hermite rule: standard normal nodes and their weights. */
const NODES = [
  { z: 0, weight: 8 / 15 },
  { z: 1.3556261799742659, weight: 0.2220759220056126 },
  { z: -1.3556261799742659, weight: 0.2220759220056126 },
  { z: 2.8569700138728056, weight: 0.01125741132772069 },
  { z: -2.8569700138728056, weight: 0.01125741132772069 },
] as const;

interface Weighted extends FixedMix {
  readonly weight: number;
  readonly others: number;
}

/** What inbound contacts see, and what other work gets done. */
export class BlendedState implements SteadyState {
  readonly stable: boolean;
  readonly blockingFraction = 0;
  readonly waitProbability: number;
  readonly abandonmentFraction: number;
  readonly meanQueueLength: number;
  /** Inbound and other work together / agents. */
  readonly occupancyFraction: number;
  /** Agents on other work, on average: the capacity the idle time of inbound agents offers. */
  readonly otherAgents: number;
  readonly idleAgents: number;
  /** Pieces of other work done in the interval. */
  readonly otherContacts: number;

  constructor(
    input: BlendedLoad,
    private readonly mixes: readonly Weighted[],
  ) {
    const { agents, load, otherHandleSeconds, interruptible } = input;
    this.stable = mixes.every(({ inbound }) => inbound.stable);
    this.waitProbability = this.mean(({ inbound }) => inbound.waitProbability);
    this.abandonmentFraction = this.mean(({ inbound }) => inbound.abandonmentFraction);
    this.meanQueueLength = this.mean(({ inbound }) => inbound.meanQueueLength);
    const inboundBusy = this.mean(({ busyAgents }) => busyAgents);
    // Whoever an inbound contact leaves idle goes back to work that can be interrupted.
    const busy = interruptible ? agents : inboundBusy;
    this.occupancyFraction = agents === 0 ? 0 : busy / agents;
    this.idleAgents = agents - busy;
    const others = interruptible ? agents - inboundBusy : this.mean((mix) => mix.others);
    this.otherAgents = this.stable ? others : 0;
    this.otherContacts = (this.otherAgents * load.intervalSeconds) / otherHandleSeconds;
  }

  serviceLevelFraction(answerWithinSeconds: number, variant: ServiceLevelVariant): number {
    return this.mean(({ inbound }) => inbound.serviceLevelFraction(answerWithinSeconds, variant));
  }

  asaSeconds(): number {
    const answered = (mix: Weighted): number => 1 - mix.inbound.abandonmentFraction;
    return this.mean((mix) => answered(mix) * mix.inbound.asaSeconds()) / this.mean(answered);
  }

  private mean(valueOf: (mix: Weighted) => number): number {
    return this.mixes.reduce((sum, mix) => sum + mix.weight * valueOf(mix), 0);
  }
}

/** The mix around a mean number of agents on other work, with the spread given. */
function mixesAround(input: BlendedLoad, mean: number, spread: number): readonly Weighted[] {
  const most = input.agents - input.idleAgentsKept;
  const at = (others: number, weight: number): Weighted => {
    const kept = Math.max(0, Math.min(most, others));
    return { ...fixedMix(input, kept), weight, others: kept };
  };
  if (spread === 0) return [at(mean, 1)];
  return NODES.map(({ z, weight }) => at(mean + z * spread, weight));
}

const HALVINGS = 50;

/**
 * Inbound queue and other work shared by the same agents under the threshold rule: other work is begun only while
 * more than `idleAgentsKept` agents are idle (Bhulai & Koole, IEEE TAC 48, 2003: optimal for equal handle times, near
 * it otherwise). Exact for equal handle times. For others the number of agents on other work is the one at which
 * inbound contacts are carried; where other work is the shorter it follows the inbound contacts in hand, whose spread
 * is then taken into account. See docs/methods/blended-work.md for how close that is. Throws for mistakes.
 */
export function blendedState(input: BlendedLoad): BlendedState {
  checkLoad(input.load);
  checkBlended(input);
  if (input.interruptible)
    return new BlendedState(input, mixesAround({ ...input, idleAgentsKept: input.agents }, 0, 0));
  const { load, agents, idleAgentsKept, otherHandleSeconds } = input;
  const inboundErlangs = (load.contacts * load.averageHandleSeconds) / load.intervalSeconds;
  const spread = otherHandleSeconds < load.averageHandleSeconds ? Math.sqrt(inboundErlangs) : 0;
  const most = agents - idleAgentsKept;
  // Without room for other work there is none to spread.
  let [low, high] = [-4 * spread, most + 4 * spread];
  if (most === 0 || inboundErlangs === 0) return new BlendedState(input, mixesAround(input, most, 0));
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    const left = mixesAround(input, middle, spread).reduce((sum, { weight, others, inbound, busyAgents }) => {
      return sum + weight * (busyAgents - carriedErlangs(load, inbound) - others);
    }, 0);
    if (left > 0) low = middle;
    else high = middle;
  }
  return new BlendedState(input, mixesAround(input, low, spread));
}

import { loadErlangs } from '../load.js';
import { PatientQueue, UNSTABLE } from '../models/patient-queue.js';
import { ImpatientQueue, unattended } from '../models/impatient-queue.js';
import type { StaffingLoad, SteadyState } from '../staffing-model.js';

/** Inbound contacts and other work (outbound, deferred) done by the same agents. */
export interface BlendedLoad {
  /** The inbound contacts; `patienceSeconds` absent or Infinity = nobody leaves. */
  readonly load: StaffingLoad;
  readonly agents: number;
  /** Other work is begun only while more agents than these are idle, 0 … agents. With all of them none is done. */
  readonly idleAgentsKept: number;
  /** Handle time of one piece of other work, above 0. There is always some to do. */
  readonly otherHandleSeconds: number;
  /** Whether other work is left at once when an inbound contact comes; then none need be kept idle. Default no. */
  readonly interruptible?: boolean;
}

/** The queue with a fixed number of agents on other work: states are agents busy, at least agents - kept. */
export interface FixedMix {
  readonly inbound: SteadyState;
  readonly busyAgents: number;
}

/**
 * Birth and death between `agents - kept` busy agents (an agent who gets idle below that begins other work) and all
 * busy, with a queue behind. With b busy of whom `others` do other work, inbound work ends at (b - others)/h a second.
 * Exact when both handle times are the same. `others` is 0 … agents - kept.
 */
export function fixedMix({ load, agents, idleAgentsKept, otherHandleSeconds }: BlendedLoad, others: number): FixedMix {
  const arrivalsPerSecond = load.contacts / load.intervalSeconds;
  const patienceSeconds = load.patienceSeconds ?? Infinity;
  const leastBusy = agents - idleAgentsKept;
  if (arrivalsPerSecond === 0 || load.averageHandleSeconds === 0) {
    return { inbound: idleInbound(leastBusy, agents, arrivalsPerSecond), busyAgents: leastBusy };
  }
  if (agents === 0) {
    const inbound = patienceSeconds === Infinity ? UNSTABLE : unattended(arrivalsPerSecond, patienceSeconds);
    return { inbound, busyAgents: 0 };
  }
  const rate = (busy: number): number => (busy - others) / load.averageHandleSeconds + others / otherHandleSeconds;
  // Weights of the states with somebody idle, over that of the last of them; below e of the model pages.
  let [e, busySum, weight] = [0, 0, 1];
  for (let busy = agents - 1; busy >= leastBusy && weight > 0; busy -= 1) {
    e += weight;
    busySum += weight * busy;
    weight *= rate(busy) / arrivalsPerSecond;
    // Far below the load the states no longer count; a sum that has outgrown doubles is all of them.
    if (weight < 1e-18 * e) break;
    if (e > 1e280) break;
  }
  const inbound = queueBehind({ e, fullRate: rate(agents), arrivalsPerSecond, patienceSeconds });
  const wait = inbound.waitProbability;
  return { inbound, busyAgents: wait * agents + (e > 0 ? (1 - wait) * (busySum / e) : 0) };
}

/** Nothing comes in, or takes no time: who would come finds an idle agent where any are kept. */
function idleInbound(leastBusy: number, agents: number, arrivalsPerSecond: number): SteadyState {
  const waits = leastBusy >= agents && arrivalsPerSecond > 0 && agents > 0;
  return new PatientQueue(waits ? 1 : 0, 0, { occupancyFraction: 0, arrivalsPerSecond: 0 });
}

interface QueueBehind {
  readonly e: number;
  /** Contacts and other work that end each second while everybody is busy. */
  readonly fullRate: number;
  readonly arrivalsPerSecond: number;
  readonly patienceSeconds: number;
}

function queueBehind({ e, fullRate, arrivalsPerSecond, patienceSeconds }: QueueBehind): SteadyState {
  const rho = arrivalsPerSecond / fullRate;
  if (patienceSeconds === Infinity) {
    if (rho >= 1) return UNSTABLE;
    const waitProbability = rho / (rho + (1 - rho) * e);
    const waitSeconds = 1 / (fullRate - arrivalsPerSecond);
    return new PatientQueue(waitProbability, waitSeconds, { occupancyFraction: rho, arrivalsPerSecond });
  }
  return new ImpatientQueue({
    s: fullRate * patienceSeconds,
    x: arrivalsPerSecond * patienceSeconds,
    rho,
    e,
    arrivalsPerSecond,
    patienceSeconds,
  });
}

function mustBe(holds: boolean, name: string, value: unknown, must: string): void {
  if (!holds) throw new RangeError(`${name} (${String(value)}) must be ${must}`);
}

/** Throws for mistakes, naming value and remedy. The load itself is checked with `checkLoad`. */
export function checkBlended({ agents, idleAgentsKept, otherHandleSeconds }: BlendedLoad): void {
  mustBe(Number.isInteger(agents) && agents >= 0, 'agents', agents, 'a whole number, 0 or more');
  const kept = Number.isInteger(idleAgentsKept) && idleAgentsKept >= 0 && idleAgentsKept <= agents;
  mustBe(kept, 'idleAgentsKept', idleAgentsKept, `a whole number, 0 to the ${agents} agents`);
  const lasts = Number.isFinite(otherHandleSeconds) && otherHandleSeconds > 0;
  mustBe(lasts, 'otherHandleSeconds', otherHandleSeconds, 'above 0, in seconds');
}

/** Agents busy with inbound contacts, those who left not counted. */
export function carriedErlangs(load: StaffingLoad, inbound: SteadyState): number {
  return loadErlangs(load) * (1 - inbound.abandonmentFraction);
}

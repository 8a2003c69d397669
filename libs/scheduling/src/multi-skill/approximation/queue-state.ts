import type { SteadyState } from '../../staffing/index.js';
import { ImpatientQueue } from '../../staffing/models/impatient-queue.js';
import { PatientQueue, UNSTABLE } from '../../staffing/models/patient-queue.js';
import { lowerRatio } from '../../staffing/numerics/gamma-ratios.js';

/** Beyond this the lower ratio is all overload, and the fluid limit is exact to a double. */
const DEEP_OVERLOAD = 1e200;

/** How a queue fares while all its agents are busy; rates per second, above 0. */
export interface WaitingRates {
  readonly arrivalRate: number;
  /** Rate at which its agents take from it. */
  readonly takeRate: number;
  readonly patienceSeconds: number;
}

/** Share of the contacts who wait that leave in the end; 0 where nobody leaves. */
export function leaveFraction({ arrivalRate, takeRate, patienceSeconds }: WaitingRates): number {
  if (patienceSeconds === Infinity) return 0;
  const s = takeRate * patienceSeconds;
  const x = arrivalRate * patienceSeconds;
  const lower = lowerRatio(s, x);
  if (!(lower < DEEP_OVERLOAD)) return 1 - s / x;
  return Math.max(0, 1 - ((s / (s + 1)) * lowerRatio(s + 1, x)) / lower);
}

export interface QueueStateInput extends WaitingRates {
  /** Chance that all agents of the queue are busy. */
  readonly waitProbability: number;
  /** Of the agents who may serve it, on whatever queue. */
  readonly occupancyFraction: number;
  /** Arrival and take rate stand on a clock that much slower (priorities); 1 = none. */
  readonly slowdown: number;
}

/** The waiting part of Erlang A, or of Erlang C where nobody leaves, behind a chance of waiting that is known. */
function waitsOf({ waitProbability, occupancyFraction, ...rates }: QueueStateInput): SteadyState {
  const { arrivalRate, takeRate, patienceSeconds } = rates;
  if (patienceSeconds === Infinity) {
    if (arrivalRate >= takeRate) return UNSTABLE;
    const more = { occupancyFraction, arrivalsPerSecond: arrivalRate };
    return new PatientQueue(waitProbability, 1 / (takeRate - arrivalRate), more);
  }
  const s = takeRate * patienceSeconds;
  const x = arrivalRate * patienceSeconds;
  const rho = x / s;
  // The e of Erlang A for which rho L / (e + rho L) is the chance of waiting.
  const e = rho * lowerRatio(s, x) * (1 / Math.max(waitProbability, 1e-100) - 1);
  return new ImpatientQueue({ s, x, rho, e, arrivalsPerSecond: arrivalRate, patienceSeconds });
}

/** Steady state of one queue that shares its agents with others. */
export function queueState(input: QueueStateInput): SteadyState {
  const waits = waitsOf(input);
  return {
    stable: waits.stable,
    waitProbability: waits.waitProbability,
    abandonmentFraction: waits.abandonmentFraction,
    blockingFraction: 0,
    occupancyFraction: input.occupancyFraction,
    meanQueueLength: waits.meanQueueLength * input.slowdown,
    serviceLevelFraction: (seconds, variant) => waits.serviceLevelFraction(seconds, variant),
    asaSeconds: () => waits.asaSeconds(),
    waitBeyondFraction: (seconds) => waits.waitBeyondFraction!(seconds),
    abandonedWithinFraction: (seconds) => waits.abandonedWithinFraction!(seconds),
    meanWaitSeconds: () => waits.meanWaitSeconds!(),
    abandonedWaitSeconds: () => waits.abandonedWaitSeconds!(),
  };
}

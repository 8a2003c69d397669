import type { ServiceLevelVariant, SteadyState } from '../../staffing/index.js';
import { ImpatientQueue } from '../../staffing/models/impatient-queue.js';
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

/** Waits of a queue nobody leaves: exponential for those who wait. */
class PatientQueue implements SteadyState {
  readonly stable: boolean;
  readonly abandonmentFraction = 0;
  readonly blockingFraction = 0;
  readonly occupancyFraction = Number.NaN;
  readonly waitProbability: number;
  readonly meanQueueLength: number;
  private readonly slack: number;

  constructor({ arrivalRate, takeRate }: WaitingRates, waitProbability: number) {
    this.slack = takeRate - arrivalRate;
    this.stable = this.slack > 0;
    this.waitProbability = this.stable ? waitProbability : 1;
    this.meanQueueLength = arrivalRate * this.asaSeconds();
  }

  serviceLevelFraction(answerWithinSeconds: number, _variant: ServiceLevelVariant): number {
    return 1 - this.waitBeyondFraction(answerWithinSeconds);
  }

  waitBeyondFraction(seconds: number): number {
    return this.stable ? this.waitProbability * Math.exp(-this.slack * seconds) : 1;
  }

  abandonedWithinFraction(): number {
    return 0;
  }

  asaSeconds(): number {
    return this.stable ? this.waitProbability / this.slack : Infinity;
  }

  meanWaitSeconds(): number {
    return this.asaSeconds();
  }

  abandonedWaitSeconds(): number {
    return Number.NaN;
  }
}

/** The waiting part of Erlang A, or of Erlang C where nobody leaves, behind a chance of waiting that is known. */
function waitsOf(rates: WaitingRates, waitProbability: number): ImpatientQueue | PatientQueue {
  const { arrivalRate, takeRate, patienceSeconds } = rates;
  if (patienceSeconds === Infinity) return new PatientQueue(rates, waitProbability);
  const s = takeRate * patienceSeconds;
  const x = arrivalRate * patienceSeconds;
  const rho = x / s;
  // The e of Erlang A for which rho L / (e + rho L) is the chance of waiting.
  const e = rho * lowerRatio(s, x) * (1 / Math.max(waitProbability, 1e-100) - 1);
  return new ImpatientQueue({ s, x, rho, e, arrivalsPerSecond: arrivalRate, patienceSeconds });
}

export interface QueueStateInput extends WaitingRates {
  /** Chance that all agents of the queue are busy. */
  readonly waitProbability: number;
  /** Of the agents who may serve it, on whatever queue. */
  readonly occupancyFraction: number;
  /** Arrival and take rate stand on a clock that much slower (priorities); 1 = none. */
  readonly slowdown: number;
}

/** Steady state of one queue that shares its agents with others. */
export class QueueState implements SteadyState {
  readonly stable: boolean;
  readonly waitProbability: number;
  readonly abandonmentFraction: number;
  readonly blockingFraction = 0;
  readonly occupancyFraction: number;
  readonly meanQueueLength: number;
  private readonly waits: ImpatientQueue | PatientQueue;

  constructor(input: QueueStateInput) {
    this.waits = waitsOf(input, input.waitProbability);
    this.stable = this.waits.stable;
    this.waitProbability = this.waits.waitProbability;
    this.abandonmentFraction = this.waits.abandonmentFraction;
    this.occupancyFraction = input.occupancyFraction;
    this.meanQueueLength = this.waits.meanQueueLength * input.slowdown;
  }

  serviceLevelFraction(answerWithinSeconds: number, variant: ServiceLevelVariant): number {
    return this.waits.serviceLevelFraction(answerWithinSeconds, variant);
  }

  asaSeconds(): number {
    return this.waits.asaSeconds();
  }

  waitBeyondFraction(seconds: number): number {
    return this.waits.waitBeyondFraction(seconds);
  }

  abandonedWithinFraction(seconds: number): number {
    return this.waits.abandonedWithinFraction(seconds);
  }

  meanWaitSeconds(): number {
    return this.waits.meanWaitSeconds();
  }

  abandonedWaitSeconds(): number {
    return this.waits.abandonedWaitSeconds();
  }
}

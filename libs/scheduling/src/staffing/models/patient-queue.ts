import { loadErlangs } from '../load.js';
import type { StaffingLoad, SteadyState } from '../staffing-model.js';

/** What a queue without a steady state shows: nobody is answered in time and the queue grows for ever. */
export const UNSTABLE: SteadyState = {
  stable: false,
  waitProbability: 1,
  abandonmentFraction: 0,
  blockingFraction: 0,
  occupancyFraction: 1,
  meanQueueLength: Infinity,
  serviceLevelFraction: () => 0,
  asaSeconds: () => Infinity,
  waitBeyondFraction: () => 1,
  abandonedWithinFraction: () => 0,
  meanWaitSeconds: () => Infinity,
  abandonedWaitSeconds: () => Number.NaN,
};

/** A queue that nobody leaves: those who wait do so for an exponential time. */
export class PatientQueue implements SteadyState {
  readonly stable = true;
  readonly abandonmentFraction = 0;
  readonly blockingFraction = 0;
  readonly occupancyFraction: number;
  private readonly arrivalsPerSecond: number;

  /** `waitSeconds`: mean wait of those who wait. */
  constructor(
    readonly waitProbability: number,
    private readonly waitSeconds: number,
    { occupancyFraction, arrivalsPerSecond }: { occupancyFraction: number; arrivalsPerSecond: number },
  ) {
    this.occupancyFraction = occupancyFraction;
    this.arrivalsPerSecond = arrivalsPerSecond;
  }

  get meanQueueLength(): number {
    return this.arrivalsPerSecond * this.asaSeconds();
  }

  /** Nobody leaves, so every variant counts the same contacts. */
  serviceLevelFraction(answerWithinSeconds: number): number {
    return 1 - this.waitBeyondFraction(answerWithinSeconds);
  }

  asaSeconds(): number {
    return this.waitProbability === 0 ? 0 : this.waitProbability * this.waitSeconds;
  }

  waitBeyondFraction(seconds: number): number {
    return this.waitProbability === 0 ? 0 : this.waitProbability * Math.exp(-seconds / this.waitSeconds);
  }

  abandonedWithinFraction(): number {
    return 0;
  }

  meanWaitSeconds(): number {
    return this.asaSeconds();
  }

  abandonedWaitSeconds(): number {
    return Number.NaN;
  }
}

/** M/M/n with `inverse` = 1/B(n, a), for a load below the agents. */
export function patientQueue(load: StaffingLoad, agents: number, inverse: number): PatientQueue {
  const a = loadErlangs(load);
  const spare = agents - a;
  const waitProbability = a === 0 ? 0 : agents / (spare * inverse + a);
  return new PatientQueue(waitProbability, load.averageHandleSeconds / spare, {
    occupancyFraction: a === 0 ? 0 : a / agents,
    arrivalsPerSecond: load.contacts / load.intervalSeconds,
  });
}

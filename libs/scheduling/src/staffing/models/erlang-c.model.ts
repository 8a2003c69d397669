import { loadErlangs } from '../load.js';
import { inverseLoss } from '../numerics/gamma-ratios.js';
import { scaledErfc } from '../numerics/scaled-erfc.js';
import { TOLERANCE } from '../rounding.js';
import type { ServiceGoal, StaffingLoad, StaffingModel, SteadyState } from '../staffing-model.js';

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
  readonly meanQueueLength: number;

  /** `waitSeconds`: mean wait of those who wait. */
  constructor(
    readonly waitProbability: number,
    private readonly waitSeconds: number,
    { occupancyFraction, arrivalsPerSecond }: { occupancyFraction: number; arrivalsPerSecond: number },
  ) {
    this.occupancyFraction = occupancyFraction;
    this.meanQueueLength = arrivalsPerSecond * this.asaSeconds();
  }

  readonly occupancyFraction: number;

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

/** Steady state of M/M/n; Erlang 1917. Load at or above the agents is {@link UNSTABLE}, never clipped to fit. */
export function erlangC(load: StaffingLoad, agents: number): SteadyState {
  const a = loadErlangs(load);
  if (a > 0 && a >= agents) return UNSTABLE;
  const spare = agents - a;
  const waitProbability = a === 0 ? 0 : agents / (spare * inverseLoss(agents, a) + a);
  return new PatientQueue(waitProbability, load.averageHandleSeconds / spare, {
    occupancyFraction: a === 0 ? 0 : a / agents,
    arrivalsPerSecond: load.contacts / load.intervalSeconds,
  });
}

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

/**
 * Square-root safety factor beta of Halfin & Whitt 1981: P(wait) = 1/(1 + beta Φ(beta)/φ(beta)), and the waits
 * beyond T are P(wait)·exp(-beta √a T/h). Four Newton steps on the logarithm, which is nearly straight.
 */
function safetyFactor(missedFraction: number, decayPerBeta: number): number {
  let beta = 1;
  for (let step = 0; step < 4; step += 1) {
    const mills = ROOT_TWO_PI * (Math.exp((beta * beta) / 2) - scaledErfc(beta * Math.SQRT1_2) / 2);
    const excess = Math.log1p(beta * mills) + beta * decayPerBeta + Math.log(missedFraction);
    beta = Math.max(1e-3, beta - excess / (mills / (1 + beta * mills) + beta + decayPerBeta));
  }
  return beta;
}

function likelyAgents(load: StaffingLoad, goal: ServiceGoal): number {
  const a = loadErlangs(load);
  const root = Math.sqrt(a);
  const missed = 1 - (goal.serviceLevelFraction ?? 0.5);
  const decay = (root * (goal.answerWithinSeconds ?? 0)) / load.averageHandleSeconds;
  const forService = a + safetyFactor(Math.min(0.999, missed), decay) * root;
  const forOccupancy = goal.maxOccupancyFraction ? a / goal.maxOccupancyFraction : 0;
  return Math.ceil(Math.max(forService, forOccupancy));
}

export const erlangCModel: StaffingModel = {
  id: 'erlang-c',
  title: { en: 'Erlang C: everyone waits', ja: 'アーランC：全員が待ち続ける' },
  source: 'Erlang 1917; Halfin & Whitt, Oper. Res. 29 (1981)',
  assumptions: [
    {
      en: 'Contacts arrive at random at an even rate within the interval.',
      ja: '時間枠内のコンタクトは一定の割合でランダムに到着する。',
    },
    {
      en: 'Nobody abandons: waits and agents are an upper bound where people do.',
      ja: '放棄は起きない。放棄がある場合、待ち時間と必要人数は上限となる。',
    },
    {
      en: 'The queue is in its steady state; there is none when the load reaches the agents.',
      ja: '待ち行列は定常状態にある。呼量が人数に達すると定常状態は存在しない。',
    },
  ],
  parameters: [],
  judges: ['service-level', 'asa', 'occupancy', 'abandonment', 'blocking'],
  leastStableAgents: (load) => Math.floor(loadErlangs(load) + TOLERANCE) + 1,
  likelyAgents,
  performance: erlangC,
};

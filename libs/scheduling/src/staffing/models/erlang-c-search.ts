import { loadErlangs } from '../load.js';
import { inverseLoss, inverseLossByRecurrence } from '../numerics/gamma-ratios.js';
import { TOLERANCE } from '../rounding.js';
import type { LeastAgents, ServiceGoal, StaffingLoad, SteadyState } from '../staffing-model.js';
import { patientQueue } from './patient-queue.js';

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
const ROOT_HALF_PI = Math.sqrt(Math.PI / 2);

/**
 * Square-root safety factor beta of Halfin & Whitt 1981: P(wait) = 1/(1 + beta Φ(beta)/φ(beta)), and the waits
 * beyond T are P(wait)·exp(-beta √a T/h). Newton steps on the logarithm, which is nearly straight; Φ/φ to 1 % is
 * enough for a guess.
 */
function safetyFactor(missedFraction: number, decayPerBeta: number): number {
  const goal = Math.log(missedFraction);
  let beta = -goal / (ROOT_HALF_PI + decayPerBeta);
  for (let step = 0; step < 2; step += 1) {
    const tail = 1 / (0.661 * beta + 0.339 * Math.sqrt(beta * beta + 5.51));
    const mills = ROOT_TWO_PI * Math.exp((beta * beta) / 2) - tail;
    const excess = Math.log1p(beta * mills) + beta * decayPerBeta + goal;
    beta = Math.max(1e-3, beta - excess / (mills / (1 + beta * mills) + beta + decayPerBeta));
  }
  return beta;
}

function guess(a: number, missed: number, waitsInHandles: number): number {
  const root = Math.sqrt(a);
  return Math.ceil(a + safetyFactor(Math.min(0.999, missed), root * waitsInHandles) * root);
}

/** A first guess of the agents for a goal. */
export function likelyAgents(load: StaffingLoad, goal: ServiceGoal): number {
  const a = loadErlangs(load);
  const within = (goal.answerWithinSeconds ?? 0) / load.averageHandleSeconds;
  const forService = guess(a, 1 - (goal.serviceLevelFraction ?? 0.5), within);
  const forOccupancy = goal.maxOccupancyFraction ? Math.ceil(a / goal.maxOccupancyFraction) : 0;
  return Math.max(forService, forOccupancy);
}

/** Below this load the recurrence from no agents upwards is the fastest way. */
const SMALL_LOAD = 150;
/** Farther than this from the guess the search by doubling is faster, and the recurrence loses digits. */
const MOST_STEPS = 300;

const VANISHING = 1e-100;

/** Whether the goal is a service level alone, one that some agents meet. */
export function isServiceLevelAlone(goal: ServiceGoal): boolean {
  const { serviceLevelFraction: level = 0, answerWithinSeconds: within = -1 } = goal;
  return (
    level > 0 &&
    level < 1 &&
    within >= 0 &&
    within < Infinity &&
    goal.asaSeconds === undefined &&
    goal.maxOccupancyFraction === undefined &&
    goal.maxAbandonmentFraction === undefined &&
    goal.maxBlockingFraction === undefined
  );
}

/** So many agents under a load, with 1/B(agents, a), from which all else follows when it is asked for. */
class LeastPatient implements LeastAgents {
  constructor(
    readonly agents: number,
    private readonly load: StaffingLoad,
    private readonly inverse: number,
  ) {}

  get state(): SteadyState {
    return patientQueue(this.load, this.agents, this.inverse);
  }
}

/** What decides: load, T/h, and the share that may wait longer. */
interface PatientGoal {
  readonly a: number;
  readonly perHandle: number;
  readonly missed: number;
}

/** From one exact U at the guess, up or down by the recurrence, with exp(-(n-a)T/h) by its own ratio. */
function leastFromGuess(load: StaffingLoad, { a, perHandle, missed }: PatientGoal): LeastAgents | null {
  const least = Math.floor(a + TOLERANCE) + 1;
  let agents = Math.max(least, guess(a, missed, perHandle));
  let inverse = inverseLoss(agents, a);
  if (inverse === Infinity) return null;
  const step = Math.exp(-perHandle);
  // A threshold of hundreds of handle times: the search without ratios of vanishing numbers is for that.
  if (step < VANISHING) return null;
  let late = Math.exp((a - agents) * perHandle);
  let meets = agents * late <= missed * ((agents - a) * inverse + a);
  let steps = 0;
  if (meets) {
    for (; agents > least && steps < MOST_STEPS; steps += 1) {
      const fewer = ((inverse - 1) * a) / agents;
      if ((agents - 1) * (late / step) > missed * ((agents - 1 - a) * fewer + a)) break;
      agents -= 1;
      inverse = fewer;
      late /= step;
    }
  }
  for (; !meets && steps < MOST_STEPS; steps += 1) {
    agents += 1;
    inverse = 1 + (agents / a) * inverse;
    late *= step;
    meets = agents * late <= missed * ((agents - a) * inverse + a);
  }
  return steps < MOST_STEPS ? new LeastPatient(agents, load, inverse) : null;
}

/**
 * The least agents for a service level alone, by U(n) = 1/B(n, a) and its recurrence: where C·exp(-(n-a)T/h) is at most
 * what may wait longer, with C = n/((n-a)U + a). A small centre is walked through from no agents upwards; there, while
 * even 1 - x + x²/2 - x³/6 < exp(-x) is too much, the exponential is spared. Null for other goals.
 */
export function leastByWalking(load: StaffingLoad, goal: ServiceGoal): LeastAgents | null {
  const a = loadErlangs(load);
  if (!(a > 0 && isServiceLevelAlone(goal))) return null;
  const perHandle = goal.answerWithinSeconds! / load.averageHandleSeconds;
  const missed = 1 - goal.serviceLevelFraction! * (1 - TOLERANCE);
  if (a >= SMALL_LOAD) return leastFromGuess(load, { a, perHandle, missed });
  let agents = Math.floor(a + TOLERANCE) + 1;
  let inverse = inverseLossByRecurrence(agents, a);
  const perErlang = 1 / a;
  for (const most = agents + MOST_STEPS; agents < most; agents += 1) {
    const spare = agents - a;
    const limit = missed * (spare * inverse + a);
    const x = spare * perHandle;
    const maybe = agents * (1 - x * (1 - x * (0.5 - x / 6))) <= limit;
    if (maybe && agents * Math.exp(-x) <= limit) return new LeastPatient(agents, load, inverse);
    inverse = 1 + (agents + 1) * perErlang * inverse;
  }
  return null;
}

import { loadErlangs } from '../load.js';
import { inverseLoss } from '../numerics/gamma-ratios.js';
import { TOLERANCE } from '../rounding.js';
import type { ServiceGoal, StaffingLoad } from '../staffing-model.js';
import { patientQueue, type PatientQueue } from './patient-queue.js';

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
const SMALL_LOAD = 120;
/** Farther than this from the guess the search by doubling is faster, and the recurrence loses digits. */
const MOST_STEPS = 300;

function inverseFromNone(agents: number, a: number): number {
  let inverse = 1;
  for (let k = 1; k <= agents; k += 1) inverse = 1 + (k / a) * inverse;
  return inverse;
}

const VANISHING = 1e-100;

const isPlainGoal = (goal: ServiceGoal): boolean =>
  goal.asaSeconds === undefined &&
  goal.maxOccupancyFraction === undefined &&
  goal.maxAbandonmentFraction === undefined &&
  goal.maxBlockingFraction === undefined;

/**
 * The least agents for a service level alone, by U(n) = 1/B(n, a) and its recurrence U(n) = 1 + (n/a)·U(n-1): from no
 * agents upwards where the load is small, else from one exact U at the guess, up or down. Null for other goals.
 */
export function leastByWalking(
  load: StaffingLoad,
  goal: ServiceGoal,
): { readonly agents: number; readonly state: PatientQueue } | null {
  const { serviceLevelFraction: level = 0, answerWithinSeconds: within = -1 } = goal;
  const a = loadErlangs(load);
  if (!(level > 0 && level < 1 && within >= 0 && within < Infinity && a > 0 && isPlainGoal(goal))) return null;
  const perHandle = within / load.averageHandleSeconds;
  // Met: C·exp(-(n-a)T/h) ≤ 1 - level·(1 - tolerance), with C = n/((n-a)U + a).
  const missed = 1 - level * (1 - TOLERANCE);
  const least = Math.floor(a + TOLERANCE) + 1;
  let agents = a < SMALL_LOAD ? least : Math.max(least, guess(a, missed, perHandle));
  let inverse = a < SMALL_LOAD ? inverseFromNone(agents, a) : inverseLoss(agents, a);
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
  return steps < MOST_STEPS ? { agents, state: patientQueue(load, agents, inverse) } : null;
}

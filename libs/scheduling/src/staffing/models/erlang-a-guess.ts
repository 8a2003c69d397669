import { effectiveHandleSeconds, loadErlangs } from '../load.js';
import { scaledErfc } from '../numerics/scaled-erfc.js';
import type { ServiceGoal, StaffingLoad } from '../staffing-model.js';

const ROOT_TWO_OVER_PI = Math.sqrt(2 / Math.PI);
/** 1 - Φ of the standard normal distribution. */
function normalTail(z: number): number {
  const half = (scaledErfc(Math.abs(z) * Math.SQRT1_2) / 2) * Math.exp((-z * z) / 2);
  return z >= 0 ? half : 1 - half;
}

/** Hazard φ/(1-Φ) of the standard normal distribution. */
function hazardOf(z: number): number {
  if (z >= 0) return ROOT_TWO_OVER_PI / scaledErfc(z * Math.SQRT1_2);
  return (Math.exp((-z * z) / 2) * ROOT_TWO_OVER_PI) / 2 / normalTail(z);
}

/**
 * Shares answered in time and abandoned in a large centre. The offered wait, in units of √(P h/n), is about normal
 * around P·ln(load/agents), as the fluid queue has it, and cut off at zero, which it exceeds with the chance `waits`.
 */
function largeCentre(
  load: StaffingLoad,
  agents: number,
  answerWithinSeconds: number,
): { answered: number; abandoned: number } {
  const patience = load.patienceSeconds!;
  const handle = effectiveHandleSeconds(load);
  const erlangs = loadErlangs(load);
  const root = Math.sqrt((agents * patience) / handle);
  const from = root * Math.log(agents / erlangs);
  const shift = (answerWithinSeconds * root) / patience;
  const excess = hazardOf(from) - from;
  const beta = (agents - erlangs) / Math.sqrt(erlangs);
  const waits = 1 / (1 + (hazardOf(from) * Math.sqrt(handle / patience)) / hazardOf(-beta));
  const late = (waits * normalTail(from + shift)) / Math.max(Number.MIN_VALUE, normalTail(from));
  const lateExcess = hazardOf(from + shift) - from;
  const abandonedInTime = -Math.expm1((late * lateExcess - waits * excess) / root);
  return { answered: 1 - late - abandonedInTime, abandoned: -Math.expm1((-waits * excess) / root) };
}

/** From here on agents are so many that nobody waits: 8 standard deviations above the load. */
const MOST_BETA = 8;
/** Below this load the search finds its way from the load itself as fast. */
const SMALL_LOAD = 3;

/**
 * Agents that about meet the goal: the square-root rule of Garnett, Mandelbaum & Reiman 2002, with the fluid limit in
 * overload; right within an agent or two for large centres. The search that starts here decides; only its speed
 * depends on this.
 */
export function likelyAgentsOf(load: StaffingLoad, goal: ServiceGoal): number {
  const a = loadErlangs(load);
  const spread = Math.sqrt(a);
  if (a < SMALL_LOAD || load.patienceSeconds === Infinity) return Math.ceil(a + 0.3 * spread);
  const { serviceLevelFraction = 0, answerWithinSeconds = 0, maxAbandonmentFraction = 1, asaSeconds = Infinity } = goal;
  let [low, high] = [0, a + MOST_BETA * spread];
  while (high - low > 0.5) {
    const middle = (low + high) / 2;
    const { answered, abandoned } = largeCentre(load, middle, answerWithinSeconds);
    const wait = abandoned * load.patienceSeconds!;
    const holds = answered >= serviceLevelFraction && abandoned <= maxAbandonmentFraction && wait <= asaSeconds;
    if (holds) high = middle;
    else low = middle;
  }
  return Math.max(0, Math.ceil(high));
}

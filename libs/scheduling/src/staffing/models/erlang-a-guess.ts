import { loadErlangs } from '../load.js';
import { scaledErfc } from '../numerics/scaled-erfc.js';
import { likelyAgents } from './erlang-c-search.js';
import type { ServiceGoal, StaffingLoad } from '../staffing-model.js';

const ONE_OVER_ROOT_TWO_PI = 1 / Math.sqrt(2 * Math.PI);

/** 1 - Φ and the hazard φ/(1 - Φ) of the standard normal distribution. */
function normalAt(z: number): { readonly tail: number; readonly hazard: number } {
  const shape = Math.exp((-z * z) / 2);
  const scaled = scaledErfc(Math.abs(z) * Math.SQRT1_2) / 2;
  if (z >= 0) return { tail: scaled * shape, hazard: ONE_OVER_ROOT_TWO_PI / scaled };
  const tail = 1 - scaled * shape;
  return { tail, hazard: (ONE_OVER_ROOT_TWO_PI * shape) / tail };
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
  const handle = load.averageHandleSeconds;
  const erlangs = loadErlangs(load);
  const root = Math.sqrt((agents * patience) / handle);
  const from = root * Math.log(agents / erlangs);
  const shift = (answerWithinSeconds * root) / patience;
  const all = normalAt(from);
  const later = normalAt(from + shift);
  const beta = (agents - erlangs) / Math.sqrt(erlangs);
  const waits = 1 / (1 + (all.hazard * Math.sqrt(handle / patience)) / normalAt(-beta).hazard);
  const late = (waits * later.tail) / Math.max(Number.MIN_VALUE, all.tail);
  // Mean waits over patience: of all, and of those who come to be answered late.
  const wait = (waits * (all.hazard - from)) / root;
  const lateWait = (late * (later.hazard - from)) / root;
  return { answered: 1 - late + Math.expm1(lateWait - wait), abandoned: -Math.expm1(-wait) };
}

/** From here on agents are so many that nobody waits: 8 standard deviations above the load. */
const MOST_BETA = 8;
/** Below this load the search finds its way from the load itself as fast. */
const SMALL_LOAD = 30;

/**
 * Agents that about meet the goal: the square-root rule of Garnett, Mandelbaum & Reiman 2002, with the fluid limit in
 * overload; right within an agent or two for large centres. The search that starts here decides; only its speed
 * depends on this.
 */
export function likelyAgentsOf(load: StaffingLoad, goal: ServiceGoal): number {
  const a = loadErlangs(load);
  const spread = Math.sqrt(a);
  if (load.patienceSeconds === Infinity) return likelyAgents(load, goal);
  // Patience spares a small centre about one of the agents that Erlang C asks for.
  if (a < SMALL_LOAD) return goal.serviceLevelFraction ? likelyAgents(load, goal) - 1 : Math.ceil(a + 0.3 * spread);
  const { serviceLevelFraction = 0, answerWithinSeconds = 0, maxAbandonmentFraction = 1, asaSeconds = Infinity } = goal;
  // How far the goals are met, least of all; rises with the agents.
  const margin = (agents: number): number => {
    const { answered, abandoned } = largeCentre(load, agents, answerWithinSeconds);
    const byAnswered = serviceLevelFraction > 0 ? answered - serviceLevelFraction : 1;
    const byAbandoned = maxAbandonmentFraction - abandoned;
    const byWait = asaSeconds === Infinity ? 1 : asaSeconds / load.patienceSeconds! - abandoned;
    return Math.min(byAnswered, byAbandoned, byWait);
  };
  return Math.max(0, Math.ceil(crossing(margin, overloadedStart(load, goal), spread)));
}

/** A threshold of fewer deviations of the wait is met by agents near the load. */
const FAR_THRESHOLD = 2;

/**
 * Where the steps start: at the load, or, where the threshold lies beyond the wait's own spread of √(P h/a), at the
 * agents of the fluid queue whose mean wait P·ln(a/n) lies below it by what keeps the share (normal quantile by the
 * logistic one). Where fewer are still patient at the threshold than shall be answered, those who leave decide.
 */
function overloadedStart(load: StaffingLoad, goal: ServiceGoal): number {
  const { patienceSeconds: patience = Infinity, averageHandleSeconds: handle } = load;
  const { serviceLevelFraction: level = 0, answerWithinSeconds: within = 0 } = goal;
  const a = loadErlangs(load);
  const deviation = Math.sqrt((patience * handle) / a);
  if (!(level > 0 && within > FAR_THRESHOLD * deviation)) return a;
  const share = level * Math.exp(within / patience);
  if (share > 0.99) return a * Math.min(1, level);
  const z = Math.log(share / (1 - share)) / 1.7;
  return a * Math.exp((z * deviation - within) / patience);
}

const MAX_STEPS = 12;

/**
 * Where a rising function passes 0, to half an agent: secant steps from `start`, the first not longer than `spread`
 * and each at most twice as long. Near enough where it does not settle: the search goes on from there.
 */
function crossing(margin: (agents: number) => number, start: number, spread: number): number {
  let [last, lastMargin] = [start, margin(start)];
  let agents = start + (lastMargin < 0 ? spread / 2 : -spread / 2);
  let longest = spread;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const value = margin(agents);
    const slope = (value - lastMargin) / (agents - last);
    const wanted = slope > 0 ? -value / slope : value < 0 ? Infinity : -Infinity;
    if (Math.abs(wanted) < 0.5) return agents + wanted;
    [last, lastMargin] = [agents, value];
    const moved = agents + Math.min(longest, Math.max(-longest, wanted));
    agents = Math.min(start + MOST_BETA * spread, Math.max(0, moved));
    if (agents === last) return agents;
    longest *= 2;
  }
  return agents;
}

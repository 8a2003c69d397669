import { loadErlangs } from '../load.js';
import { TOLERANCE } from '../rounding.js';
import type { StaffingLoad } from '../staffing-model.js';

/** Contacts an agent who holds `held` of them finishes in the time of one handled alone. */
function agentPace(slowdownFraction: number, held: number): number {
  return held === 0 ? 0 : held / (1 + slowdownFraction * (held - 1));
}

/** Contacts that so many agents can hold at once. A cap of 2.5 means that every other agent takes a third one. */
export function slotsOf(load: StaffingLoad, agents: number): number {
  return Math.floor(agents * (load.concurrency ?? 1) * (1 + TOLERANCE));
}

/**
 * Contacts that all agents together finish in the time of one handled alone, while they hold `contacts` between them,
 * spread as evenly as can be. In erlangs, to be set against the offered load; with one at a time it is `contacts`.
 */
export function pace(load: StaffingLoad, agents: number, contacts: number): number {
  const slowdown = load.slowdownFraction ?? 0;
  const each = Math.floor(contacts / agents);
  const withOneMore = contacts - each * agents;
  return withOneMore * agentPace(slowdown, each + 1) + (agents - withOneMore) * agentPace(slowdown, each);
}

/** The distribution of contacts in hand below the last slot, against its own last state N - 1. */
export interface BelowLastSlot {
  /** Σ p_k / p_{N-1} over the states k < N; Infinity where the last slot is never reached. */
  readonly inverse: number;
  /** Mean of the contacts in hand, and of min(contacts, agents), over these states. */
  readonly meanContacts: number;
  readonly meanBusyAgents: number;
}

const HUGE = 1e200;
/** So many states whose pace is twice the load outweigh {@link HUGE}: 2^800 is 10^240. */
const STATES_BEYOND = 800;

/** The last state worth a look: from there on down the weights grow beyond any that the states above could have. */
function topState(load: StaffingLoad, agents: number, last: number): number {
  const target = 2 * loadErlangs(load);
  if (pace(load, agents, last) < target) return last;
  let [below, reached] = [0, last];
  while (reached - below > 1) {
    const middle = Math.floor((below + reached) / 2);
    if (pace(load, agents, middle) < target) below = middle;
    else reached = middle;
  }
  return Math.min(last, reached + STATES_BEYOND);
}

/** Sums downwards from the last state, p_{k-1}/p_k = pace(k)/load, kept in range by a common factor. */
export function belowLastSlot(load: StaffingLoad, agents: number): BelowLastSlot {
  const offered = loadErlangs(load);
  const slots = slotsOf(load, agents);
  const last = topState(load, agents, slots - 1);
  let weight = 1;
  let sum = 1;
  let contacts = last;
  let busy = Math.min(last, agents);
  let scaled = last < slots - 1;
  for (let k = last; k > 0; k -= 1) {
    weight *= pace(load, agents, k) / offered;
    sum += weight;
    contacts += weight * (k - 1);
    busy += weight * Math.min(k - 1, agents);
    if (weight > HUGE) {
      scaled = true;
      weight /= HUGE;
      sum /= HUGE;
      contacts /= HUGE;
      busy /= HUGE;
    } else if (weight < sum * 1e-18 && weight * k < contacts * 1e-18) break;
  }
  return { inverse: scaled ? Infinity : sum, meanContacts: contacts / sum, meanBusyAgents: busy / sum };
}

import type { CapacityProfile } from './capacity-profile.js';
import type { DeferredCohort } from './deferred-work.js';
import type { OpeningClock } from './opening-clock.js';

/** How sure the plan is to be against work that comes in at random. */
export interface VolumeSafety {
  /** Standard deviations of a window's work to have in hand: the normal quantile of the chance, 1.28 for 90 %. */
  readonly z: number;
  /** Standard deviation / mean of handle times; default 1 (exponential). */
  readonly handleTimeCv?: number;
  /** Standard deviation / mean of the forecast volume itself, taken as common to a window; default 0. */
  readonly volumeCv?: number;
  /** The longest window looked at: beyond it planners correct the plan; default one week of the clock. */
  readonly windowHours?: number;
}

const DEFAULT_WINDOW_HOURS = 168;
const ENOUGH = 1e-9;

/** Variance of the work by the same two curves as the work itself. */
function varianceCurves(cohorts: readonly DeferredCohort[], clock: OpeningClock, handleTimeCv: number) {
  const arrived = new Float64Array(clock.openCount + 1);
  const due = new Float64Array(clock.openCount + 1);
  for (const { contacts, work, ofBacklog, from, dueBy } of cohorts) {
    if (from >= clock.count || contacts === 0) continue;
    // A Poisson count of contacts adds 1; of the backlog the count is known.
    const variance = ((work * work) / contacts) * (handleTimeCv * handleTimeCv + (ofBacklog ? 0 : 1));
    arrived[clock.openUntil(from) + 1]! += variance;
    if (dueBy <= clock.count) due[clock.openUntil(dueBy)]! += variance;
  }
  for (let index = 1; index < arrived.length; index += 1) {
    arrived[index]! += arrived[index - 1]!;
    due[index]! += due[index - 1]!;
  }
  return { arrived, due };
}

/** Raises the lowest of the values in `[from, until)` to one height, so that their sum grows by `amount`. */
function fillUp(values: Float64Array, { from, until, amount }: { from: number; until: number; amount: number }): void {
  const sorted = values.slice(from, until).sort();
  let [sum, height] = [0, 0];
  for (let size = 1; size <= sorted.length; size += 1) {
    sum += sorted[size - 1]!;
    height = (sum + amount) / size;
    if (size === sorted.length || height <= sorted[size]!) break;
  }
  for (let index = from; index < until; index += 1) values[index] = Math.max(values[index]!, height);
}

/**
 * Agents by open interval with room for chance: over every window up to `windowHours` that begins with an arrival
 * and ends with a due, capacity is at least mean + z·√variance of the work that both comes and is due within it.
 * Starts from the profile of the mean and raises the lowest intervals of each window that falls short, in order of
 * their ends: all windows hold in the end, at a peak as low as that order allows. z = 0 leaves the profile as it is.
 */
export function withSafety(
  profile: CapacityProfile,
  cohorts: readonly DeferredCohort[],
  { clock, intervalSeconds, safety }: { clock: OpeningClock; intervalSeconds: number; safety: VolumeSafety },
): Float64Array {
  const agents = profile.agents.slice();
  const { z, handleTimeCv = 1, volumeCv = 0, windowHours = DEFAULT_WINDOW_HOURS } = safety;
  if (z <= 0) return agents;
  const { arrived, due, free } = profile.curves;
  const variance = varianceCurves(cohorts, clock, handleTimeCv);
  const longest = Math.ceil((windowHours * 3600) / intervalSeconds);
  const capacity = new Float64Array(arrived.length);
  const worstWindow = (until: number): { from: number; amount: number } => {
    let worst = { from: until, amount: 0 };
    const earliest = clock.openIntervals[until - 1]! + 1 - longest;
    for (let from = until - 1; from >= 0 && clock.openIntervals[from]! >= earliest; from -= 1) {
      const mean = due[until]! - arrived[from]!;
      if (mean <= 0) continue;
      const spread = Math.max(0, variance.due[until]! - variance.arrived[from]!) + (volumeCv * mean) ** 2;
      const has = capacity[until]! - capacity[from]! + free[until]! - free[from]!;
      const amount = mean + z * Math.sqrt(spread) - has;
      if (amount > worst.amount) worst = { from, amount };
    }
    return worst;
  };
  for (let until = 1; until < arrived.length; until += 1) {
    capacity[until] = capacity[until - 1]! + agents[until - 1]!;
    if (due[until] === due[until - 1]) continue;
    for (let worst = worstWindow(until); worst.amount > ENOUGH * due[until]!; worst = worstWindow(until)) {
      fillUp(agents, { ...worst, until });
      for (let at = worst.from + 1; at <= until; at += 1) capacity[at] = capacity[at - 1]! + agents[at - 1]!;
    }
  }
  return agents;
}

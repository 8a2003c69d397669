import type { DeferredCohort } from './deferred-work.js';
import type { OpeningClock } from './opening-clock.js';
import { tautString } from './taut-string.js';
import { workCurves, type WorkCurves } from './work-curves.js';

/** Open intervals with the same number of agents: open boundaries `from` to `until`. */
export interface ProfilePiece {
  readonly from: number;
  readonly until: number;
  readonly agents: number;
}

/** The least capacity, as a curve, that does all work by its due. */
export interface CapacityProfile {
  readonly pieces: readonly ProfilePiece[];
  /** Agents of each open interval, fractions allowed. */
  readonly agents: Float64Array;
  /** Work done by each open boundary, free capacity included, when nothing is done earlier than the profile asks. */
  readonly done: Float64Array;
  readonly curves: WorkCurves;
  /** The least number of agents that suffices when it is the same all the time: the profile's peak. */
  readonly levelAgents: number;
}

/**
 * Agents by open interval that do every cohort by its due: of all such profiles the one with the lowest peak, then
 * the lowest second peak and so on, hence the cheapest for any convex price of agents. This is the profile critical
 * intervals are peeled into (Yao, Demers & Shenker, FOCS 1995); for work that is due in the order in which it comes
 * it is the shortest path between the two cumulative curves, found in one pass. `freeAgents` is capacity that costs
 * nothing and is used first. Cohorts as `deferredCohorts` gives them, due after their first open interval begins.
 */
export function capacityProfile(
  cohorts: readonly DeferredCohort[],
  clock: OpeningClock,
  freeAgents?: ArrayLike<number>,
): CapacityProfile {
  const curves = workCurves(cohorts, clock, freeAgents);
  const less = (curve: Float64Array): Float64Array => curve.map((value, index) => value - curves.free[index]!);
  const path = tautString(less(curves.due), less(curves.arrived));
  const agents = new Float64Array(clock.openCount);
  const done = new Float64Array(clock.openCount + 1);
  const pieces: ProfilePiece[] = [];
  for (let bend = 1; bend < path.length; bend += 1) {
    const { at: from, height } = path[bend - 1]!;
    const until = path[bend]!.at;
    const rise = (path[bend]!.height - height) / (until - from);
    // Where the path falls, free capacity alone does more than is needed.
    pieces.push({ from, until, agents: Math.max(0, rise) });
    agents.fill(Math.max(0, rise), from, until);
    for (let at = from + 1; at <= until; at += 1) done[at] = height + rise * (at - from) + curves.free[at]!;
  }
  const levelAgents = pieces.reduce((peak, piece) => Math.max(peak, piece.agents), 0);
  return { pieces, agents, done, curves, levelAgents };
}

/** Values of the open intervals laid on the whole grid; 0 where closed. */
export function onWholeGrid(openValues: ArrayLike<number>, clock: OpeningClock): Float64Array {
  const values = new Float64Array(clock.count);
  clock.openIntervals.forEach((interval, index) => (values[interval] = openValues[index]!));
  return values;
}

import { tolerantCeil, TOLERANCE } from '../rounding.js';
import type { CapacityProfile } from './capacity-profile.js';
import type { OpeningClock } from './opening-clock.js';

/** Fractions are evened out within a block: over one agent's fraction of a day at most ... */
const LONGEST_BLOCK_HOURS = 24;
/** ... and with room for chance within an hour, so that no window falls short by more than part of an hour. */
const SAFE_BLOCK_HOURS = 1;

interface Rounding {
  /** Agents of each open interval, fractions allowed. */
  readonly agents: Float64Array;
  /** Agent-intervals that must have been reached by each open boundary. */
  readonly path: Float64Array;
  /** The most that can have been: work that has not come cannot be done ahead. */
  readonly limit?: Float64Array;
  /** What free capacity adds, cumulated. */
  readonly free: Float64Array;
  /** The boundary at which the block of each open interval ends. */
  readonly blockEnd: Int32Array;
}

/** Blocks of neighbouring open intervals, not over a closing and not longer than so many intervals. */
function blockEnds({ openIntervals }: OpeningClock, longest: number): Int32Array {
  const ends = new Int32Array(openIntervals.length);
  let from = 0;
  for (let at = 1; at <= openIntervals.length; at += 1) {
    const goesOn = at < openIntervals.length && openIntervals[at] === openIntervals[at - 1]! + 1 && at - from < longest;
    if (goesOn) continue;
    ends.fill(at, from, at);
    from = at;
  }
  return ends;
}

/** The lower whole number wherever it is enough now and lower ones are for the rest of the block. */
function roundedInBlocks({ agents, path, limit, free, blockEnd }: Rounding): Float64Array {
  const whole = new Float64Array(agents.length);
  const lows = agents.map((count) => Math.floor(count + TOLERANCE * Math.max(1, count)));
  const lowSum = new Float64Array(agents.length + 1);
  lows.forEach((low, at) => (lowSum[at + 1] = lowSum[at]! + low));
  const noise = TOLERANCE * Math.max(1, path[path.length - 1]!);
  let reached = 0;
  for (let at = 0; at < agents.length; at += 1) {
    const until = blockEnd[at]!;
    const added = free[at + 1]! - free[at]!;
    const after = (count: number): number => Math.min(limit?.[at + 1] ?? Infinity, reached + count + added);
    const rest = lowSum[until]! - lowSum[at]! + free[until]! - free[at]!;
    const enough = after(lows[at]!) >= path[at + 1]! - noise && reached + rest >= path[until]! - noise;
    whole[at] = enough ? lows[at]! : tolerantCeil(agents[at]!);
    reached = after(whole[at]!);
  }
  return whole;
}

/**
 * Whole agents by open interval that do everything by its due. Where the profile asks for 5.3 agents all day, six work
 * first and then five, as soon as five can finish what the profile has done by closing: rounding every interval up
 * would pay for an agent too many all the time, and alternating would make a comb nobody can be rostered for. Never
 * more than the profile rounded up.
 */
export function wholeAgents(profile: CapacityProfile, clock: OpeningClock, intervalSeconds: number): Float64Array {
  const { agents, done, curves } = profile;
  const longest = Math.max(1, Math.floor((LONGEST_BLOCK_HOURS * 3600) / intervalSeconds));
  const blockEnd = blockEnds(clock, longest);
  return roundedInBlocks({ agents, path: done, limit: curves.arrived, free: curves.free, blockEnd });
}

/**
 * The same for a profile with room for chance, which is capacity to have ready and not work to be done: by every open
 * boundary as much whole capacity as the profile's, evened out hour by hour.
 */
export function wholeAgentsInHours(agents: Float64Array, clock: OpeningClock, intervalSeconds: number): Float64Array {
  const path = new Float64Array(agents.length + 1);
  agents.forEach((count, at) => (path[at + 1] = path[at]! + count));
  const longest = Math.max(1, Math.floor((SAFE_BLOCK_HOURS * 3600) / intervalSeconds));
  return roundedInBlocks({ agents, path, free: new Float64Array(path.length), blockEnd: blockEnds(clock, longest) });
}

import { tolerantCeil, TOLERANCE } from '../rounding.js';
import type { CapacityProfile } from './capacity-profile.js';

/**
 * Whole agents by open interval that do everything by its due. Where the profile asks for 5.3 agents for a while,
 * six work first and then five, as soon as five can finish what the profile has done by then: rounding every interval
 * up would pay for an agent too many all the time, and alternating would make a comb nobody can be rostered for.
 * Never more than the profile rounded up.
 */
export function wholeAgents(profile: CapacityProfile): Float64Array {
  const { done, curves, pieces } = profile;
  const whole = new Float64Array(profile.agents.length);
  const noise = TOLERANCE * Math.max(1, done[done.length - 1]!);
  let reached = 0;
  for (const { from, until, agents } of pieces) {
    const high = tolerantCeil(agents);
    const low = Math.min(high, Math.floor(agents + TOLERANCE * Math.max(1, agents)));
    for (let at = from; at < until; at += 1) {
      const free = curves.free[at + 1]! - curves.free[at]!;
      const after = (count: number): number => Math.min(curves.arrived[at + 1]!, reached + count + free);
      const rest = low * (until - at) + curves.free[until]! - curves.free[at]!;
      const enough = after(low) >= done[at + 1]! - noise && reached + rest >= done[until]! - noise;
      whole[at] = enough ? low : high;
      reached = after(whole[at]!);
    }
  }
  return whole;
}

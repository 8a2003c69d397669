import { OPEN_BOUNDARY } from '../tour/tour.js';
import type { RandomSource } from '../random-source.js';
import type { SearchState } from './search-state.js';

/** Units in random order, week by week, so that each finds the agent's earlier weeks decided. */
export function unitsInOrder(state: SearchState, random: RandomSource): Int32Array {
  const { spaces, problem } = state.prepared;
  const units = Int32Array.from(spaces.keys());
  random.shuffle(units);
  return problem.weeks === 1 ? units : units.sort((a, b) => spaces[a]!.week - spaces[b]!.week);
}

/**
 * Writes a tour for the unit although its agent's earlier week leaves none: the week is planned freely and the week before
 * it again, to fit. False when neither fits.
 */
export function respondBesideEarlierWeek(state: SearchState, unit: number, gain: Float64Array): boolean {
  const { week } = state.spaceOf(unit);
  if (week === 0) return false;
  if (state.programme.best(state.spaceOf(unit), gain, OPEN_BOUNDARY, state.tours[unit]!) === Number.POSITIVE_INFINITY)
    return false;
  state.take(unit - 1);
  state.put(unit);
  const fits = state.respondExactly(unit - 1) < Number.POSITIVE_INFINITY;
  state.put(unit - 1);
  state.take(unit);
  return fits;
}

/**
 * First roster: one agent after another takes its best tour against those before; units placed already stay. Null, or the
 * unit that found no tour.
 */
export function greedyRoster(state: SearchState, random: RandomSource): number | null {
  for (const unit of unitsInOrder(state, random)) {
    if (state.placed[unit] === 1) continue;
    const gain = state.cover.gainOf(state.spaceOf(unit).group);
    if (state.respond(unit, gain) === Number.POSITIVE_INFINITY && !respondBesideEarlierWeek(state, unit, gain))
      return unit;
    state.put(unit);
  }
  return null;
}

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
  const space = state.spaceOf(unit);
  if (space.week === 0) return false;
  const boundary = state.boundaryOf(unit);
  boundary.readyMinute = OPEN_BOUNDARY.readyMinute;
  boundary.runDays = OPEN_BOUNDARY.runDays;
  boundary.freeFromMinute = OPEN_BOUNDARY.readyMinute;
  if (state.programme.best(space, gain, boundary, state.tours[unit]!) === Number.POSITIVE_INFINITY) return false;
  state.take(unit - 1);
  state.put(unit);
  const fits = state.respondExactly(unit - 1) < Number.POSITIVE_INFINITY;
  state.put(unit - 1);
  state.take(unit);
  return fits;
}

/** Best tour of the unit; where its agent's other weeks leave none, the week before or the later ones give way. */
function respondSomehow(state: SearchState, unit: number): boolean {
  const { group, agent } = state.spaceOf(unit);
  const respond = () => {
    const gain = state.cover.gainOf(group);
    return state.respond(unit, gain) < Number.POSITIVE_INFINITY || respondBesideEarlierWeek(state, unit, gain);
  };
  if (respond()) return true;
  const until = state.prepared.unitFrom[agent + 1]!;
  for (let later = unit + 1; later < until; later++) if (state.placed[later] === 1) state.take(later);
  return respond();
}

/**
 * First roster: one agent after another takes its best tour against those before; units placed already stay. Null, or the
 * unit that found no tour.
 */
export function greedyRoster(
  state: SearchState,
  random: RandomSource,
  betweenUnits: () => void = () => undefined,
): number | null {
  for (const unit of unitsInOrder(state, random)) {
    betweenUnits();
    if (state.placed[unit] === 1) continue;
    if (!respondSomehow(state, unit)) return unit;
    state.put(unit);
  }
  return null;
}

import type { RandomSource } from '../random-source.js';
import { copyTour, emptyTour, type Tour } from '../tour/tour.js';
import type { SearchState } from './search-state.js';
import type { StopWatch } from './stop-watch.js';

/** Improvement below which a new tour is rounding, not gain. */
const NOISE = 1e-7;
const TELL_EVERY = 64;

/**
 * Takes each agent out and puts it back at its exact best response to all the others, until a whole round changes nothing.
 * The cost never rises. `nowAndThen` is called between agents, after every 64th.
 */
export function sweep(
  state: SearchState,
  random: RandomSource,
  watch: StopWatch,
  nowAndThen: () => void = () => undefined,
): void {
  const units = Int32Array.from(state.tours.keys());
  const held: Tour = emptyTour(state.prepared.tourSize);
  let unchanged = 0;
  let asked = 0;
  while (unchanged < units.length) {
    random.shuffle(units);
    for (const unit of units) {
      if (watch.shouldStop()) return;
      if (++asked % TELL_EVERY === 0) nowAndThen();
      const before = state.cost;
      copyTour(state.tours[unit]!, held);
      state.take(unit);
      state.respondExactly(unit);
      state.put(unit);
      if (state.cost < before - NOISE) unchanged = 0;
      else {
        unchanged++;
        state.take(unit);
        copyTour(held, state.tours[unit]!);
        state.put(unit);
      }
      if (unchanged >= units.length) return;
    }
  }
}

import { copyTour, emptyTour } from '../../tour/tour.js';
import { RUIN_MOVES } from './catalogue.js';
import { chosenOf, contextForTest } from '../../../../../../tests/kit/ruin-context-for-test.js';

describe.each(RUIN_MOVES.map((move) => [move.id, move] as const))('move %s', (_, move) => {
  it('leaves a roster whose running cost equals a fresh sum, and taking back restores it', () => {
    const context = contextForTest();
    const { state } = context;
    for (let round = 0; round < 25; round++) {
      const before = state.cost;
      context.clear();
      move.propose(context, 3);
      const chosen = chosenOf(context);
      const held = chosen.map((unit) => {
        const tour = emptyTour(state.prepared.tourSize);
        copyTour(state.tours[unit]!, tour);
        state.take(unit);
        return tour;
      });
      for (const unit of chosen) {
        expect(state.respondExactly(unit)).toBeLessThan(Number.POSITIVE_INFINITY);
        state.put(unit);
      }
      const own = state.tours.reduce((sum, tour) => sum + tour.ownCost, 0);
      expect(state.cost).toBeCloseTo(state.cover.exactCost() + own, 5);
      chosen.forEach((unit) => state.take(unit));
      chosen.forEach((unit, i) => {
        copyTour(held[i]!, state.tours[unit]!);
        state.put(unit);
      });
      expect(state.cost).toBeCloseTo(before, 5);
    }
  });
});

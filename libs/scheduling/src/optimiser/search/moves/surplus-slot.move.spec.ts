import { chosenOf, contextForTest } from '../../../../../../tests/kit/ruin-context-for-test.js';
import { servesWithin } from './presence.js';
import { surplusSlot } from './surplus-slot.move.js';

describe('around a surplus slot', () => {
  it('takes somebody on duty in a slot with one agent too many', () => {
    const context = contextForTest();
    const { cover } = context.state;
    const surplus = Array.from({ length: cover.cellCount }, (_, cell) => cell).filter(
      (cell) => cover.nextSurplus(cell) === cell,
    );
    expect(surplus.length).toBeGreaterThan(0);
    for (let round = 0; round < 40; round++) {
      context.clear();
      surplusSlot.propose(context, 3);
      const chosen = chosenOf(context);
      expect(chosen.length).toBeGreaterThan(0);
      const fits = surplus.some((cell) => {
        const slot = Math.floor(cell / cover.skillCount);
        return chosen.some((unit) => servesWithin(context.state, unit, slot, slot + 1));
      });
      expect(fits).toBe(true);
    }
  });
});

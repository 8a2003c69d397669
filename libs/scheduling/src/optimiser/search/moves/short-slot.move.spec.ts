import { chosenOf, contextForTest } from '../../../../../../tests/kit/ruin-context-for-test.js';
import { servesWithin } from './presence.js';
import { shortSlot } from './short-slot.move.js';

describe('around a short slot', () => {
  it('takes agents who have the skill and are not on contact work in a slot where one more would save cost', () => {
    const context = contextForTest();
    const { cover } = context.state;
    const short = Array.from({ length: cover.cellCount }, (_, cell) => cell).filter(
      (cell) => cover.nextShort(cell) === cell,
    );
    expect(short.length).toBeGreaterThan(0);
    for (let round = 0; round < 40; round++) {
      context.clear();
      shortSlot.propose(context, 3);
      const chosen = chosenOf(context);
      const fits = short.some((cell) => {
        const slot = Math.floor(cell / cover.skillCount);
        const bit = 1 << (cell % cover.skillCount);
        const { masks } = context.state.prepared.groups;
        return chosen.every(
          (unit) =>
            (masks[context.state.spaceOf(unit).group]! & bit) !== 0 &&
            !servesWithin(context.state, unit, slot, slot + 1),
        );
      });
      expect(fits).toBe(true);
    }
  });
});

import { alikeAgents } from './alike-agents.move.js';
import { chosenOf, contextForTest } from '../../../../../../tests/kit/ruin-context-for-test.js';

describe('alike agents', () => {
  it('takes agents of one week with the same skills and paid lengths', () => {
    const context = contextForTest(20);
    let several = 0;
    for (let round = 0; round < 40; round++) {
      context.clear();
      alikeAgents.propose(context, 3);
      const spaces = chosenOf(context).map((unit) => context.state.spaceOf(unit));
      expect(new Set(spaces.map((space) => `${space.week}/${space.group}/${space.paidLengths.join()}`)).size).toBe(1);
      if (spaces.length > 1) several++;
    }
    expect(several).toBeGreaterThan(0);
  });
});

import { chosenOf, contextForTest } from '../../../../../../tests/kit/ruin-context-for-test.js';
import { randomAgents } from './random-agents.move.js';

describe('random agents', () => {
  it('takes between one and the asked number of agents, none twice', () => {
    const context = contextForTest();
    const seen = new Set<number>();
    for (let round = 0; round < 60; round++) {
      context.clear();
      randomAgents.propose(context, 4);
      const chosen = chosenOf(context);
      expect(chosen.length).toBeGreaterThan(0);
      expect(chosen.length).toBeLessThanOrEqual(4);
      expect(new Set(chosen).size).toBe(chosen.length);
      chosen.forEach((unit) => seen.add(unit));
    }
    // 60 rounds of up to 4 of 12 agents: each comes up.
    expect(seen.size).toBe(12);
  });
});

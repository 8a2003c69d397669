import highsModule, { type Highs } from 'highs';
import { compareOnSmall } from '../../../../tests/kit/small-roster-check.js';

/** Cost units: both sides are sums of a few thousand doubles. */
const ROUNDING = 1e-4;

describe('small rosters against their proved optimum', () => {
  let highs: Highs;
  beforeAll(async () => {
    highs = await highsModule.default();
  });

  // Seeds whose proof takes well under a second; tests/data proves 500.
  it.each([1, 3, 4, 9, 10, 12, 16, 19, 23, 24])('seed %d: the engine finds the best roster and proves it', (seed) => {
    const { costs } = compareOnSmall(seed, highs);
    if (!costs) return;
    expect(costs.engine).toBeCloseTo(costs.best, 4);
    expect(Math.abs(costs.bound - costs.best)).toBeLessThan(ROUNDING);
  });
});

import { MOST_WISHES, rankedWeights, WISH_BUDGET } from './wish-budget.js';

describe('the budget of wishes', () => {
  it('is the same however many wishes there are, and the first weighs most', () => {
    for (let count = 1; count <= MOST_WISHES; count += 1) {
      const weights = rankedWeights(count);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(WISH_BUDGET, 9);
      expect([...weights].sort((a, b) => b - a)).toEqual(weights);
      expect(weights.every((weight) => weight > 0)).toBe(true);
    }
    expect(rankedWeights(2)).toEqual([(10 * 2) / 3, 10 / 3]);
    expect(rankedWeights(0)).toEqual([]);
  });
});

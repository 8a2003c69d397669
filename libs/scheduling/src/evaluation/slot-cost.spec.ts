import { DEFAULT_WEIGHTS } from '../roster/index.js';
import { slotCost } from './slot-cost.js';

const cost = (assigned: number, demand: number) => slotCost(assigned, demand, DEFAULT_WEIGHTS);

describe('cost of a slot', () => {
  it('is nothing where agents meet demand', () => {
    expect(cost(7, 7)).toBe(0);
    expect(cost(0, 0)).toBe(0);
  });

  it('rises over bands of a tenth of demand when short', () => {
    expect(cost(19, 20)).toBe(10); // one of the first two missing
    expect(cost(17, 20)).toBe(40); // 2 x 10 + 1 x 20
    expect(cost(15, 20)).toBe(100); // 2 x 10 + 2 x 20 + 1 x 40
  });

  it('rises over bands of a tenth of demand when over', () => {
    expect(cost(25, 20)).toBe(10); // 2 x 1 + 2 x 2 + 1 x 4
    expect(cost(3, 0)).toBe(12); // without demand all in the last band
  });

  it('takes fractions of demand', () => {
    expect(cost(1, 0.5)).toBeCloseTo(0.05 * 1 + 0.05 * 2 + 0.4 * 4, 12);
  });
});

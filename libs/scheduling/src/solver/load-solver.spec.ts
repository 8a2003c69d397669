import { ModelBuilder } from './mixed-integer.js';
import { loadSolver } from './load-solver.js';

const unlimited = { nodes: 1000, shouldStop: () => false, start: null };

describe('the solver of mixed-integer models', () => {
  it('finds the best whole values and proves them', async () => {
    const solve = await loadSolver();
    const model = new ModelBuilder();
    const weight = model.row(0, 4);
    // Worth 5 and 4 at weights 3 and 2: one of each does not fit, two of the second do.
    model.column(-5, 1, true);
    model.entry(weight, 3);
    model.column(-4, 2, true);
    model.entry(weight, 2);
    const answer = solve(model, unlimited);
    expect(answer.proven).toBe(true);
    expect(answer.bound).toBeCloseTo(-8, 6);
    expect(answer.values![0]).toBeCloseTo(0, 6);
    expect(answer.values![1]).toBeCloseTo(2, 6);
  });

  it('proves that no values fit', async () => {
    const solve = await loadSolver();
    const model = new ModelBuilder();
    const row = model.row(3, 3);
    model.column(1, 2, true);
    model.entry(row, 2);
    expect(solve(model, unlimited)).toEqual({ values: null, bound: Number.POSITIVE_INFINITY, proven: true });
  });
});

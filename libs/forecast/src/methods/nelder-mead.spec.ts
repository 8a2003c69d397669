import { minimise } from './nelder-mead.js';

describe('the search for the least value', () => {
  it('finds the bottom of a slanting bowl', () => {
    const bowl = ([x, y]: Float64Array) => (x! - 3) ** 2 + 4 * (y! + 1) ** 2 + x! * y!;
    // gradient 2(x - 3) + y = 0, 8(y + 1) + x = 0: x = 56/15, y = -22/15
    const { at } = minimise((point) => bowl(point), { start: [0, 0], reach: 1, evaluations: 300 });
    expect(at[0]).toBeCloseTo(56 / 15, 2);
    expect(at[1]).toBeCloseTo(-22 / 15, 2);
  });

  it('steps back from where there is no value', () => {
    const { at, value } = minimise(([x]) => (x! > 1 ? Number.NaN : (x! - 2) ** 2), {
      start: [-4],
      reach: 2,
      evaluations: 100,
    });
    expect(at[0]).toBeLessThanOrEqual(1);
    expect(value).toBeLessThan(1.2); // (1 - 2)^2 at the edge
  });

  it('keeps to the evaluations it was given, give or take one step', () => {
    let asked = 0;
    minimise(([x, y]) => (asked++, x! ** 2 + y! ** 2), { start: [5, 5], reach: 1, evaluations: 20 });
    expect(asked).toBeLessThanOrEqual(24);
  });
});

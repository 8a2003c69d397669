import { gaussLegendre } from './gauss-legendre.js';

const integral = (count: number, f: (x: number) => number): number => {
  const { nodes, weights } = gaussLegendre(count);
  return nodes.reduce((sum, node, i) => sum + weights[i]! * f(node), 0);
};

describe('the Gauss-Legendre rule on 0..1', () => {
  it.each([
    [2, 3],
    [5, 9],
    [64, 127],
  ])('of %d nodes integrates x to the power %d exactly', (count, power) => {
    expect(integral(count, (x) => x ** power) * (power + 1)).toBeCloseTo(1, 13);
    // Two powers further it no longer does: the rule is not finer than it says.
    if (count < 10) expect(Math.abs(integral(count, (x) => x ** (power + 1)) * (power + 2) - 1)).toBeGreaterThan(1e-7);
  });

  it('has 1/2 ± 1/√12 as its two nodes', () => {
    const { nodes, weights } = gaussLegendre(2);
    expect([...nodes].map((node) => node.toFixed(15))).toEqual(
      [0.5 - Math.sqrt(1 / 12), 0.5 + Math.sqrt(1 / 12)].map((node) => node.toFixed(15)),
    );
    expect([...weights]).toEqual([expect.closeTo(0.5, 15), expect.closeTo(0.5, 15)]);
  });
});

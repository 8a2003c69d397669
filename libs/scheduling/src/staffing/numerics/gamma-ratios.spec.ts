import fc from 'fast-check';
import {
  inverseLoss,
  inverseLossByRecurrence,
  logRatioSum,
  lowerRatio,
  lowerRemainder,
  stirlingError,
  upperRatio,
  upperTail,
} from './gamma-ratios.js';

const close = (got: number, want: number): number => Math.abs(got / want - 1);

describe('incomplete gamma functions over their density', () => {
  // mpmath at 40 digits: s, x, lower, upper; one row for each way they are computed.
  it.each([
    [0.5, 0.2, 1.144637629983734, 1.275771816410003],
    [3, 30, 2374772129.120769, 0.1068888888888889],
    [24.9, 25, 6.710644861327153, 5.841847526629231],
    [30, 29, 6.31352738167072, 7.690730940505712],
    [30, 60, 137021.4286220392, 0.9422021284308428],
    [200, 150, 3.796833348376376, 66494.28443727292],
    [1000.5, 1000, 39.48467539583672, 39.81819947415914],
    [50000, 50300, 1249.978409405214, 123.6973537569973],
    [50000, 49000, 47.84496834582191, 14135385.6671331],
  ])('s = %d, x = %d', (s, x, lower, upper) => {
    expect(close(lowerRatio(s, x), lower)).toBeLessThan(1e-12);
    expect(close(upperRatio(s, x), upper)).toBeLessThan(1e-12);
    expect(close(upperTail(s, x), upper / (lower + upper))).toBeLessThan(1e-12);
  });

  const sizes = fc.double({ min: 0.05, max: 1e5, noNaN: true });
  const shares = fc.double({ min: 0.2, max: 3, noNaN: true });

  it('add up to Γ(s+1) eˣ x⁻ˢ, on both sides of every joint', () => {
    fc.assert(
      fc.property(sizes, shares, (s, share) => {
        const x = s * share;
        const sum = lowerRatio(s, x) + upperRatio(s, x);
        fc.pre(Number.isFinite(sum));
        expect(Math.abs(Math.log(sum) - logRatioSum(s, x))).toBeLessThan(1e-11);
      }),
    );
  });

  it('obey L(s, x) = 1 + x/(s+1)·L(s+1, x)', () => {
    fc.assert(
      fc.property(sizes, shares, (s, share) => {
        const x = s * share;
        const lower = lowerRatio(s, x);
        fc.pre(Number.isFinite(lower));
        expect(close(1 + (x / (s + 1)) * lowerRatio(s + 1, x), lower)).toBeLessThan(1e-11);
      }),
    );
  });

  it('agree with 1/B by its recurrence, where the fast ways take over', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), shares, (n, share) => {
        const a = n * share;
        let inverse = 1;
        for (let k = 1; k <= n; k += 1) inverse = 1 + (k / a) * inverse;
        fc.pre(inverse < 1e250);
        expect(close(inverseLoss(n, a), inverse)).toBeLessThan(1e-11);
        expect(close(inverseLossByRecurrence(n, a), inverse)).toBeLessThan(1e-12);
      }),
    );
    expect([0, 1, 2].map((n) => inverseLossByRecurrence(n, 2))).toEqual([1, 1.5, 2.5]);
  });

  it('give 1 - (1 - x/s)·L without cancellation', () => {
    fc.assert(
      fc.property(sizes, fc.double({ min: 0.2, max: 0.9, noNaN: true }), (s, share) => {
        const x = s * share;
        const remainder = lowerRemainder(s, x);
        expect(close(s / (s - x + remainder), lowerRatio(s, x))).toBeLessThan(1e-12);
      }),
    );
  });

  it('know what Stirling leaves out', () => {
    expect(stirlingError(1)).toBeCloseTo(1 - Math.log(Math.sqrt(2 * Math.PI)), 14); // ln 1! - (0 - 1 + ½ ln 2π)
    expect(stirlingError(10)).toBeCloseTo(
      Math.log(3_628_800) - (10 * Math.log(10) - 10 + 0.5 * Math.log(20 * Math.PI)),
      13,
    );
  });
});

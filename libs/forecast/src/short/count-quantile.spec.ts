import { countQuantile } from './count-quantile.js';

describe('quantiles of counts', () => {
  it('agrees with the Poisson distribution where the variance is the mean', () => {
    // Poisson(3): P(X <= 5) = 0.9161, P(X <= 4) = 0.8153: the 0.9 quantile lies in the count 5, from 4.5 to 5.5.
    expect(countQuantile(3, 3, 0.9)).toBeCloseTo(4.5 + (0.9 - 0.8153) / 0.1008, 2);
    expect(countQuantile(0.05, 0.05, 0.1)).toBe(0);
    expect(countQuantile(0, 1, 0.9)).toBe(0);
  });

  it('joins the counted and the smooth part, and is wider with more variance', () => {
    for (const p of [0.05, 0.1, 0.5, 0.9, 0.95]) {
      const counted = countQuantile(39.99, 39.99 + 80, p);
      const smooth = countQuantile(40.01, 40.01 + 80, p);
      expect(Math.abs(counted - smooth)).toBeLessThan(0.7);
    }
    expect(countQuantile(1000, 40_000, 0.9)).toBeGreaterThan(countQuantile(1000, 10_000, 0.9));
    expect(countQuantile(1000, 40_000, 0.1)).toBeLessThan(countQuantile(1000, 10_000, 0.1));
  });
});

import { checkDistribution, meanSecondsOf, type Distribution } from './index.js';
import { drawsOf } from './engine/draws.js';

const COUNT = 40_000;

function drawn(distribution: Distribution): number[] {
  const draws = drawsOf(distribution, { seed: 5, stream: 0 });
  draws.restart(0);
  return Array.from({ length: COUNT }, () => draws.take());
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
function cvOf(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2))) / centre;
}

describe('distributions', () => {
  it.each<[Distribution, number, number]>([
    [{ kind: 'exponential', meanSeconds: 180 }, 180, 1],
    [{ kind: 'lognormal', meanSeconds: 200, cv: 0.8 }, 200, 0.8],
    [{ kind: 'gamma', meanSeconds: 120, cv: 0.5 }, 120, 0.5],
    [{ kind: 'gamma', meanSeconds: 60, cv: 1.5 }, 60, 1.5],
    [{ kind: 'deterministic', seconds: 90 }, 90, 0],
    // (10 + 20 + 60) / 3 = 30; variance (400 + 100 + 900) / 3
    [{ kind: 'empirical', sortedSeconds: [10, 20, 60] }, 30, Math.sqrt(1400 / 3) / 30],
    // Uniform over 0..100: mean 50, sd 100/√12
    [{ kind: 'table', seconds: [0, 100], cumulativeFractions: [0, 1] }, 50, 1 / Math.sqrt(3)],
  ])('%j has the mean and spread it says', (distribution, expected, cv) => {
    const values = drawn(distribution);
    expect(meanSecondsOf(distribution)).toBeCloseTo(expected, 9);
    // Five standard errors of the mean; spreads of long tails settle more slowly.
    expect(Math.abs(mean(values) - expected)).toBeLessThanOrEqual((5 * cv * expected) / Math.sqrt(COUNT) + 1e-9);
    expect(Math.abs(cvOf(values) - cv)).toBeLessThan(0.05 * cv + 1e-9);
  });

  it('draws a table with a lump at its first point and a rest that never comes', () => {
    const values = drawn({ kind: 'table', seconds: [0, 60], cumulativeFractions: [0.2, 0.7] });
    const share = (holds: (value: number) => boolean) => values.filter(holds).length / COUNT;
    // Five standard deviations of a share of 40,000: at most 0.0125.
    expect(Math.abs(share((value) => value === 0) - 0.2)).toBeLessThan(0.0125);
    expect(Math.abs(share((value) => value === Infinity) - 0.3)).toBeLessThan(0.0125);
    expect(meanSecondsOf({ kind: 'table', seconds: [0, 60], cumulativeFractions: [0.2, 0.7] })).toBe(Infinity);
  });

  it.each<[Distribution, string]>([
    [{ kind: 'lognormal', meanSeconds: 10, cv: -1 }, 'x.cv (-1) must be 0..20'],
    [{ kind: 'empirical', sortedSeconds: [2, 1] }, 'x.sortedSeconds[1] (1) must be ascending'],
    [{ kind: 'empirical', sortedSeconds: [] }, 'x.sortedSeconds (empty) must be a list'],
    [{ kind: 'table', seconds: [1, 2], cumulativeFractions: [0.5, 1.1] }, 'x.cumulativeFractions[1] (1.1) must be'],
    [{ kind: 'deterministic', seconds: Number.NaN }, 'x.seconds (NaN) must be 0 or more'],
  ])('refuses %j', (distribution, message) => {
    expect(() => checkDistribution('x', distribution)).toThrow(message);
  });
});

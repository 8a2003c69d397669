import type { RunDay } from '../backtest/method-runs.js';
import { RandomDraws } from '../../../../tests/kit/random-draws.js';
import { KEPT_PROBABILITIES } from './distribution-components.js';
import { learnIntervalErrors } from './interval-errors.js';

/** Days of 20 intervals of 50 contacts, off by a level of their week, by one of their own and by chance. */
function days(count: number, { week, own }: { week: number; own: number }): RunDay[] {
  const draws = new RandomDraws(3);
  let level = 0;
  return Array.from({ length: count }, (_, day) => {
    if (day % 7 === 4) level = week * draws.normal();
    const rate = 50 * (1 + level + own * draws.normal());
    return {
      day,
      leadDays: 1,
      forecast: new Float64Array(20).fill(50),
      actual: Float64Array.from({ length: 20 }, () => draws.poisson(rate)),
    };
  });
}

const at = (quantiles: readonly number[], p: number) => quantiles[KEPT_PROBABILITIES.findIndex((kept) => kept === p)]!;

describe('what is learned of the errors of intervals', () => {
  it('is the Poisson noise alone where the rate was right, with no level in common', () => {
    const { rateVariance, levelShare, quantiles } = learnIntervalErrors(days(200, { week: 0, own: 0 }));
    expect(rateVariance).toBeLessThan(0.002);
    expect(levelShare).toBeLessThan(0.05);
    expect(at(quantiles, 0.9)).toBeCloseTo(1.28, 1);
    expect(at(quantiles, 0.05)).toBeCloseTo(-1.64, 1);
  });

  it('tells the level of the days from their noise', () => {
    const { rateVariance, levelShare } = learnIntervalErrors(days(200, { week: 0, own: 0.2 }));
    expect(rateVariance).toBeCloseTo(0.04, 2);
    // 0.04 of 0.04 + 1/50 is two thirds.
    expect(levelShare).toBeCloseTo(0.67, 1);
  });

  it('says its tails carefully and evenly where a few weeks that went together are all there is', () => {
    const few = learnIntervalErrors(days(28, { week: 0.2, own: 0 })).quantiles;
    const many = learnIntervalErrors(days(350, { week: 0.2, own: 0 })).quantiles;
    expect(at(few, 0.975)).toBeGreaterThan(at(many, 0.975));
    expect(Math.abs(at(few, 0.9) + at(few, 0.1))).toBeLessThan(0.3);
    expect(few).toEqual([...few].sort((a, b) => a - b));
  });

  it('has an answer for a single error and for none', () => {
    const one = { day: 3, leadDays: 1, forecast: Float64Array.of(4), actual: Float64Array.of(9) };
    for (const given of [[one], [{ ...one, actual: Float64Array.of(Number.NaN) }]])
      for (const value of learnIntervalErrors(given).quantiles) expect(Number.isFinite(value)).toBe(true);
  });
});

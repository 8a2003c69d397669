import { DurationTally, equallyLikelyValues, quantileOf } from './duration-tally.js';

function tallyOf(values: readonly number[]): DurationTally {
  const tally = new DurationTally();
  for (const value of values) tally.add(value);
  return tally;
}

describe('a tally of durations', () => {
  it('counts each value and keeps the moments', () => {
    const tally = tallyOf([3, 1, 3, 5]);
    expect(tally.tallied()).toEqual({ values: Float64Array.of(1, 3, 5), counts: Float64Array.of(1, 2, 1) });
    expect([tally.mean, tally.variance]).toEqual([3, 8 / 3]); // (4 + 0 + 0 + 4) / 3
    expect([0, 0.25, 0.5, 0.75, 1].map((fraction) => quantileOf(tally.tallied(), fraction))).toEqual([1, 1, 3, 3, 5]);
    expect(tally.tallied(2, 4).values).toEqual(Float64Array.of(3));
  });

  it('stays bounded when every value differs, and keeps count and mean exact', () => {
    const values = Array.from({ length: 30_000 }, (_, i) => i / 100 + 1e-4);
    const tally = tallyOf(values);
    const { values: kept, counts } = tally.tallied();
    expect(kept.length).toBeLessThanOrEqual(8192);
    expect(counts.reduce((a, b) => a + b, 0)).toBe(30_000);
    expect(tally.mean).toBeCloseTo(149.9951, 9);
    expect(Math.abs(quantileOf(tally.tallied(), 0.5) - 150)).toBeLessThanOrEqual(0.1);
  });

  it('gives equally likely values with its own mean, whether the parts divide the count or not', () => {
    expect(equallyLikelyValues(tallyOf([1, 2, 3, 4]).tallied(), 2)).toEqual([1.5, 3.5]);
    const values = equallyLikelyValues(tallyOf([1, 2, 6]).tallied(), 2);
    expect(values).toEqual([(1 + 0.5 * 2) / 1.5, (0.5 * 2 + 6) / 1.5]);
    expect(equallyLikelyValues(tallyOf([]).tallied(), 2)).toEqual([]);
    const many = equallyLikelyValues(tallyOf(Array.from({ length: 1009 }, (_, i) => i % 97)).tallied(), 200);
    const mean = Array.from({ length: 1009 }, (_, i) => i % 97).reduce((a, b) => a + b, 0) / 1009;
    expect(many.reduce((a, b) => a + b, 0) / 200).toBeCloseTo(mean, 9);
  });
});

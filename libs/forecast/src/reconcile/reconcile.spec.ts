import { bottomUp, minTrace, type Hierarchy } from './reconcile.js';
import { shrunkCovariance } from './shrunk-covariance.js';

/** Total, queue a, queue b. */
const twoQueues: Hierarchy = { size: 3, sums: [{ series: 0, of: [1, 2] }] };
const diagonal = (...values: number[]) =>
  Float64Array.from({ length: values.length ** 2 }, (_, i) =>
    i % (values.length + 1) === 0 ? values[i / (values.length + 1)]! : 0,
  );
const near = (values: Float64Array, expected: number[]) =>
  expected.forEach((value, index) => expect(values[index]).toBeCloseTo(value, 6));

describe('reconciliation', () => {
  it('sums from the bottom up whatever the sum’s own forecast was', () => {
    expect([...bottomUp(twoQueues, [100, 50, 40])]).toEqual([90, 50, 40]);
  });

  it('shares a gap by the variances, as worked out by hand', () => {
    // Gap 100 - 90 = 10. Equal variances: each of three moves by 10 / 3, the total down, the queues up.
    near(minTrace(twoQueues, [100, 50, 40], diagonal(1, 1, 1)), [96.6666667, 53.3333333, 43.3333333]);
    // Variances 4, 1, 1: the total moves by 4 / 6 of the gap, each queue by 1 / 6.
    near(minTrace(twoQueues, [100, 50, 40], diagonal(4, 1, 1)), [93.3333333, 51.6666667, 41.6666667]);
    // a and b with covariance 0.5: C W C' = 1 + (1 + 1 + 2 x 0.5) = 4, pull 10 / 4; W C' = (1, -1.5, -1.5).
    const covariance = Float64Array.of(1, 0, 0, 0, 1, 0.5, 0, 0.5, 1);
    near(minTrace(twoQueues, [100, 50, 40], covariance), [97.5, 53.75, 43.75]);
  });

  it('leaves forecasts alone that add up already', () => {
    near(minTrace(twoQueues, [90, 50, 40], diagonal(2, 1, 3)), [90, 50, 40]);
  });

  it('adds up on two levels and is never negative', () => {
    const sites: Hierarchy = {
      size: 7,
      sums: [
        { series: 0, of: [3, 4, 5, 6] },
        { series: 1, of: [3, 4] },
        { series: 2, of: [5, 6] },
      ],
    };
    const made = minTrace(sites, [10, 30, 20, 10, 0.5, 6, 5], diagonal(1, 2, 3, 4, 5, 6, 7));
    expect(made[1]).toBeCloseTo(made[3]! + made[4]!, 9);
    expect(made[0]).toBeCloseTo(made[1]! + made[2]!, 9);
    expect(Math.min(...made)).toBeGreaterThanOrEqual(0);
  });

  it('refuses sums of sums and forecasts of another length', () => {
    expect(() => bottomUp({ size: 3, sums: [{ series: 0, of: [0, 1] }] }, [1, 2, 3])).toThrow(
      'must name lowest series only',
    );
    expect(() => bottomUp(twoQueues, [1, 2])).toThrow('base (2) must have one forecast for each of 3 series');
  });
});

describe('shrunk covariance', () => {
  it('keeps the variances and shrinks the correlation of few errors', () => {
    const errors = [
      [1, 2],
      [-1, -1],
      [2, 1],
      [-2, -2],
    ];
    const covariance = shrunkCovariance(errors);
    expect(covariance[0]).toBeCloseTo(2.5, 9); // (1 + 1 + 4 + 4) / 4
    expect(covariance[3]).toBeCloseTo(2.5, 9);
    expect(covariance[1]).toBeGreaterThan(0);
    expect(covariance[1]).toBeLessThan(2.25); // the plain one: (2 + 1 + 2 + 4) / 4
    expect(covariance[1]).toBe(covariance[2]);
  });

  it('refuses a single row', () => {
    expect(() => shrunkCovariance([[1, 2]])).toThrow('errors (1) must have two rows or more');
  });
});

import type { Run } from './method-runs.js';
import { blockSlotsOf, errorOfRun } from './run-error.js';

const run = (forecast: readonly number[], actual: readonly number[]): Run => ({
  kind: 'run',
  methodId: 'm',
  originDay: 0,
  days: [{ day: 0, leadDays: 1, forecast: Float64Array.from(forecast), actual: Float64Array.from(actual) }],
});

describe('the error by which methods are compared', () => {
  it('is by interval where intervals are busy', () => {
    const busy = run([20, 30, 10], [25, 25, 10]);
    expect(blockSlotsOf([busy])).toBe(1);
    expect(errorOfRun(busy, 1)).toBeCloseTo(10 / 60, 12);
  });

  it('joins quiet intervals to blocks of ten contacts, so that saying nothing is never the best', () => {
    const came = [1, 0, 0, 1, 0, 1, 0, 0];
    const rates = came.map(() => 3 / 8);
    expect(blockSlotsOf([run(rates, came)])).toBe(8); // 10 / (3 / 8) = 27 slots, at most the day
    expect(errorOfRun(run(rates, came), 8)).toBeCloseTo(0, 12);
    // zero misses 3 contacts, all there are; by interval the honest rates would miss 3 x 5/8 + 5 x 3/8 = 3.75
    expect(errorOfRun(run(new Array<number>(8).fill(0), came), 8)).toBe(1);
    expect(errorOfRun(run(rates, came), 1)).toBeCloseTo(3.75 / 3, 12);
  });
});

import type { Run } from './method-runs.js';
import { errorOfRun, errorScaleOf } from './run-error.js';

const run = (forecast: readonly number[], actual: readonly number[]): Run => ({
  kind: 'run',
  methodId: 'm',
  originDay: 0,
  days: [{ day: 0, leadDays: 1, forecast: Float64Array.from(forecast), actual: Float64Array.from(actual) }],
});

describe('the error by which methods are compared', () => {
  it('is by interval where intervals are busy', () => {
    const busy = run([20, 30, 10], [25, 25, 10]);
    expect(errorScaleOf([busy])).toEqual({ blockSlots: 1, leastContacts: 15 }); // a quarter of 60
    expect(errorOfRun(busy, { blockSlots: 1, leastContacts: 15 })).toBeCloseTo(10 / 60, 12);
  });

  it('joins quiet intervals to blocks of ten contacts, so that saying nothing is never the best', () => {
    const came = [1, 0, 0, 1, 0, 1, 0, 0];
    const rates = came.map(() => 3 / 8);
    expect(errorScaleOf([run(rates, came)]).blockSlots).toBe(8); // 10 / (3 / 8) = 27 slots, at most the day
    expect(errorOfRun(run(rates, came), { blockSlots: 8, leastContacts: 0 })).toBeCloseTo(0, 12);
    // zero misses 3 contacts, all there are; by interval the honest rates would miss 3 x 5/8 + 5 x 3/8 = 3.75
    expect(errorOfRun(run(new Array<number>(8).fill(0), came), { blockSlots: 8, leastContacts: 0 })).toBe(1);
    expect(errorOfRun(run(rates, came), { blockSlots: 1, leastContacts: 0 })).toBeCloseTo(3.75 / 3, 12);
  });

  it('is a share of a quarter of the usual contacts at least, so that a day without any compares too', () => {
    const runs = [run([0.5, 0.5], [0, 0]), run([40, 40], [50, 50])];
    const scale = errorScaleOf(runs);
    expect(scale.leastContacts).toBe(12.5); // a quarter of the mean of 0 and 100
    expect(runs.map((one) => errorOfRun(one, scale))).toEqual([1 / 12.5, 0.2]);
    const nothing = run([0, 0], [0, 0]);
    expect(errorOfRun(nothing, errorScaleOf([nothing]))).toBeNaN();
  });
});

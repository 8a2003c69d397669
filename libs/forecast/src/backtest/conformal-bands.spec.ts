import { conformalBands } from './conformal-bands.js';
import type { Run } from './method-runs.js';

/** One run a day for 40 days: forecast 100, errors -20 … +19 in turn. */
const runs: Run[] = Array.from({ length: 40 }, (_, day) => ({
  kind: 'run',
  methodId: 'planner-mean',
  originDay: day,
  days: [
    { day, leadDays: 1, forecast: Float64Array.of(100, Number.NaN), actual: Float64Array.of(80 + ((day * 7) % 40), 3) },
  ],
}));

describe('conformal bands', () => {
  it('put the 80 % band where the past errors say, a little wider for few weeks', () => {
    const bands = conformalBands(runs, 40);
    expect(bands.calibrated).toBe(true);
    // 40 days are 8 working weeks, so the 10 % tail shrinks to 10 x 8 / 9 = 8.9 %: rank 3.06 of 40 from below, error -17
    expect(bands.quantile(100, 1, 0.1)).toBeGreaterThan(82);
    expect(bands.quantile(100, 1, 0.1)).toBeLessThan(84);
    expect(bands.quantile(100, 1, 0.9)).toBeGreaterThan(115);
    expect(bands.quantile(100, 1, 0.9)).toBeLessThan(118);
  });

  it('look at no target on or after the day given', () => {
    const wild = runs.map((run) =>
      run.originDay < 20
        ? run
        : { ...run, days: run.days.map((day) => ({ ...day, actual: Float64Array.of(10_000, 0) })) },
    );
    expect(conformalBands(wild, 20).quantile(100, 1, 0.95)).toBe(conformalBands(runs, 20).quantile(100, 1, 0.95));
  });

  it('say so when there are too few past errors, and assume a wide normal band', () => {
    const bands = conformalBands(runs.slice(0, 3), 40);
    expect(bands.calibrated).toBe(false);
    // sqrt(100 + 0.25² x 100²) = 26.93; 100 - 1.2816 x 26.93 = 65.5
    expect(bands.quantile(100, 1, 0.1)).toBeCloseTo(65.5, 1);
  });

  it('never go below zero, keep their order, and widen beyond the longest lead measured', () => {
    const bands = conformalBands(runs, 40);
    expect(bands.quantile(0, 1, 0.05)).toBeGreaterThanOrEqual(0);
    const values = ([0.05, 0.1, 0.5, 0.9, 0.95] as const).map((p) => bands.quantile(50, 1, p));
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(bands.quantile(100, 112, 0.9)).toBeGreaterThan(bands.quantile(100, 28, 0.9));
  });
});

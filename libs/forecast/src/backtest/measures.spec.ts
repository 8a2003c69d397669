import type { BandModel } from './conformal-bands.js';
import type { TotalComponents } from '../distribution/day-errors.js';
import { ErrorSums, pinballLoss, wapeOfRun } from './measures.js';
import type { Run } from './method-runs.js';

const run: Run = {
  kind: 'run',
  methodId: 'planner-mean',
  originDay: 0,
  days: [
    { day: 0, leadDays: 1, forecast: Float64Array.of(10, 20, Number.NaN), actual: Float64Array.of(12, 16, Number.NaN) },
    { day: 1, leadDays: 2, forecast: Float64Array.of(10, 20, Number.NaN), actual: Float64Array.of(Number.NaN, 25, 4) },
    { day: 2, leadDays: 3, forecast: Float64Array.of(10, 20, 30), actual: null },
  ],
};
/** Bands of plus and minus 3, whatever the probability; the median is the forecast. */
const bands: BandModel = {
  calibrated: true,
  groups: [],
  quantile: (forecast, _lead, p) => (p === 0.5 ? forecast : forecast + (p < 0.5 ? -3 : 3)),
};

/** Day totals with a relative error of 10 % beyond counting noise and normal quantiles. */
const totals: TotalComponents = {
  calibrated: true,
  days: [{ untilLeadDays: 28, rateVariance: 0.01 }],
  dayQuantiles: [0, 0.25, 0.52, 0.84, 1.28, 1.64, 1.96, 2.33],
  betweenDays: { common: 0.5, decayPerDay: 0.5 },
};

describe('measures of a backtest', () => {
  it('compare what came with what was said, missing values and days left out', () => {
    const sums = new ErrorSums();
    sums.add(run, bands, totals);
    const measures = sums.measures(2);
    // errors 2, 4, 5 and 4 (said closed, 4 came after all) over 12 + 16 + 25 + 4 = 57
    expect(measures.wapeByInterval).toBeCloseTo(15 / 57, 12);
    expect(measures.wapeByDay).toBeCloseTo((2 + 9) / 57, 12); // |28 - 30| and |29 - 20|
    expect(measures.bias).toBeCloseTo((50 - 57) / 57, 12);
    expect(measures.mase).toBeCloseTo(15 / 4 / 2, 12);
    expect(measures.targetDays).toBe(2);
    expect(measures.coverage80).toBe(0.25); // only 12 lies within 10 ± 3
    // 28 of 30, within 1.28 x sqrt(30 + 9); 29 of 20, beyond 1.28 and within 1.96 x sqrt(20 + 4) = 9.6
    expect(measures).toMatchObject({ coverage80ByDay: 0.5, coverage95ByDay: 1, targetWeeks: 0 });
    // 10 % quantiles 7, 17, 17, -3: 0.1 x 5 + 0.9 x 1 + 0.1 x 8 + 0.1 x 7 = 2.9
    expect(measures.pinball10).toBeCloseTo(2.9 / 4, 12);
    expect(wapeOfRun(run)).toBeCloseTo(15 / 57, 12);
  });

  it('count pinball loss p above and 1 - p below the quantile', () => {
    expect(pinballLoss(15, 10, 0.9)).toBeCloseTo(4.5, 12); // 0.9 x 5
    expect(pinballLoss(5, 10, 0.9)).toBeCloseTo(0.5, 12); // 0.1 x 5
    expect(pinballLoss(10, 10, 0.9)).toBe(0);
  });
});

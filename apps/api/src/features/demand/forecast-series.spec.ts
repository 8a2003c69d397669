import { localDaysGrid } from '@yotei/time';
import { seriesOfDays, toStep } from './forecast-series.js';

const grid = { startAt: Date.UTC(2026, 10, 23), stepMinutes: 15, count: 4 };
const base = {
  grid,
  contacts: Float64Array.of(10, 20, Number.NaN, 40),
  averageHandleSeconds: Float64Array.of(300, 300, Number.NaN, 300),
};

describe('a forecast in longer steps', () => {
  it('sums contacts and weighs handle time by them', () => {
    const day = {
      onDate: '2026-11-23',
      forecastId: 'f',
      startAt: grid.startAt,
      stepMinutes: 15,
      contacts: [10, 30, null, 40],
      p10: null,
      p90: null,
      handleSeconds: [100, 300, null, 200],
    };
    const half = toStep(seriesOfDays([day], grid), { ...grid, stepMinutes: 30, count: 2 });
    expect([...half.contacts]).toEqual([40, 40]);
    expect(half.averageHandleSeconds[0]).toBe(250); // (10 x 100 + 30 x 300) / 40
  });

  it('has a band between that of independent errors and the sum of the bands', () => {
    const z = 1.2816;
    // Counting noise alone: the band of the sum is that of a Poisson count of 200. Of a rate that is 20 % astray
    // (variance 100 + 20²) the noise adds in quadrature and the rate plainly: √(200 + 40²).
    for (const [variance, ofSum] of [
      [100, Math.sqrt(200)],
      [500, Math.sqrt(200 + 40 ** 2)],
    ] as const) {
      const distance = z * Math.sqrt(variance);
      const series = {
        ...base,
        contacts: Float64Array.of(100, 100, Number.NaN, 100),
        p10: Float64Array.of(100 - distance, 100 - distance, Number.NaN, Number.NaN),
        p90: Float64Array.of(100 + distance, 100 + distance, Number.NaN, Number.NaN),
      };
      const half = toStep(series, { ...grid, stepMinutes: 30, count: 2 });
      expect(half.p10[0]).toBeCloseTo(200 - z * ofSum, 6);
      expect(half.p90[0]).toBeCloseTo(200 + z * ofSum, 6);
      expect(half.p90[1]).toBeNaN();
    }
  });

  it('has 100 quarter-hours on the day the Irish clocks go back', () => {
    const autumn = localDaysGrid('2026-10-25', 1, 'Europe/Dublin', 15);
    const contacts = Array.from({ length: 100 }, () => 1);
    const day = {
      onDate: '2026-10-25',
      forecastId: 'f',
      startAt: autumn.startAt,
      stepMinutes: 15,
      contacts,
      p10: null,
      p90: null,
      handleSeconds: contacts,
    };
    expect(seriesOfDays([day], autumn).contacts.reduce((sum, count) => sum + count, 0)).toBe(100);
  });
});

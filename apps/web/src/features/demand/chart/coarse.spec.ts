import { dayTotals, drawnBy, groupBand, groupMeans, groupStarts } from './coarse.js';

const quarters = { startAt: Date.UTC(2026, 2, 28), stepMinutes: 15, length: 8, zone: 'UTC' };

describe('how coarse the lines of a chart are', () => {
  it('goes by what a pixel stands for: intervals, then hours, then days', () => {
    const days = (count: number) => ({ shownMinutes: count * 1440, stepMinutes: 15, width: 1000 });
    expect([7, 28, 56].map((count) => drawnBy(days(count)))).toEqual(['interval', 'hour', 'day']);
    expect(drawnBy({ ...days(28), width: 400 })).toBe('day');
    // Half-hours of four weeks: 1,344 on 1,000 pixels; an hour has 1.5.
    expect(drawnBy({ shownMinutes: 28 * 1440, stepMinutes: 30, width: 1000 })).toBe('hour');
    expect(drawnBy({ shownMinutes: 90 * 1440, stepMinutes: 60, width: 1000 })).toBe('day');
  });

  it('gives every interval the mean of its hour, and leaves closed hours closed', () => {
    const starts = groupStarts(quarters, 'hour');
    expect(groupMeans([1, 2, 3, null, null, null, null, null], starts)).toEqual([2, 2, 2, 2, null, null, null, null]);
  });

  it('ends a day where the zone does, on the 23 hours of a spring day too', () => {
    const berlin = { startAt: Date.UTC(2026, 2, 28, 23), stepMinutes: 60, length: 24, zone: 'Europe/Berlin' };
    const starts = groupStarts(berlin, 'day');
    expect(starts[22]).toBe(0);
    expect(starts[23]).toBe(23);
  });

  it('takes the band of a day’s own total where there is one', () => {
    const grid = { ...quarters, stepMinutes: 720, length: 2 };
    const starts = groupStarts(grid, 'day');
    const day = { span: 'DAY', fromOn: '2026-03-28', days: 1, contacts: 200, p10: 180, p90: 224 } as const;
    const totals = dayTotals([day, { ...day, span: 'WEEK', p10: 0 }], grid, starts);
    const band = groupBand({ forecast: [150, 50], p10: [100, 20], p90: [200, 80] }, starts, totals);
    expect(band).toEqual({ p10: [90, 90], p90: [112, 112] });
  });

  it('narrows the band of an hour as counting noise averages out, and no more', () => {
    const starts = groupStarts({ ...quarters, length: 4 }, 'hour');
    const forecast = [100, 100, 100, 100];
    const noise = 1.2816 * 10;
    const plain = groupBand(
      { forecast, p10: forecast.map((value) => value - noise), p90: forecast.map((value) => value + noise) },
      starts,
    );
    // Noise alone: √(4 × 12.8²) / 4 = 6.4.
    expect(plain.p90[0]).toBeCloseTo(100 + noise / 2, 6);
    const wide = groupBand({ forecast, p10: [60, 60, 60, 60], p90: [140, 140, 140, 140] }, starts);
    // 12.8 of the 40 is noise, √(40² − 12.8²) = 37.9 the rate's: √(6.4² + 37.9²) = 38.4.
    expect(wide.p10[0]).toBeCloseTo(100 - 38.43, 1);
    expect(wide.p90[0]).toBeLessThan(140);
  });
});

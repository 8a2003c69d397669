import { localDaysGrid } from '@yotei/time';
import { historyFromSeries } from './history-from-series.js';

describe('history from a series over a UTC grid', () => {
  it('cuts it into local days of 92, 96 and 100 quarter-hours without losing a contact', () => {
    for (const [on, count] of [
      ['2025-03-30', 92],
      ['2025-10-26', 100],
      ['2025-10-27', 96],
    ] as const) {
      const grid = localDaysGrid(on, 1, 'Europe/Berlin', 15);
      const history = historyFromSeries({ grid, values: new Float64Array(grid.count).fill(1) }, null, 'Europe/Berlin');
      expect(history.days).toHaveLength(1);
      expect(history.days[0]!.on).toBe(on);
      expect(history.days[0]!.contacts).toHaveLength(count);
    }
  });

  it('pads the days at both ends with missing values and leaves out days without any', () => {
    const startAt = Date.UTC(2026, 0, 5, 12);
    const values = new Float64Array(72).fill(Number.NaN); // Monday noon to Thursday noon, hourly
    values[0] = 5;
    values[60] = 7; // Thursday 00:00
    const history = historyFromSeries({ grid: { startAt, stepMinutes: 60, count: 72 }, values }, null, 'UTC');
    expect(history.days.map(({ on }) => on)).toEqual(['2026-01-05', '2026-01-08']);
    expect(history.days[0]!.contacts[12]).toBe(5);
    expect(history.days[0]!.contacts[0]).toBeNaN();
    expect(history.days[1]!.contacts[0]).toBe(7);
  });

  it('refuses handle seconds on another grid', () => {
    const grid = { startAt: 0, stepMinutes: 30, count: 2 };
    expect(() =>
      historyFromSeries(
        { grid, values: new Float64Array(2) },
        { grid: { ...grid, count: 1 }, values: new Float64Array(1) },
        'UTC',
      ),
    ).toThrow('same grid');
  });
});

import { regrid } from './regrid.js';

const series = (startAt: number, stepMinutes: number, values: number[]) => ({
  grid: { startAt, stepMinutes, count: values.length },
  values: Float64Array.from(values),
});

describe('summing to longer intervals', () => {
  it('sums six five-minute counts to a half hour and leaves out a lone one', () => {
    const startAt = Date.UTC(2003, 2, 3, 1, 0); // 20:00 of the day before in New York
    const result = regrid(series(startAt, 5, [1, 2, 3, 4, 5, 6, 79]), 30, 'America/New_York');
    expect([...result.values]).toEqual([21, Number.NaN]); // 1 + 2 + 3 + 4 + 5 + 6; one of six parts is no half hour
    expect(result.grid).toEqual({ startAt, stepMinutes: 30, count: 2 });
  });

  it('makes the longer interval missing when one part is missing', () => {
    expect([...regrid(series(0, 15, [1, Number.NaN, 3, 4]), 30, 'UTC').values]).toEqual([Number.NaN, 7]);
  });

  it('starts on the local clock’s half hours, not on those of UTC', () => {
    // Kathmandu is 5:45 ahead: 00:15 UTC is 06:00 there
    const startAt = Date.UTC(2026, 0, 5);
    const result = regrid(series(startAt, 15, [1, 2, 3, 4, 5]), 60, 'Asia/Kathmandu');
    expect(result.grid.startAt).toBe(startAt - 45 * 60_000);
    expect([...result.values]).toEqual([Number.NaN, 14]); // 05:00 holds one part of four; 06:00 is 2 + 3 + 4 + 5
  });

  it('refuses a step that is not a multiple of the series’ own', () => {
    expect(() => regrid(series(0, 15, [1]), 20, 'UTC')).toThrow('stepMinutes (20) must be a multiple of 15');
  });
});

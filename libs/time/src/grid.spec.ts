import { dayStarts } from './grid.js';

describe('the first interval of each local day', () => {
  it('is at midnight of the zone', () => {
    // 26 October 2026 0:00 in Tokyo.
    const grid = { startAt: Date.UTC(2026, 9, 25, 15), stepMinutes: 60, count: 48 };
    expect([...new Set(dayStarts(grid, 'Asia/Tokyo'))]).toEqual([0, 24]);
  });

  it('comes after the 23 hours of a spring day and the 25 of an autumn day', () => {
    const spring = { startAt: Date.UTC(2026, 2, 28, 23), stepMinutes: 60, count: 24 };
    expect([...new Set(dayStarts(spring, 'Europe/Berlin'))]).toEqual([0, 23]);
    const autumn = { startAt: Date.UTC(2026, 9, 24, 22), stepMinutes: 60, count: 26 };
    expect([...new Set(dayStarts(autumn, 'Europe/Berlin'))]).toEqual([0, 25]);
  });

  it('is the first of all for the rest of a day the grid begins in', () => {
    const grid = { startAt: Date.UTC(2026, 5, 1, 20), stepMinutes: 60, count: 6 };
    expect([...dayStarts(grid, 'UTC')]).toEqual([0, 0, 0, 0, 4, 4]);
  });
});

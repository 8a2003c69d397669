import { clockOf, minuteOf } from './when-row.js';

describe('times of day', () => {
  it('are minutes from midnight, the end of the day included', () => {
    expect([clockOf(540), clockOf(1440), clockOf(5)]).toEqual(['09:00', '24:00', '00:05']);
    expect(['9:00', '09:00', '24:00', ' 0:05 '].map(minuteOf)).toEqual([540, 540, 1440, 5]);
  });

  it('are none when they cannot be read, so that the library refuses them', () => {
    expect(['', 'nine', '9', '24:01', '08:60'].map(minuteOf).every(Number.isNaN)).toBe(true);
  });
});

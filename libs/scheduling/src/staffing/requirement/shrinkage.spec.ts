import { startOfLocalDay } from '@yotei/time';
import { ShrinkageClock, type ShrinkageReason } from '../index.js';

const QUARTER = 15 * 60_000;
const sickness: ShrinkageReason = { id: 'sickness', fraction: 0.1, planned: false };
const meeting: ShrinkageReason = {
  id: 'meeting',
  fraction: 0.5,
  planned: true,
  weekdays: [1],
  fromMinute: 600,
  untilMinute: 660,
};
const lateness: ShrinkageReason = {
  id: 'lateness',
  fraction: 0.2,
  planned: false,
  weekdays: [1, 2, 3, 4, 5],
  fromMinute: 480,
  untilMinute: 500,
};
/** Monday 23 November 2026, by the minute of its wall clock in UTC. */
const monday = (minute: number): number => Date.UTC(2026, 10, 23, 0, minute);

describe('shrinkage by cause and time of day', () => {
  const clock = new ShrinkageClock([sickness, meeting, lateness], 'UTC');

  it('multiplies the causes that strike at a time', () => {
    expect(clock.fractionAt(monday(480), 15)).toBeCloseTo(1 - 0.9 * 0.8, 14);
    expect(clock.fractionAt(monday(540), 15)).toBeCloseTo(0.1, 14);
  });

  it('leaves planned causes to the roster, unless a headcount is asked for', () => {
    expect(clock.fractionAt(monday(600), 15)).toBeCloseTo(0.1, 14);
    const all = new ShrinkageClock([sickness, meeting, lateness], 'UTC', 'all');
    expect(all.fractionAt(monday(600), 15)).toBeCloseTo(1 - 0.9 * 0.5, 14);
  });

  it('makes up for each part of an interval in which a cause ends', () => {
    // 5 of 15 minutes at 0.72 available, 10 at 0.9: paid time 5/0.72 + 10/0.9 for 15 minutes of work
    expect(clock.fractionAt(monday(495), 15)).toBeCloseTo(1 - 15 / (5 / 0.72 + 10 / 0.9), 14);
  });

  it('strikes on its weekdays only, and over midnight by the weekday of each part', () => {
    expect(clock.fractionAt(monday(480) - 86_400_000, 15)).toBeCloseTo(0.1, 14);
    const sundays = new ShrinkageClock([{ id: 'event', fraction: 0.5, planned: false, weekdays: [7] }], 'UTC');
    expect(sundays.fractionAt(monday(0) - QUARTER, 30)).toBeCloseTo(1 - 30 / (15 / 0.5 + 15), 14);
  });

  it('keeps to the wall clock of the zone on the days the clock changes', () => {
    const lunch = new ShrinkageClock(
      [{ id: 'lunch', fraction: 0.3, planned: false, fromMinute: 720, untilMinute: 780 }],
      'Europe/Berlin',
    );
    for (const [on, quarterOfTwelve] of [
      ['2025-03-30', 44],
      ['2025-10-26', 52],
      ['2025-10-27', 48],
    ] as const) {
      const midnight = startOfLocalDay(on, 'Europe/Berlin');
      const fractions = Array.from({ length: 100 }, (_, index) => lunch.fractionAt(midnight + index * QUARTER, 15));
      const struck = fractions.slice(0, 60).flatMap((fraction, index) => (fraction > 0 ? [index] : []));
      expect(struck).toEqual([0, 1, 2, 3].map((quarter) => quarterOfTwelve + quarter));
    }
  });

  it('strikes twice in the hour that the autumn night repeats, not at all in the one spring leaves out', () => {
    const night = { id: 'night', fraction: 0.3, planned: false, fromMinute: 120, untilMinute: 180 };
    const clockOf = new ShrinkageClock([night], 'Europe/Berlin');
    const struck = (on: string): number => {
      const midnight = startOfLocalDay(on, 'Europe/Berlin');
      return Array.from({ length: 30 }, (_, index) => clockOf.fractionAt(midnight + index * QUARTER, 15)).filter(
        (fraction) => fraction > 0,
      ).length;
    };
    expect([struck('2025-10-26'), struck('2025-03-30'), struck('2025-10-27')]).toEqual([8, 0, 4]);
  });

  it.each([
    [{ fraction: 1 }, 'shrinkageFraction (1) of x must be 0 or more and below 1'],
    [{ fraction: Number.NaN }, 'shrinkageFraction (NaN)'],
    [{ fromMinute: 1320, untilMinute: 360 }, 'write a cause that runs over midnight as two'],
    [{ weekdays: [0] }, 'weekdays (0) of x must be 1 (Monday)'],
  ])('refuses %j', (wrong, message) => {
    expect(() => new ShrinkageClock([{ id: 'x', fraction: 0.1, planned: false, ...wrong }], 'UTC')).toThrow(message);
  });
});

import fc from 'fast-check';
import { startOfLocalDay, localMinuteOfDay, MINUTE_MILLIS } from '@yotei/time';
import { axisTicks, axisWidth, columnPixels, minuteAt, snapMinute, xOf, type BoardAxis } from './axis.js';
import { BOARD_ZOOMS } from './view-choices.js';
import { boardDays } from './model.js';

/** Weeks that hold a clock change: spring, autumn, and Lord Howe's half hour. */
const CLOCK_CHANGE_WEEKS = [
  { zone: 'Europe/Berlin', on: '2026-03-23', changed: { on: '2026-03-29', length: 1380 } },
  { zone: 'Europe/Berlin', on: '2026-10-19', changed: { on: '2026-10-25', length: 1500 } },
  { zone: 'Australia/Sydney', on: '2026-09-28', changed: { on: '2026-10-04', length: 1380 } },
  { zone: 'Australia/Lord_Howe', on: '2026-03-30', changed: { on: '2026-04-05', length: 1470 } },
  { zone: 'America/New_York', on: '2026-10-26', changed: { on: '2026-11-01', length: 1500 } },
];

function weekAxis(
  week: (typeof CLOCK_CHANGE_WEEKS)[number],
  scale: { columnMinutes: number; pixelsPerMinute: number },
): BoardAxis {
  const days = boardDays(week.on, 7, week.zone);
  const last = days.at(-1)!;
  return {
    startAt: startOfLocalDay(week.on, week.zone),
    lengthMinutes: last.start + last.length,
    days,
    displayZone: week.zone,
    ...scale,
  };
}

const weeks = fc.constantFrom(...CLOCK_CHANGE_WEEKS);
const scales = fc
  .tuple(fc.constantFrom(...BOARD_ZOOMS), fc.integer({ min: 320, max: 2600 }))
  .map(([zoom, width]) => columnPixels(zoom, width, 15));

describe('the board axis over clock changes', () => {
  it('gives the changed day its real length', () => {
    for (const week of CLOCK_CHANGE_WEEKS) {
      expect(boardDays(week.on, 7, week.zone).find((day) => day.on === week.changed.on)?.length).toBe(
        week.changed.length,
      );
    }
  });

  it('comes back to the same column from its pixel, in every zone and zoom', () => {
    fc.assert(
      fc.property(weeks, scales, fc.double({ min: 0, max: 1, noNaN: true }), (week, scale, share) => {
        const axis = weekAxis(week, scale);
        const minute = Math.floor((share * axis.lengthMinutes) / scale.columnMinutes) * scale.columnMinutes;
        expect(snapMinute(minuteAt(axis, xOf(axis, minute)), scale.columnMinutes)).toBe(minute);
      }),
    );
  });

  it('never runs backwards and ends at its width', () => {
    fc.assert(
      fc.property(
        weeks,
        scales,
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 0, max: 500 }),
        (week, scale, from, by) => {
          const axis = weekAxis(week, scale);
          expect(xOf(axis, from + by)).toBeGreaterThanOrEqual(xOf(axis, from));
          expect(axisWidth(axis)).toBe(xOf(axis, axis.lengthMinutes));
        },
      ),
    );
  });

  it('puts every label on the wall-clock time it names', () => {
    fc.assert(
      fc.property(weeks, scales, (week, scale) => {
        const axis = weekAxis(week, scale);
        for (const tick of axisTicks(axis, 0, axis.lengthMinutes)) {
          const local = localMinuteOfDay(axis.startAt + tick.minute * MINUTE_MILLIS, week.zone);
          const [hour, minute] = [Math.floor(local / 60), local % 60].map((part) => String(part).padStart(2, '0'));
          expect(tick.label).toBe(`${hour}:${minute}`);
          expect(local % (15 * axis.pixelsPerMinute >= 46 ? 15 : 60)).toBe(0);
        }
      }),
    );
  });
});

describe('labels of the Berlin nights', () => {
  const labels = (on: string, changedOn: string) => {
    const axis = weekAxis(
      { zone: 'Europe/Berlin', on, changed: { on: changedOn, length: 0 } },
      { columnMinutes: 15, pixelsPerMinute: 1 },
    );
    const day = axis.days.find((d) => d.on === changedOn)!;
    return axisTicks(axis, day.start, day.start + 300);
  };

  it('leave out the missing hour in spring and mark the next', () => {
    const ticks = labels('2026-03-23', '2026-03-29');
    expect(ticks.map((t) => t.label)).toEqual(['00:00', '01:00', '03:00', '04:00', '05:00', '06:00']);
    expect(ticks.filter((t) => t.afterGap).map((t) => t.label)).toEqual(['03:00']);
  });

  it('show the doubled hour twice in autumn and mark the second', () => {
    const ticks = labels('2026-10-19', '2026-10-25');
    expect(ticks.map((t) => t.label)).toEqual(['00:00', '01:00', '02:00', '02:00', '03:00', '04:00']);
    expect(ticks.map((t) => t.repeated)).toEqual([false, false, false, true, false, false]);
  });
});

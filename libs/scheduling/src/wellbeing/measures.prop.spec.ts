import fc from 'fast-check';
import { HOUR_MILLIS, localDateOf, MINUTE_MILLIS } from '@yotei/time';
import { personView, steadyLoad } from '../../../../tests/kit/person-view.js';
import { measurePerson, type PersonView } from './index.js';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** At most one shift a day, of 2 to 9 hours, some with a break; starts on quarters of an hour. */
const day = fc.option(
  fc.record({
    start: fc.integer({ min: 20, max: 80 }).map((quarter) => quarter * 15),
    hours: fc.integer({ min: 2, max: 9 }),
    breakAfter: fc.option(fc.integer({ min: 1, max: 7 })),
  }),
);
const week = fc
  .tuple(fc.constant('-1'), fc.constant(''))
  .chain((marks) =>
    fc.tuple(...marks.flatMap((mark) => DAYS.map((name) => day.map((shift) => ({ name: `${name}${mark}`, shift }))))),
  );
const texts = (
  days: readonly { name: string; shift: { start: number; hours: number; breakAfter: number | null } | null }[],
) =>
  days.flatMap(({ name, shift }) => {
    if (!shift) return [];
    const { start, hours, breakAfter } = shift;
    const pause = breakAfter !== null && breakAfter < hours ? ` break@${clock(start + breakAfter * 60 - 15)}+15` : '';
    return [`${name} ${clock(start)}-${clock(start + hours * 60)}${pause}`];
  });

const load = steadyLoad((hour) => ({ occupancy: hour % 3 === 0 ? 0.7 : 0.95 }));
const valuesOf = (view: PersonView) =>
  Object.fromEntries(
    measurePerson(view).map(({ measureId, answer }) => [measureId, answer.kind === 'measured' ? answer.value : NaN]),
  );

/** What the person does, minute by minute over the three weeks around the period; written apart from the measures. */
function byMinute(view: PersonView) {
  const from = view.period.startAt - 7 * 24 * HOUR_MILLIS;
  const minutes = Math.round((view.period.endAt - from) / MINUTE_MILLIS) + 1440;
  const doing = new Array<string>(minutes).fill('');
  const shiftOf = new Array<number>(minutes).fill(-1);
  view.shifts.forEach((shift, index) => {
    for (const { activityTypeId, startAt, endAt } of shift.activities) {
      for (let at = startAt; at < endAt; at += MINUTE_MILLIS) {
        const minute = (at - from) / MINUTE_MILLIS;
        if (minute >= minutes) continue;
        doing[minute] = activityTypeId;
        shiftOf[minute] = index;
      }
    }
  });
  const measured = (minute: number) => view.shifts[shiftOf[minute]!]!.startAt >= view.period.startAt;
  return { from, doing, shiftOf, measured };
}

/** Longest run of minutes for which the test holds, within one shift of the period. */
function longest(view: PersonView, holds: (minute: number, at: number, doing: string) => boolean): number {
  const { from, doing, shiftOf, measured } = byMinute(view);
  let most = 0;
  let run = 0;
  doing.forEach((what, minute) => {
    const inShift = what !== '' && measured(minute) && holds(minute, from + minute * MINUTE_MILLIS, what);
    run = inShift ? (shiftOf[minute] === shiftOf[minute - 1] ? run : 0) + 1 : 0;
    most = Math.max(most, run);
  });
  return most;
}

describe('measures of any fortnight', () => {
  it('equal a count minute by minute', () => {
    fc.assert(
      fc.property(week, (days) => {
        const view = personView(texts(days), { load });
        fc.pre(view.shifts.some(({ startAt }) => startAt >= view.period.startAt));
        const values = valuesOf(view);
        expect(values['continuous-contact']).toBe(longest(view, (_, __, doing) => doing === 'contact'));
        const busy = (at: number) => {
          const slot = Math.floor((at - load.grid.startAt) / (15 * MINUTE_MILLIS));
          return slot < load.grid.count && load.occupancy[slot]! > 0.85;
        };
        expect(values['occupancy-run']).toBe(longest(view, (_, at, doing) => doing === 'contact' && busy(at)));
        const paid = (from: number) => {
          const dates = new Set(
            Array.from({ length: 7 }, (_, i) => localDateOf(from + i * 24 * HOUR_MILLIS, view.zone)),
          );
          return view.shifts
            .filter(({ startAt }) => dates.has(localDateOf(startAt, view.zone)))
            .reduce((sum, { startAt, endAt }) => sum + (endAt - startAt) / HOUR_MILLIS, 0);
        };
        const windows = Array.from({ length: 7 }, (_, i) => paid(view.period.startAt + (i - 6) * 24 * HOUR_MILLIS));
        expect(values['weekly-load']).toBeLessThanOrEqual(Math.max(...windows) + 1e-9);
        expect(Math.max(...windows)).toBeLessThanOrEqual(values['weekly-load']! + 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  it('do not change when an activity is told in two pieces', () => {
    fc.assert(
      fc.property(week, (days) => {
        const view = personView(texts(days), { load });
        const halved = view.shifts.map((shift) => ({
          ...shift,
          activities: shift.activities.flatMap((activity) => {
            const middle = activity.startAt + Math.floor((activity.endAt - activity.startAt) / 2 / 300_000) * 300_000;
            return middle > activity.startAt
              ? [
                  { ...activity, endAt: middle },
                  { ...activity, startAt: middle },
                ]
              : [activity];
          }),
        }));
        const whole = valuesOf(view);
        const pieces = valuesOf({ ...view, shifts: halved });
        for (const id of Object.keys(whole)) {
          if (Number.isNaN(whole[id]!)) expect(pieces[id]).toBeNaN();
          else expect(pieces[id]).toBeCloseTo(whole[id]!, 9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are never better with a pause less', () => {
    fc.assert(
      fc.property(week, (days) => {
        const view = personView(texts(days), { load });
        const without = personView(
          texts(days.map((each) => ({ ...each, shift: each.shift && { ...each.shift, breakAfter: null } }))),
          { load },
        );
        const [before, after] = [measurePerson(view), measurePerson(without)];
        for (const id of ['occupancy-run', 'continuous-contact', 'break-dose']) {
          const of = (list: typeof before) => list.find(({ measureId }) => measureId === id)!.load ?? 0;
          expect(of(after)).toBeGreaterThanOrEqual(of(before));
        }
      }),
      { numRuns: 60 },
    );
  });
});

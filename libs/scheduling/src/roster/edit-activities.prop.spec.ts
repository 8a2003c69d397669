import { elapsedMinutes, MINUTE_MILLIS } from '@yotei/time';
import fc from 'fast-check';
import { shiftFromSketch, shiftSketch } from '../../../../tests/kit/roster-arbitraries.js';
import { amy, problemOf, shiftOf } from '../../../../tests/kit/roster-builder.js';
import {
  insertActivity,
  moveActivity,
  moveShift,
  removeActivity,
  resizeActivity,
  resizeShift,
} from './edit-activities.js';
import type { Shift } from './roster-problem.js';

const problem = problemOf();
const shifts = shiftSketch.map((sketch) => shiftFromSketch(sketch, amy, problem));
const minutes = fc.integer({ min: -600, max: 900 });

function expectTiles(shift: Shift): void {
  let reached = shift.startAt;
  for (const activity of shift.activities) {
    expect(activity.startAt).toBe(reached);
    expect(activity.endAt).toBeGreaterThan(activity.startAt);
    reached = activity.endAt;
  }
  expect(reached).toBe(shift.endAt);
}

const text = (shift: Shift) =>
  shift.activities
    .map(
      (activity) =>
        `${activity.activityTypeId}@${elapsedMinutes(shift.startAt, activity.startAt)}+${elapsedMinutes(activity.startAt, activity.endAt)}`,
    )
    .join(' ');

describe('editing a shift', () => {
  it('tiles after any edit of an activity or the shift', () => {
    fc.assert(
      fc.property(shifts, fc.nat({ max: 8 }), minutes, minutes, (shift, n, a, b) => {
        const index = n % shift.activities.length;
        const from = shift.startAt + Math.min(a, b) * MINUTE_MILLIS;
        const until = shift.startAt + Math.max(a, b) * MINUTE_MILLIS;
        expectTiles(moveActivity(shift, index, from, 'contact').shift);
        expectTiles(resizeActivity(shift, index, { startAt: from, endAt: until }, 'contact').shift);
        expectTiles(removeActivity(shift, index, 'contact'));
        expectTiles(moveShift(shift, from));
        const inserted = insertActivity(shift, { activityTypeId: 'training', startAt: from, endAt: until }, 'contact');
        if (inserted) expectTiles(inserted.shift);
        const resized = resizeShift(shift, { startAt: from, endAt: until }, 'contact');
        if (resized) expectTiles(resized);
        else expect(a).toBe(b);
      }),
    );
  });

  it('finds the moved activity where it was put', () => {
    fc.assert(
      fc.property(shifts, fc.nat({ max: 8 }), minutes, (shift, n, by) => {
        const index = n % shift.activities.length;
        const moved = moveActivity(shift, index, shift.startAt + by * MINUTE_MILLIS, 'contact');
        const before = shift.activities[index]!;
        const after = moved.shift.activities[moved.index]!;
        expect(after.activityTypeId).toBe(before.activityTypeId);
        expect(after.endAt - after.startAt).toBe(before.endAt - before.startAt);
      }),
    );
  });

  it('fills what a moved lunch leaves with contact work and covers what it lands on', () => {
    const shift = shiftOf('Mon 09:00-18:00 lunch@12:00+60 break@15:00+15');
    const later = moveActivity(shift, 1, shift.startAt + 330 * MINUTE_MILLIS, 'contact'); // 14:30, over the break
    expect(text(later.shift)).toBe('contact@0+330 lunch@330+60 contact@390+150');
    const earlier = moveActivity(shift, 1, shift.startAt - 60 * MINUTE_MILLIS, 'contact');
    expect(text(earlier.shift)).toBe('lunch@0+60 contact@60+300 break@360+15 contact@375+165');
  });

  it('keeps contact work bound to its queue where nothing lands on it', () => {
    const shift = shiftOf('Mon 09:00-12:00 break@10:00+15');
    const bound = {
      ...shift,
      activities: shift.activities.map((one) => (one.activityTypeId === 'contact' ? { ...one, queueId: 'q' } : one)),
    };
    const moved = moveActivity(bound, 1, shift.startAt + 90 * MINUTE_MILLIS, 'contact').shift;
    expect(moved.activities.map((one) => one.queueId ?? '-')).toEqual(['q', '-', 'q', '-', 'q']);
  });
});

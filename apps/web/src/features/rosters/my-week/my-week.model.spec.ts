import { myWeek } from '../../../../../../tests/kit/web/fixtures.js';
import { minutesUntil, movedParts, nowAndNext, type MyWeek } from './my-week.model.js';

const shifts = (myWeek() as unknown as MyWeek).shifts;
// Wed 4 Nov 2026, shift 09:00–18:00 in Tokyo (00:00Z–09:00Z): break 11:00–11:15, lunch 12:30–13:30.
const tokyo = (day: number, time: string) => Date.parse(`2026-11-0${day}T${time}:00+09:00`);

describe('what an agent does now and next', () => {
  it('says the activity that holds the moment and the one after it', () => {
    const state = nowAndNext(shifts, tokyo(4, '12:10'));
    expect(state).toMatchObject({
      kind: 'working',
      now: { activityTypeId: 'contact' },
      next: { activityTypeId: 'lunch' },
    });
  });

  it('counts the first moment of lunch as lunch and the last as work again', () => {
    expect(nowAndNext(shifts, tokyo(4, '12:30'))).toMatchObject({ now: { activityTypeId: 'lunch' } });
    expect(nowAndNext(shifts, tokyo(4, '13:30'))).toMatchObject({ now: { activityTypeId: 'contact' } });
  });

  it('has no next activity in the last one of the shift', () => {
    expect(nowAndNext(shifts, tokyo(4, '17:45'))).toMatchObject({ kind: 'working', next: undefined });
  });

  it('names the next shift after today has ended, whatever the order of the list', () => {
    const state = nowAndNext([...shifts].reverse(), tokyo(4, '18:00'));
    expect(state).toMatchObject({ kind: 'before-shift', shift: { shift: { id: 's4' } } });
  });

  it('says when nothing lies ahead', () => {
    expect(nowAndNext(shifts, tokyo(8, '09:00'))).toEqual({ kind: 'nothing-ahead' });
  });
});

describe('the countdown', () => {
  it('rounds up to whole minutes and never goes below zero', () => {
    const now = tokyo(4, '12:10');
    expect(minutesUntil('2026-11-04T03:30:00Z', now)).toBe(20); // 12:30 in Tokyo
    expect(minutesUntil('2026-11-04T03:10:01Z', now)).toBe(1);
    expect(minutesUntil('2026-11-04T03:00:00Z', now)).toBe(0);
  });
});

describe('what moved in a shift', () => {
  const part = (activityTypeId: string, from: string, until: string) => ({
    ...{ activityTypeId, title: null, startAt: `2026-11-04T${from}:00Z`, endAt: `2026-11-04T${until}:00Z` },
  });
  const before = [part('break', '02:00', '02:15'), part('lunch', '03:30', '04:30'), part('break', '07:00', '07:15')];

  it('is each break and lunch at another time, and what came or went', () => {
    const after = [
      part('break', '02:00', '02:15'),
      part('lunch', '03:45', '04:45'),
      part('training', '08:00', '09:00'),
    ];
    expect(movedParts(before, after)).toEqual([
      { activityTypeId: 'break', title: null, before: before[2], after: null },
      { activityTypeId: 'lunch', title: null, before: before[1], after: after[1] },
      { activityTypeId: 'training', title: null, before: null, after: after[2] },
    ]);
  });

  it('is nothing where nothing moved', () => {
    expect(movedParts(before, [...before].reverse())).toEqual([]);
  });
});

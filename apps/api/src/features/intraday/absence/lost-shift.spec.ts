import { MINUTE_MILLIS } from '@yotei/time';
import { latePart, shiftOfToday, sickPart } from './lost-shift.js';

const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 18, hour, minute);
const shift = {
  agentId: 'amy',
  startAt: at(9),
  endAt: at(17),
  activities: [
    { activityTypeId: 'contact', startAt: at(9), endAt: at(12) },
    { activityTypeId: 'lunch', startAt: at(12), endAt: at(13) },
    { activityTypeId: 'contact', startAt: at(13), endAt: at(17) },
  ],
};

describe('what an absence of the day takes from a shift', () => {
  it('is the whole shift before it begins, and what is left of it afterwards', () => {
    expect(sickPart(shift, at(7), 'contact')).toEqual({ span: { startAt: at(9), endAt: at(17) }, rest: null });
    const part = sickPart(shift, at(12, 33), 'contact')!;
    expect(part.span).toEqual({ startAt: at(12, 30), endAt: at(17) });
    expect(part.rest).toMatchObject({ startAt: at(9), endAt: at(12, 30) });
    expect(part.rest!.activities.at(-1)).toEqual({ activityTypeId: 'lunch', startAt: at(12), endAt: at(12, 30) });
    expect(sickPart(shift, at(17), 'contact')).toBeNull();
  });

  it('is the time until somebody late comes, in whole five minutes; nothing outside the shift', () => {
    const part = latePart(shift, at(10, 12), 'contact')!;
    expect(part.span).toEqual({ startAt: at(9), endAt: at(10, 15) });
    expect(part.rest).toMatchObject({ startAt: at(10, 15), endAt: at(17) });
    expect(latePart(shift, at(9), 'contact')).toBeNull();
    expect(latePart(shift, at(17), 'contact')).toBeNull();
  });

  it('is about the shift that is on, else the next of the day', () => {
    const night = { startAt: at(22), endAt: at(30) };
    expect(shiftOfToday([night, shift], at(12), at(24))).toBe(shift);
    expect(shiftOfToday([night, shift], at(17), at(24))).toBe(night);
    expect(shiftOfToday([night, shift], at(17), at(22))).toBeNull();
    expect(shiftOfToday([shift], at(17) + MINUTE_MILLIS, at(24))).toBeNull();
  });
});

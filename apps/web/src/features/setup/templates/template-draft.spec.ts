import { addActivity, clock, inputOf, minuteOfClock, moveActivity, moveShift, NEW_TEMPLATE } from './template-draft.js';

const lunch = {
  ...{ activityTypeId: 'lunch', lengthMinutes: 60, minGapMinutes: 0 },
  ...{ earliestStartMinutes: 180, latestStartMinutes: 240 },
};
const draft = { ...NEW_TEMPLATE, activities: [lunch] };

describe('a template that is drawn', () => {
  it('moves as a whole and keeps the width of its start window, inside the day', () => {
    expect(moveShift(draft, 60)).toMatchObject({ earliestStartMinute: 600, latestStartMinute: 660 });
    expect(moveShift(draft, -5000)).toMatchObject({ earliestStartMinute: 0, latestStartMinute: 60 });
    expect(moveShift(draft, 5000)).toMatchObject({ earliestStartMinute: 1379, latestStartMinute: 1439 });
  });

  it('moves the window of a break inside the shift', () => {
    expect(moveActivity(draft, 0, 30).activities[0]).toMatchObject({
      earliestStartMinutes: 210,
      latestStartMinutes: 270,
    });
    // 540 - 60 of lunch - 60 of window
    expect(moveActivity(draft, 0, 900).activities[0]).toMatchObject({
      earliestStartMinutes: 420,
      latestStartMinutes: 480,
    });
    expect(addActivity(draft, 'break', 15).activities.map(({ activityTypeId }) => activityTypeId)).toEqual([
      'lunch',
      'break',
    ]);
  });

  it('says any day when all or no weekdays are chosen', () => {
    expect(inputOf({ ...draft, weekdays: [1, 2, 3, 4, 5, 6, 7] }, null).weekdays).toBeNull();
    expect(inputOf({ ...draft, weekdays: [6] }, { id: 'a', version: 4 })).toMatchObject({ weekdays: [6], version: 4 });
  });
});

describe('a time of day', () => {
  it('is read as people write it, and written with the day it is on', () => {
    expect(['9', '9:30', '0930', '23:59', '24:00', '9:75', 'noon'].map(minuteOfClock)).toEqual([
      540,
      570,
      570,
      1439,
      null,
      null,
      null,
    ]);
    expect([0, 570, 1500].map(clock)).toEqual(['00:00', '09:30', '01:00 +1']);
  });
});

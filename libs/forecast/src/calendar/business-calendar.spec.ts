import { epochDay } from '@yotei/time';
import { BusinessCalendar, DAY_FEATURES } from './business-calendar.js';
import { eventsByDay } from './calendar-event.js';

function calendar(events: Parameters<typeof eventsByDay>[0] = []): BusinessCalendar {
  const opensOnWeekday = [false, true, true, true, true, true, false, false];
  return new BusinessCalendar({
    events: eventsByDay(events),
    presentDays: new Set(),
    firstDay: epochDay('2026-05-01'),
    originDay: epochDay('2026-05-01'),
    opensOnWeekday,
  });
}

function featuresOn(on: string, events: Parameters<typeof eventsByDay>[0] = []): string[] {
  return DAY_FEATURES.filter((_, index) => calendar(events).featuresOf(epochDay(on))[index] === 1);
}

describe('the business calendar', () => {
  it('counts business days from the first open day of the month', () => {
    // 1 August 2026 is a Saturday
    expect(featuresOn('2026-08-03')).toEqual(['first-business-day']);
    expect(featuresOn('2026-08-04')).toEqual(['second-business-day']);
    expect(featuresOn('2026-08-05')).toEqual(['third-business-day']);
    expect(featuresOn('2026-08-31')).toEqual(['last-business-day']);
  });

  it('moves with a closed day, and marks the day after it', () => {
    const closed = [{ fromOn: '2026-08-31', untilOn: '2026-09-01', kind: 'closed' as const, title: 'stocktaking' }];
    expect(featuresOn('2026-08-28', closed)).toEqual(['last-business-day']);
    expect(featuresOn('2026-09-02', closed)).toEqual(['first-business-day', 'after-closed-day']);
  });

  it('refuses an event that ends before it starts', () => {
    expect(() => eventsByDay([{ fromOn: '2026-08-02', untilOn: '2026-08-01', kind: 'other', title: 'x' }])).toThrow(
      'untilOn (2026-08-01) must not be before fromOn',
    );
  });
});

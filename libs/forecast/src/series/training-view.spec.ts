import { epochDay } from '@yotei/time';
import { officeHistory, queueHistory } from '../../../../tests/kit/queue-history-builder.js';
import { eventsByDay } from '../calendar/calendar-event.js';
import { trainingViewOf } from './training-view.js';

describe('what may be known at an origin', () => {
  it('learns that the centre is open on weekdays from eight to six', () => {
    const view = trainingViewOf(officeHistory(), new Map(), epochDay('2026-03-30'));
    expect([...view.openByWeekday[1]!].map((open, hour) => (open ? hour : -1)).filter((hour) => hour >= 0)).toEqual([
      8, 9, 10, 11, 12, 13, 14, 15, 16, 17,
    ]);
    expect(view.openByWeekday[6]!.includes(1)).toBe(false);
  });

  it('calls an hour closed that was not seen for six weeks, and open from its first day', () => {
    const changed = queueHistory({
      fromOn: '2026-01-05',
      days: 84,
      contacts: ({ minuteOfDay, dayIndex }) =>
        minuteOfDay < 60 ? (dayIndex < 40 ? 5 : Number.NaN) : minuteOfDay < 120 && dayIndex < 77 ? Number.NaN : 10,
    });
    const view = trainingViewOf(changed, new Map(), epochDay('2026-03-30'));
    expect(view.openByWeekday[1]![0]).toBe(0);
    expect(view.openByWeekday[1]![1]).toBe(1);
  });

  it('closes no weekday because of a gap of seven weeks in the data', () => {
    const gap = queueHistory({
      fromOn: '2026-01-05',
      days: 84,
      contacts: ({ dayIndex }) => (dayIndex > 30 && dayIndex < 82 ? Number.NaN : 10),
    });
    const view = trainingViewOf(gap, new Map(), epochDay('2026-03-30'));
    expect(view.openByWeekday.map((open) => open.includes(1)).slice(1)).toEqual(new Array(7).fill(true));
  });

  it('leaves out an outage named by an event, and days of which less than half was seen, and says so', () => {
    const history = officeHistory({
      contacts: ({ on, weekday, minuteOfDay }) =>
        weekday > 5 || minuteOfDay < 480 || minuteOfDay >= 1080 || (on === '2026-02-11' && minuteOfDay > 600)
          ? Number.NaN
          : 50,
    });
    const events = eventsByDay([
      { fromOn: '2026-02-03', untilOn: '2026-02-03', kind: 'outage', title: 'exchange down' },
    ]);
    const view = trainingViewOf(history, events, epochDay('2026-03-30'));
    expect(view.leftOut).toEqual([
      { on: '2026-02-03', reason: { kind: 'outage-event', title: 'exchange down' } },
      { on: '2026-02-11', reason: { kind: 'incomplete-day', observedFraction: 0.3 } }, // 8, 9 and 10 o'clock of ten hours
    ]);
    expect(view.days.some(({ day }) => day === epochDay('2026-02-03') || day === epochDay('2026-02-11'))).toBe(false);
  });

  it('fills a missing interval with its usual share of the day, never with zero', () => {
    const history = officeHistory({
      contacts: ({ on, weekday, minuteOfDay }) =>
        weekday > 5 || minuteOfDay < 480 || minuteOfDay >= 1080 || (on === '2026-03-25' && minuteOfDay === 600)
          ? Number.NaN
          : 60,
    });
    const view = trainingViewOf(history, new Map(), epochDay('2026-03-30'));
    expect(view.days.find(({ day }) => day === epochDay('2026-03-25'))!.filled[10]).toBeCloseTo(60, 9);
  });

  it('closes the days that events close, and holidays once they were seen to close', () => {
    const history = officeHistory({
      contacts: ({ on, weekday }) => (weekday > 5 || on === '2026-02-16' ? Number.NaN : 60),
    });
    const holiday = (on: string) => ({ fromOn: on, untilOn: on, kind: 'holiday' as const, title: 'holiday' });
    const closedOn = (events: Parameters<typeof eventsByDay>[0]) =>
      !trainingViewOf(history, eventsByDay(events), epochDay('2026-03-30'))
        .horizon(epochDay('2026-04-03'), 1)[0]!
        .open.includes(1);
    expect(closedOn([{ ...holiday('2026-04-03'), kind: 'closed' }])).toBe(true);
    expect(closedOn([holiday('2026-04-03')])).toBe(false);
    expect(closedOn([holiday('2026-02-16'), holiday('2026-04-03')])).toBe(true);
  });
});

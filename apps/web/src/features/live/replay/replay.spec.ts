import { eventsOfDay, nextEventMinute, queueAt, worthShowing, type Replay } from './replay.model.js';

const replay = {
  startAt: '2026-11-18T00:00:00Z',
  planned: Array.from({ length: 1440 }, (_, minute) => (minute >= 540 && minute < 1020 ? 4 : 0)),
  events: [
    { at: '2026-11-17T23:00:00Z', kind: 'edit', author: null, text: { en: 'a', ja: 'a' } },
    { at: '2026-11-18T10:00:30Z', kind: 'edit', author: null, text: { en: 'b', ja: 'b' } },
    { at: '2026-11-18T12:00:00Z', kind: 'absence', author: null, text: { en: 'c', ja: 'c' } },
  ],
} as unknown as Replay;

describe('a day to be played again', () => {
  it('places events on its minutes and walks from one to the next', () => {
    expect(eventsOfDay(replay).map(({ minute }) => minute)).toEqual([600, 720]);
    expect(nextEventMinute(replay, 600, 1)).toBe(720);
    expect(nextEventMinute(replay, 720, 1)).toBe(720);
    expect(nextEventMinute(replay, 720, -1)).toBe(600);
    expect(nextEventMinute(replay, 0, -1)).toBe(0);
  });

  it('shows the hours in which somebody is planned, and a queue’s figures of the interval', () => {
    expect(worthShowing(replay)).toEqual({ from: 480, until: 1079 });
    expect(worthShowing({ planned: [0, 0, 0] })).toEqual({ from: 0, until: 2 });
    const queue = {
      startAt: replay.startAt,
      stepMinutes: 30,
      plannedContacts: [1, 2],
      actualContacts: [3, null],
      plannedService: [0.8, 0.7],
      actualService: [0.5, null],
    } as unknown as Replay['queues'][number];
    expect(queueAt(queue, Date.parse('2026-11-18T00:29:00Z'))).toMatchObject({ plannedContacts: 1, actualContacts: 3 });
    expect(queueAt(queue, Date.parse('2026-11-18T02:00:00Z'))).toMatchObject({ plannedContacts: null });
  });
});

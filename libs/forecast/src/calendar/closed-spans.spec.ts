import { instantOfLocal, startOfLocalDay } from '@yotei/time';
import { closedSpans } from './closed-spans.js';

const DUBLIN = 'Europe/Dublin';
const workdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, spans: [{ fromMinute: 540, untilMinute: 1080 }] }));
const inHours = (span: { startAt: number; endAt: number }) => (span.endAt - span.startAt) / 3_600_000;

describe('closed time of a site', () => {
  it('is joined over night and over the weekend', () => {
    // Fri 6 Nov to Mon 9 Nov 2026: before 9:00, from Friday 18:00 to Monday 9:00, after Monday 18:00.
    const spans = closedSpans({ weekly: workdays }, { fromOn: '2026-11-06', untilOn: '2026-11-09' }, DUBLIN);
    expect(spans.map(inHours)).toEqual([9, 6 + 48 + 9, 6]);
    expect(spans[1]!.startAt).toBe(instantOfLocal('2026-11-06', 1080, DUBLIN));
  });

  it('follows the wall clock: the autumn night is an hour longer', () => {
    // Fri 23 Oct 18:00 to Mon 26 Oct 9:00 with the clock put back on Sunday: 63 + 1 hours.
    const spans = closedSpans({ weekly: workdays }, { fromOn: '2026-10-23', untilOn: '2026-10-26' }, DUBLIN);
    expect(inHours(spans[1]!)).toBe(64);
  });

  it('of a date replaces its weekday: closed all day, or open for a morning', () => {
    const hours = {
      weekly: workdays,
      exceptions: new Map([
        ['2026-11-10', []],
        ['2026-11-11', [{ fromMinute: 540, untilMinute: 720 }]],
      ]),
    };
    const spans = closedSpans(hours, { fromOn: '2026-11-10', untilOn: '2026-11-11' }, DUBLIN);
    expect(spans).toEqual([
      { startAt: startOfLocalDay('2026-11-10', DUBLIN), endAt: instantOfLocal('2026-11-11', 540, DUBLIN) },
      { startAt: instantOfLocal('2026-11-11', 720, DUBLIN), endAt: startOfLocalDay('2026-11-12', DUBLIN) },
    ]);
  });

  it('is none where the hours say nothing', () => {
    expect(closedSpans({}, { fromOn: '2026-11-06', untilOn: '2026-11-09' }, DUBLIN)).toEqual([]);
  });

  it('lies between two spans of one day, in whatever order they are given, and not where they overlap', () => {
    const spans = [
      { fromMinute: 780, untilMinute: 1440 },
      { fromMinute: 0, untilMinute: 720 },
      { fromMinute: 600, untilMinute: 700 },
    ];
    const hours = { exceptions: new Map([['2026-11-10', spans]]) };
    expect(closedSpans(hours, { fromOn: '2026-11-10', untilOn: '2026-11-10' }, DUBLIN).map(inHours)).toEqual([1]);
  });
});

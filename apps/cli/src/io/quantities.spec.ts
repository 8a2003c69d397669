import { readColumnMap, readDuration, readInstant, readNumber, readServiceGoal, type Read } from './quantities.js';

const value = <T>(read: Read<T>): T | string => (read.kind === 'value' ? read.value : read.message);

describe('quantities on the command line', () => {
  it.each([
    ['30m', 1800],
    ['20s', 20],
    ['2h', 7200],
    ['7d', 604_800],
    ['4w', 2_419_200],
    ['90', 90],
    ['1.5h', 5400],
  ])('reads the duration %s as %i s', (text, seconds) => {
    expect(value(readDuration(text))).toBe(seconds);
  });

  it.each(['', 'soon', '-5m', '5 minutes', '30m20s'])('refuses the duration %j', (text) => {
    expect(readDuration(text).kind).toBe('problem');
  });

  it('reads a goal in percent and as a fraction', () => {
    expect(value(readServiceGoal('80/20'))).toEqual({ serviceLevelFraction: 0.8, answerWithinSeconds: 20 });
    expect(value(readServiceGoal('0.95/2m'))).toEqual({ serviceLevelFraction: 0.95, answerWithinSeconds: 120 });
    for (const text of ['80', '80/', '/20', '120/20', '80/20/3']) expect(readServiceGoal(text).kind).toBe('problem');
  });

  it('does not guess at numbers of another notation', () => {
    expect(value(readNumber('1e3'))).toBe(1000);
    for (const text of ['1,5', '80%', '0x10', '', ' ', '1 000']) expect(readNumber(text).kind).toBe('problem');
    expect(value(readNumber('1.5', { whole: true }))).toBe('1.5 is not a whole number');
  });

  it('reads instants with an offset, local ones only with a zone', () => {
    expect(value(readInstant('2026-11-04T09:00:00Z'))).toBe(Date.UTC(2026, 10, 4, 9));
    expect(value(readInstant('2026-11-04 18:00+0900'))).toBe(Date.UTC(2026, 10, 4, 9));
    expect(value(readInstant('2026-11-04T18:00', { zone: 'Asia/Tokyo' }))).toBe(Date.UTC(2026, 10, 4, 9));
    expect(value(readInstant('2026-11-04', { zone: 'Asia/Tokyo' }))).toBe(Date.UTC(2026, 10, 3, 15));
    expect(value(readInstant('2026-11-04T18:00'))).toContain('no offset');
    expect(value(readInstant('2026-02-30T00:00Z'))).toContain('calendar');
    expect(value(readInstant('4.11.2026'))).toContain('ISO-8601');
  });

  it('reports times the clock change leaves out or repeats', () => {
    const berlin = { zone: 'Europe/Berlin' };
    expect(value(readInstant('2025-03-30T02:30', berlin))).toContain('does not exist');
    expect(value(readInstant('2025-10-26T02:30', berlin))).toContain('exists twice');
    expect(value(readInstant('2025-10-26T02:30', { ...berlin, ambiguous: 'earlier' }))).toBe(
      Date.UTC(2025, 9, 26, 0, 30),
    );
    expect(value(readInstant('2025-10-26T02:30', { ...berlin, ambiguous: 'later' }))).toBe(
      Date.UTC(2025, 9, 26, 1, 30),
    );
  });

  it('reads a column map', () => {
    expect(value(readColumnMap('start=local_time, contacts=calls'))).toEqual({
      start: 'local_time',
      contacts: 'calls',
    });
    for (const text of ['start', 'start=', '=x', 'a=b=c']) expect(readColumnMap(text).kind).toBe('problem');
  });
});

import { absencesFromAt } from './planning.service.js';

const from = (weekStartOn: string, zone = 'Asia/Tokyo') =>
  new Date(absencesFromAt({ weekStartOn, zone, weeks: 1 })).toISOString();

describe('the absences that count for a plan', () => {
  it('go back two weeks in the first half of a month', () => {
    expect(from('2026-11-02')).toBe('2026-10-18T15:00:00.000Z'); // 19 October
    expect(from('2026-11-09')).toBe('2026-10-25T15:00:00.000Z');
  });

  it('go back to the first of the month later in it', () => {
    expect(from('2026-11-16')).toBe('2026-10-31T15:00:00.000Z');
    expect(from('2026-11-30')).toBe('2026-10-31T15:00:00.000Z');
    expect(from('2026-03-30', 'Europe/Berlin')).toBe('2026-02-28T23:00:00.000Z'); // before the clocks change
  });
});

import { activate } from '../../../app/i18n/language.js';
import { messages } from '../../../app/locales/en/index.js';
import { absencesOn, placesInWords, spanInWords, stepMonth, weeksOfMonth, type Absence } from './calendar.model.js';

beforeAll(() => activate('en', messages));

const absence = (startAt: string, endAt: string): Absence => ({
  id: startAt,
  agentName: 'Aoi',
  kind: 'annual',
  startAt,
  endAt,
  state: 'approved',
  verdict: 'approved',
  position: null,
  note: null,
});

describe('the month of a team', () => {
  it('is shown in whole weeks that begin on the day of the centre', () => {
    // November 2026 begins on a Sunday: six weeks from Monday, five from Sunday.
    expect(weeksOfMonth('2026-11-15', 1).map(([first]) => first)).toEqual([
      '2026-10-26',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
    ]);
    expect(weeksOfMonth('2026-11-15', 7)[0]![0]).toBe('2026-11-01');
  });

  it('is followed by the next across the year', () => {
    expect(stepMonth('2026-12-31', 1)).toBe('2027-01-01');
    expect(stepMonth('2027-01-31', -1)).toBe('2026-12-01');
    expect(stepMonth('2026-01-01', 1)).toBe('2026-02-01');
  });
});

describe('absence on a day', () => {
  const zone = 'Asia/Tokyo';
  // 10 and 11 November in Tokyo, the second day only until noon.
  const away = absence('2026-11-09T15:00:00Z', '2026-11-11T03:00:00Z');
  const team = { zone, days: [], absences: [away] };

  it('is found on every local day it touches, not on the day it ends at midnight', () => {
    expect(['2026-11-09', '2026-11-10', '2026-11-11', '2026-11-12'].map((on) => absencesOn(team, on).length)).toEqual([
      0, 1, 1, 0,
    ]);
    const whole = { ...team, absences: [absence('2026-11-09T15:00:00Z', '2026-11-10T15:00:00Z')] };
    expect(absencesOn(whole, '2026-11-11')).toEqual([]);
  });

  it('is said by dates when whole days, with the clock otherwise', () => {
    expect(spanInWords(absence('2026-11-09T15:00:00Z', '2026-11-11T15:00:00Z'), zone)).toBe('Tue 10 Nov – Wed 11 Nov');
    expect(spanInWords(absence('2026-11-10T01:00:00Z', '2026-11-10T03:00:00Z'), zone)).toBe('Tue 10 Nov 10:00–12:00');
  });
});

describe('places of a day', () => {
  it('are said where something limits them', () => {
    const on = '2026-11-10';
    expect(placesInWords({ on, most: null, left: null })).toBe('');
    expect(placesInWords({ on, most: 0, left: 0 })).toBe('closed');
    expect(placesInWords({ on, most: 2, left: 0 })).toBe('full');
    expect(placesInWords({ on, most: 2, left: 2 })).toBe('2 left');
  });
});

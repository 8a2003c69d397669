import { holidayCountries, holidayRegions, holidayStates, isHolidayPlace, publicHolidays } from './public-holidays.js';

const dates = (country: string, year: number, state?: string) =>
  publicHolidays({ country, state }, `${year}-01-01`, `${year}-12-31`).filter(({ type }) => type === 'public');

describe('holidays by country', () => {
  it('of Japan have happy Mondays, the equinox, the citizens’ day between two holidays and substitutes', () => {
    // Cabinet Office, 国民の祝日について: the list of 2026
    expect(dates('JP', 2026).map(({ on }) => on.slice(5))).toEqual([
      ...['01-01', '01-12', '02-11', '02-23', '03-20', '04-29', '05-03', '05-04', '05-05', '05-06'],
      ...['07-20', '08-11', '09-21', '09-22', '09-23', '10-12', '11-03', '11-23'],
    ]);
    const substitute = dates('JP', 2026).find(({ on }) => on === '2026-05-06')!;
    expect(substitute).toMatchObject({ isSubstitute: true });
    expect(dates('JP', 2026)[1]!.name).toEqual({ en: 'Coming of Age Day', ja: '成人の日', local: '成人の日' });
  });

  it('move with Easter, the moon and the state', () => {
    expect(dates('DE', 2027, 'BY').find(({ name }) => name.en === 'Good Friday')?.on).toBe('2027-03-26');
    expect(dates('DE', 2026, 'BY').some(({ on }) => on === '2026-11-01')).toBe(true); // All Saints, not kept in Berlin
    expect(dates('DE', 2026, 'BE').some(({ on }) => on === '2026-11-01')).toBe(false);
    expect(dates('KR', 2026).some(({ on }) => on === '2026-02-17')).toBe(true); // Seollal, the first lunar month
  });

  it('have one name for the same holiday in every year', () => {
    const keyOf = (year: number) => dates('JP', year).find(({ name }) => name.en === 'Coming of Age Day')?.key;
    expect(keyOf(2025)).toBe(keyOf(2027));
  });

  it('are those between the dates only', () => {
    expect(publicHolidays({ country: 'JP' }, '2026-05-04', '2026-05-05').map(({ on }) => on)).toEqual([
      '2026-05-04',
      '2026-05-05',
    ]);
  });

  it('tell which places they know', () => {
    expect(holidayCountries().length).toBeGreaterThan(150);
    expect(holidayStates('DE').map(({ code }) => code)).toContain('BY');
    expect(holidayRegions('DE', 'BY').length).toBeGreaterThan(0);
    expect(isHolidayPlace({ country: 'DE', state: 'BY' })).toBe(true);
    expect(isHolidayPlace({ country: 'DE', state: 'XX' })).toBe(false);
    expect(isHolidayPlace({ country: 'XX' })).toBe(false);
  });
});

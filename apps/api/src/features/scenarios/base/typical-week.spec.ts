import { intervalStart, localDaysGrid } from '@yotei/time';
import { forecastOnGrid } from './forecast-on-grid.js';
import { runsOf, spreadOverDays, typicalWeekOf } from './typical-week.js';

const ZONE = 'Europe/Berlin';
const MONDAY = '2026-10-05';

/** Two weeks, open from 8 to 18 on weekdays; twice as much before noon as after. */
function past() {
  const grid = localDaysGrid(MONDAY, 14, ZONE, 60);
  const contacts = Float64Array.from({ length: grid.count }, (_, i) => {
    const [day, hour] = [Math.floor(i / 24) % 7, i % 24];
    return day > 4 || hour < 8 || hour >= 18 ? Number.NaN : hour < 12 ? 20 : 10;
  });
  return { grid, zone: ZONE, contacts, averageHandleSeconds: contacts.map((count) => (count === 20 ? 300 : 200)) };
}

describe('a week total in the shape of a typical week', () => {
  const week = typicalWeekOf(past())!;
  const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + (value || 0), 0);

  it('sums to the total, is closed where nothing ever came, and keeps mornings busier', () => {
    const spread = spreadOverDays(week, { fromOn: '2026-11-02', days: 7, zone: ZONE }, () => ({
      ...{ contacts: 700, handleSeconds: 260, rateCv: 0.1 },
    }));
    expect(sum(spread.contacts)).toBeCloseTo(700, 9);
    expect([spread.contacts[3], spread.contacts[5 * 24 + 10]]).toEqual([Number.NaN, Number.NaN]); // night, Saturday
    expect(spread.contacts[9]! / spread.contacts[14]!).toBeCloseTo(2, 9);
    // Mean of the typical week: (80 x 300 + 60 x 200) / 140 = 257.14; mornings stay slower in proportion.
    expect(spread.averageHandleSeconds[9]).toBeCloseTo((300 * 260) / (36_000 / 140), 9);
    expect(sum(spread.contacts.map((count, i) => count * (spread.averageHandleSeconds[i] || 0))) / 700).toBeCloseTo(
      260,
      9,
    );
  });

  it('has its 25 hours in the autumn week, and leaves out days without a total', () => {
    const range = { fromOn: '2026-10-19', days: 14, zone: ZONE }; // clocks go back on the 25th
    const spread = spreadOverDays(week, range, (on) =>
      on === '2026-10-19' ? { contacts: 700, handleSeconds: null, rateCv: 0 } : null,
    );
    expect(spread.grid.count).toBe(14 * 24 + 1);
    expect(sum(spread.contacts)).toBeCloseTo(700, 9);
    expect(runsOf(spread.missing)).toEqual([{ fromOn: '2026-10-26', untilOn: '2026-11-02' }]);
  });

  it('is unknown where nothing ever came', () => {
    const { grid, zone } = past();
    const none = new Float64Array(grid.count).fill(Number.NaN);
    expect(typicalWeekOf({ grid, zone, contacts: none, averageHandleSeconds: none })).toBeNull();
  });
});

describe('a forecast on longer steps', () => {
  it('sums contacts, weighs handle time and spread by them, and keeps closed hours closed', () => {
    const grid = localDaysGrid(MONDAY, 1, ZONE, 15);
    const contacts = new Float64Array(grid.count).fill(Number.NaN);
    contacts.set([10, 30, 0, Number.NaN], 32); // 8:00 to 9:00
    const forecast = {
      ...{ grid, zone: ZONE, contacts },
      averageHandleSeconds: contacts.map((count) => (count === 10 ? 100 : 200)),
      rateCv: contacts.map((count) => (count === 10 ? 0.4 : 0.2)),
    };
    const hours = localDaysGrid(MONDAY, 1, ZONE, 60);
    const on = forecastOnGrid(forecast, hours);
    expect(on.contacts[8]).toBe(40);
    expect(on.averageHandleSeconds[8]).toBe(175); // (10 x 100 + 30 x 200) / 40
    expect((on.rateCv as Float64Array)[8]).toBeCloseTo(0.25, 12); // (10 x 0.4 + 30 x 0.2) / 40
    expect(on.contacts[9]).toBeNaN();
    expect(forecastOnGrid(forecast, grid)).toBe(forecast);
    expect(intervalStart(hours, 8)).toBe(intervalStart(grid, 32));
  });
});

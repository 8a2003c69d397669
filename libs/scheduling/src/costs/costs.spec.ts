import { localDaysGrid } from '@yotei/time';
import { gridCalendar } from '../staffing/index.js';
import {
  addWork,
  costSumOf,
  costTermsFaults,
  moneyText,
  monthOvertimePremium,
  noCost,
  overtimePremium,
  penaltiesByDay,
  premiumShares,
  premiumsOfLaw,
  wageOf,
  weekOvertimePremium,
  type CostTerms,
  type Premium,
} from './index.js';

const NIGHT: Premium = { kind: 'night', fromMinute: 1320, untilMinute: 300, fraction: 0.25 };
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

/** Pay of one agent through the whole grid at 1,000 an hour. */
function payOf(premiums: readonly Premium[], on: string, days: number, zone: string) {
  const grid = localDaysGrid(on, days, zone, 15);
  const tally = noCost();
  addWork(tally, new Float64Array(grid.count).fill(1), {
    from: 0,
    until: grid.count,
    hours: 0.25,
    perPaidHour: 1000,
    premiums: premiumShares(premiums, grid, zone),
  });
  return tally;
}

describe('what work costs', () => {
  it('is paid more at night, over midnight too', () => {
    // A whole day has 22:00-24:00 and 0:00-5:00: 7 hours at a quarter more.
    const { wages, nightPremium } = payOf([NIGHT], '2026-11-24', 1, 'Asia/Tokyo');
    expect([wages, nightPremium]).toEqual([24_000, 7 * 250]);
  });

  it('counts the hours there are on clock-change days', () => {
    // In Berlin the night of 29 March 2026 lacks an hour (23 hours, 6 of night); that of 25 October has one twice.
    expect(payOf([NIGHT], '2026-03-29', 1, 'Europe/Berlin')).toMatchObject({ wages: 23_000, nightPremium: 6 * 250 });
    expect(payOf([NIGHT], '2026-10-25', 1, 'Europe/Berlin')).toMatchObject({ wages: 25_000, nightPremium: 8 * 250 });
  });

  it('splits an interval the night begins in', () => {
    const grid = localDaysGrid('2026-11-24', 1, 'Asia/Tokyo', 30);
    const late: Premium = { kind: 'night', fromMinute: 1335, untilMinute: 300, fraction: 0.5 };
    const { night } = premiumShares([late], grid, 'Asia/Tokyo');
    // 22:00 to 22:30, night from 22:15: half of it.
    expect([night[43], night[44], night[45]]).toEqual([0, 0.25, 0.5]);
  });

  it('pays a holiday instead of the weekend', () => {
    const premiums: readonly Premium[] = [
      { kind: 'weekend', weekdays: [6, 7], fraction: 0.3 },
      { kind: 'holiday', dates: ['2026-11-29'], fraction: 0.35 },
    ];
    // Saturday 28 and Sunday 29 November.
    const { weekendPremium, holidayPremium } = payOf(premiums, '2026-11-28', 2, 'Asia/Tokyo');
    expect(weekendPremium).toBeCloseTo(24 * 300, 9);
    expect(holidayPremium).toBeCloseTo(24 * 350, 9);
  });

  it('pays overtime beyond what the contracts hold', () => {
    const terms = { premiums: [{ kind: 'overtime', fraction: 0.25, afterWeeklyHours: 40 } as const] };
    const contracts = [
      { agents: 2, paidHoursPerWeek: 40 },
      { agents: 1, paidHoursPerWeek: 30 },
    ];
    const of = { contracts, weeks: 1, perPaidHour: 1000 };
    // Due from 40 hours on for all three: 120; 130 hours are 10 of overtime at 250.
    expect(overtimePremium(terms, 130, of)).toBe(2500);
    expect(overtimePremium(terms, 120, of)).toBe(0);
    // Two days are two sevenths of a week.
    expect(overtimePremium(terms, 40, { ...of, weeks: 2 / 7 })).toBeCloseTo((40 - 240 / 7) * 250, 9);
  });

  it('takes the wage of whom the row says most of', () => {
    const wages = [
      { perPaidHour: 1000 },
      { perPaidHour: 1100, skillId: 'ja' },
      { perPaidHour: 1200, contractId: 'part' },
      { perPaidHour: 1300, contractId: 'part', skillId: 'ja' },
    ];
    const of = (contractId?: string, skillId?: string): number => wageOf({ wages }, { contractId, skillId });
    expect([of(), of('full', 'en'), of('full', 'ja'), of('part', 'en'), of('part', 'ja')]).toEqual([
      1000, 1000, 1100, 1200, 1300,
    ]);
  });

  it('adds contributions on pay and on nothing else', () => {
    const tally = { ...noCost(), wages: 1000, nightPremium: 200, channels: 50, bot: 30, penalties: 20 };
    expect(costSumOf(tally, { onCostFraction: 0.1 })).toMatchObject({ onCost: 120, total: 1420 });
  });

  it('charges a missed goal by interval, day and month', () => {
    const grid = localDaysGrid('2026-11-30', 2, 'UTC', 60);
    const calendar = gridCalendar(grid, 'UTC');
    const contacts = new Float64Array(48);
    const serviceLevel = new Float64Array(48).fill(Number.NaN);
    for (const [index, count, level] of [
      [9, 10, 0.9],
      [10, 30, 0.7],
      [33, 20, 0.6],
    ] as const)
      [contacts[index], serviceLevel[index]] = [count, level];
    const charged = (per: 'interval' | 'day' | 'month', kind: 'flat' | 'per-point'): number[] =>
      [
        ...penaltiesByDay(
          { penalties: [{ per, kind, amount: 100 }] },
          { queueId: 'a', goalFraction: 0.8, contacts, serviceLevel },
          calendar,
        ),
      ].map((amount) => Math.round(amount * 1e6) / 1e6);
    expect(charged('interval', 'flat')).toEqual([100, 100]);
    // Monday (10 x 0.9 + 30 x 0.7) / 40 = 0.75, five points below; Tuesday 20 below. November and December are apart.
    expect(charged('day', 'per-point')).toEqual([500, 2000]);
    expect(charged('month', 'flat')).toEqual([100, 100]);
    expect(
      sum(
        penaltiesByDay(
          { penalties: [{ per: 'day', kind: 'flat', amount: 1, queueId: 'b' }] },
          { queueId: 'a', goalFraction: 0.8, contacts, serviceLevel },
          calendar,
        ),
      ),
    ).toBe(0);
  });

  it('pays overtime of the day once, whatever the week has', () => {
    const terms = { premiums: premiumsOfLaw('us-ca', { on: '2026-11-22' }) };
    const week = { contracts: [{ agents: 5, paidHoursPerWeek: 40 }], perPaidHour: 20, daysPerWeek: 5 };
    const of = (...paidHours: number[]) => weekOvertimePremium(terms, { ...week, paidHours });
    // 200 hours even over seven days are five people's 40 hours of 8 a day.
    expect(of(...Array<number>(7).fill(200 / 7))).toBeCloseTo(0, 9);
    // All five on Monday: 50 hours are 10 beyond 8 a day; the week's 140 hours are within 200.
    expect(of(50, 30, 30, 30, 0, 0, 0)).toBeCloseTo(10 * 0.5 * 20, 9);
    // 70 hours of five: 30 beyond 8, of which 10 beyond 12, half as much again each.
    expect(of(70, 30, 30, 30, 0, 0, 0)).toBeCloseTo((30 + 10) * 0.5 * 20, 9);
    // 240 hours: 40 beyond 8 hours of the 25 days there are, and so none left for the week.
    expect(of(48, 48, 48, 48, 48, 0, 0)).toBeCloseTo(40 * 0.5 * 20, 9);
  });

  it('pays half as much again for overtime beyond 60 hours of a month, of a part of it in proportion', () => {
    const terms = { premiums: premiumsOfLaw('jp', { on: '2026-11-22' }) };
    const november = { daysInMonth: 30, perPaidHour: 1000, overtimeHours: () => 700 };
    // Ten people have 600 hours before it: a quarter more on 100.
    expect(monthOvertimePremium(terms, { ...november, personDays: 300 })).toBeCloseTo(25_000, 9);
    // A week of it has 7 / 30 of the limit.
    const week = { ...november, personDays: 70, overtimeHours: () => 150 };
    expect(monthOvertimePremium(terms, week)).toBeCloseTo((150 - 140) * 250, 9);
  });

  it('takes premiums from the law, with where they stand', () => {
    const premiums = premiumsOfLaw('jp', { on: '2026-11-22', holidays: ['2026-11-29'] });
    expect(premiums).toEqual([
      { kind: 'night', fromMinute: 1320, untilMinute: 300, fraction: 0.25, source: 'jp.premium' },
      { kind: 'holiday', dates: ['2026-11-29'], fraction: 0.35, source: 'jp.premium' },
      { kind: 'overtime', fraction: 0.25, afterWeeklyHours: 40, source: 'jp.premium' },
      { kind: 'overtime', fraction: 0.25, afterWeeklyHours: 40, afterMonthlyHours: 60, source: 'jp.premium' },
    ]);
    expect(premiumsOfLaw('us-ca', { on: '2026-11-22' })).toEqual([
      { kind: 'overtime', fraction: 0.5, afterWeeklyHours: 40, source: 'us.overtime' },
      { kind: 'overtime', fraction: 0.5, afterDailyHours: 8, source: 'us-ca.overtime.day' },
      { kind: 'overtime', fraction: 0.5, afterDailyHours: 12, source: 'us-ca.overtime.day' },
    ]);
    expect(premiumsOfLaw('us', { on: '2026-11-22' })).toMatchObject([{ fraction: 0.5, source: 'us.overtime' }]);
    expect(premiumsOfLaw('jp', { on: '2000-01-01' })).toEqual([]);
    expect(premiumsOfLaw('nowhere', { on: '2026-11-22' })).toEqual([]);
  });

  it('says what is wrong with terms, and writes amounts as people do', () => {
    const terms: CostTerms = {
      currency: 'yen',
      wages: [{ perPaidHour: -1 }],
      onCostFraction: 0,
      premiums: [{ kind: 'weekend', weekdays: [8], fraction: 25 }],
      channels: [],
      botPerDeflectedContact: 0,
      penalties: [],
      outsourcing: [],
    };
    expect(costTermsFaults(terms).map(({ path }) => path)).toEqual([
      'currency',
      'wages.0.perPaidHour',
      'premiums.0.fraction',
      'premiums.0.weekdays',
    ]);
    expect(moneyText(1234567.8, 'EUR', { language: 'en' })).toBe('€1,234,568');
    expect(moneyText(12.5, 'EUR', { language: 'en', signed: true })).toBe('+€12.50');
    expect(moneyText(-98765, 'JPY', { language: 'ja' })).toBe('-￥98,765');
    expect(moneyText(Number.NaN, 'JPY', { language: 'ja' })).toBe('–');
  });
});

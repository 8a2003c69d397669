import { addDays, epochDay } from '@yotei/time';
import { queueHistory } from '../../../../tests/kit/queue-history-builder.js';
import type { QueueHistory } from '../queue-history.js';
import { forecastLongRange, type LongRangeForecast, type LongRangeOptions } from './forecast-long-range.js';

/** One interval a day, Monday to Friday, by a formula of the day. */
function weekdays(weeks: number, contacts: (day: number) => number): QueueHistory {
  const from = addDays('2026-01-05', -7 * weeks);
  return queueHistory({
    fromOn: from,
    days: 7 * weeks,
    stepMinutes: 1440,
    contacts: ({ weekday, dayIndex }) => (weekday > 5 ? Number.NaN : contacts(epochDay(from) + dayIndex)),
  });
}
const wobble = (day: number) => 1 + 0.03 * Math.sin(day * 2.4) + 0.02 * Math.cos(day * 0.7);
const yearly = (day: number) => 1 + 0.3 * Math.cos((2 * Math.PI * day) / 365.25);
const flat = (day: number) => 100 * wobble(day);

function forecast(history: QueueHistory, options: Partial<LongRangeOptions> = {}): LongRangeForecast {
  const result = forecastLongRange(history, { fromOn: '2026-01-05', weeks: 78, seed: 1, ...options });
  if (result.kind !== 'long-range') throw new Error(result.kind);
  return result;
}
const width = ({ weeks }: LongRangeForecast, week: number) =>
  (weeks[week]!.p90 - weeks[week]!.p10) / weeks[week]!.contacts;

describe('long range', () => {
  it('keeps a steady queue steady over 78 weeks, surer of the next week than of the last', () => {
    const result = forecast(weeks120);
    expect(result.weeks).toHaveLength(78);
    expect(result.yearlyTerms).toBe('full');
    for (const { contacts } of result.weeks) expect(Math.abs(contacts / 500 - 1)).toBeLessThan(0.1);
    expect(width(result, 0)).toBeLessThan(0.15);
    expect(width(result, 77)).toBeGreaterThan(1.5 * width(result, 0));
  });
  const weeks120 = weekdays(120, flat);

  it('learns the year from three years, shrinks it on one and a half, and has none on half a year', () => {
    const season = (weeks: number) => forecast(weekdays(weeks, (day) => flat(day) * yearly(day)));
    const swing = ({ weeks }: LongRangeForecast) => {
      const values = weeks.slice(0, 52).map(({ components }) => components.season / components.base);
      return Math.max(...values) - Math.min(...values);
    };
    const [long, middle, short] = [season(156), season(75), season(26)];
    expect([long.yearlyTerms, middle.yearlyTerms, short.yearlyTerms]).toEqual(['full', 'shrunk', 'none']);
    expect(swing(long)).toBeGreaterThan(0.45); // the year swings by 0.6 of its mean
    expect(swing(middle)).toBeGreaterThan(0.1);
    expect(swing(short)).toBe(0);
    // Half a year of history knows nothing of the other half: wide, but not absurd.
    expect(width(short, 26)).toBeGreaterThan(0.4);
    expect(width(long, 26)).toBeLessThan(width(short, 26));
  });

  it('adds up: base, trend, season, calendar and growth make the week', () => {
    const events = [{ fromOn: '2026-04-06', untilOn: '2026-04-07', kind: 'closed' as const, title: 'closed' }];
    const growth = [{ kind: 'step-percent' as const, fromOn: '2026-03-02', percent: 10 }];
    for (const { contacts, components } of forecast(weeks120, { events, growth }).weeks) {
      const { base, trend, season, calendar, growth: grown } = components;
      expect(base + trend + season + calendar + grown).toBeCloseTo(contacts, 6);
    }
  });

  it('takes the closed days of a week off it', () => {
    const events = [{ fromOn: '2026-04-06', untilOn: '2026-04-07', kind: 'closed' as const, title: 'closed' }];
    const [plain, closed] = [forecast(weeks120), forecast(weeks120, { events })];
    const week = plain.weeks.findIndex(({ on }) => on === '2026-04-06');
    expect(closed.weeks[week]!.contacts / plain.weeks[week]!.contacts).toBeCloseTo(0.6, 2); // three days of five
    expect(closed.weeks[week]!.p90 / plain.weeks[week]!.p90).toBeCloseTo(0.6, 2);
  });

  it('adds the planner’s growth on top, as its own component', () => {
    const growth = [
      { kind: 'percent-a-year' as const, fromOn: '2026-01-05', percent: 20 },
      { kind: 'weekly-contacts' as const, fromOn: '2026-06-01', contacts: 100, rampWeeks: 4 },
    ];
    const [plain, grown] = [forecast(weeks120), forecast(weeks120, { growth })];
    const at = (on: string) => plain.weeks.findIndex((week) => week.on === on);
    const added = (on: string) =>
      grown.weeks[at(on)]!.contacts -
      plain.weeks[at(on)]!.contacts * 1.2 ** ((epochDay(on) + 3.5 - epochDay('2026-01-05')) / 365.2425);
    expect(added('2026-05-18')).toBeCloseTo(0, 6);
    expect(added('2026-06-01')).toBeCloseTo(12.5, 6); // the middle of the first of four weeks: 3.5 / 28
    expect(added('2026-07-06')).toBeCloseTo(100, 6);
    expect(grown.weeks[77]!.components.growth).toBeGreaterThan(200);
  });

  it('follows a trend and lets it die out', () => {
    const rising = weekdays(120, (day) => flat(day) * Math.exp((0.25 * (day - epochDay('2026-01-05'))) / 365.25));
    const result = forecast(rising, { weeks: 156 });
    expect(result.trendFirstYear).toBeGreaterThan(0.1);
    expect(result.trendFirstYear).toBeLessThan(0.3);
    const contacts = result.weeks.map((week) => week.contacts / week.components.base);
    expect(contacts[155]! - contacts[104]!).toBeLessThan(contacts[52]! - contacts[1]!);
    expect(forecast(rising, { trend: 'none' }).trendFirstYear).toBe(0);
  });

  it('looks at no day from the first week on, and says the same when asked again', () => {
    const later = { ...weeks120, days: [...weeks120.days, { on: '2026-01-06', contacts: Float64Array.of(9999) }] };
    expect(forecast(later)).toEqual(forecast(weeks120));
  });

  it('survives missing weeks, zeros and one huge week', () => {
    const days = weeks120.days
      .filter((_, index) => index % 50 > 9)
      .map((day, index) =>
        index === 97
          ? { ...day, contacts: Float64Array.of(50_000) }
          : index % 60 === 0
            ? { ...day, contacts: Float64Array.of(0) }
            : day,
      );
    for (const { contacts, p05, p95 } of forecast({ ...weeks120, days }).weeks) {
      expect(Number.isFinite(p05) && p05 >= 0 && p05 <= contacts && contacts <= p95 * 1.01).toBe(true);
      expect(contacts).toBeLessThan(2000);
    }
  });

  it('forecasts the handle time with its own trend', () => {
    const talk = queueHistory({
      fromOn: '2025-01-06',
      days: 364,
      stepMinutes: 1440,
      contacts: ({ weekday }) => (weekday > 5 ? Number.NaN : 100),
      handleSeconds: ({ contacts }) => contacts * 300,
    });
    const result = forecast(talk, { weeks: 26 });
    expect(result.weeks[25]!.averageHandleSeconds / 300).toBeCloseTo(1, 1);
    expect(result.weeks[25]!.handleP10).toBeLessThan(result.weeks[25]!.handleP90);
  });

  it('refuses too little history, too long a horizon and growth that makes no sense', () => {
    expect(forecastLongRange(weekdays(2, flat), { fromOn: '2026-01-05', weeks: 78, seed: 1 })).toMatchObject({
      kind: 'not-enough-history',
      needDays: 28,
    });
    expect(() => forecast(weeks120, { weeks: 200 })).toThrow('weeks (200) must lie in 1..160; use 78 for 18 months');
    const growth = [{ kind: 'step-percent' as const, fromOn: '2026-03-02', untilOn: '2026-03-01', percent: 10 }];
    expect(() => forecast(weeks120, { growth })).toThrow('untilOn (2026-03-01) must not be before fromOn');
  });
});

import { HOUR_MILLIS, startOfLocalDay } from '@yotei/time';
import { officeHistory } from '../../../../tests/kit/queue-history-builder.js';
import type { QueueHistory } from '../queue-history.js';
import { forecastRestOfDay, type RestOfDayForecast, type RestOfDayOptions } from './rest-of-day.js';

/** An office whose days are 20 % up or down as a whole, by a fixed pattern: the morning tells the afternoon. */
function swingingHistory(): QueueHistory {
  const plain = officeHistory();
  const swing = (index: number) => 1 + 0.2 * Math.sin(index * 2.4);
  return {
    ...plain,
    days: plain.days.map((day, index) => ({ ...day, contacts: day.contacts.map((value) => value * swing(index)) })),
  };
}

const on = '2026-03-30';
const noon = startOfLocalDay(on, 'UTC') + 12 * HOUR_MILLIS;
const soFar = (value: number) =>
  Float64Array.from({ length: 24 }, (_, hour) => (hour >= 8 && hour < 18 ? value : Number.NaN));

function update(history: QueueHistory, options: Partial<RestOfDayOptions> = {}): RestOfDayForecast {
  const result = forecastRestOfDay(history, {
    methodId: 'planner-mean',
    on,
    at: noon,
    soFar: soFar(160),
    seed: 1,
    ...options,
  });
  if (result.kind !== 'forecast') throw new Error(result.kind);
  return result;
}

describe('the rest of a day', () => {
  it('is raised after a busy morning where mornings have told the afternoon, and says by how much and why', () => {
    const calm = update(swingingHistory(), { soFar: soFar(105) });
    const busy = update(swingingHistory());
    expect(busy.factor).toBeGreaterThan(1.2 * calm.factor);
    expect(busy.slopes.soFar + busy.slopes.lastTwoHours).toBeGreaterThan(0.6);
    expect(busy.contactsSoFar).toBe(640); // 8, 9, 10 and 11 o'clock
    expect(busy.learnedFromDays).toBe(40);
  });

  it('covers the open intervals that are not over, with bands in order', () => {
    const { day } = update(swingingHistory());
    expect([...day.contacts.keys()].filter((hour) => !Number.isNaN(day.contacts[hour]!))).toEqual([
      12, 13, 14, 15, 16, 17,
    ]);
    for (let hour = 12; hour < 18; hour++)
      expect(
        day.p05[hour]! <= day.p10[hour]! && day.p10[hour]! <= day.p90[hour]! && day.p90[hour]! <= day.p95[hour]!,
      ).toBe(true);
  });

  it('does not look at contacts of intervals that end after the instant, nor at history from the day on', () => {
    const history = swingingHistory();
    const later = Float64Array.from(soFar(160), (value, hour) => (hour >= 12 ? 9999 : value));
    const withToday = { ...history, days: [...history.days, { on, contacts: soFar(9999) }] };
    expect(update(withToday, { soFar: later })).toEqual(update(history));
  });

  it('leaves the morning’s forecast alone before the first contact', () => {
    const { factor, contactsSoFar } = update(swingingHistory(), { at: startOfLocalDay(on, 'UTC') });
    expect(contactsSoFar).toBe(0);
    expect(factor).toBe(1);
  });

  it('is held to three times the forecast, whatever a broken feed says', () => {
    expect(update(swingingHistory(), { soFar: soFar(1e9) }).factor).toBe(3);
  });

  it('refuses a day with the wrong number of intervals, and says when there is too little history', () => {
    expect(() => update(swingingHistory(), { soFar: new Float64Array(23) })).toThrow('soFar must have 24 values');
    const short = officeHistory({ fromOn: '2026-03-26', days: 0 });
    expect(forecastRestOfDay(short, { methodId: 'auto', on, at: noon, soFar: soFar(5), seed: 1 })).toMatchObject({
      kind: 'not-enough-history',
    });
  });
});

import { HOUR_MILLIS, startOfLocalDay } from '@yotei/time';
import { officeHistory, queueHistory } from '../../../../tests/kit/queue-history-builder.js';
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
    expect(busy.learnedFromDays).toBeGreaterThan(40);
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

  it('knows the rest of the day and the whole day with their bands, which close as the day goes', () => {
    const at = (hour: number) => update(swingingHistory(), { at: startOfLocalDay(on, 'UTC') + hour * HOUR_MILLIS });
    const widths = [8, 11, 13, 15, 17].map((hour) => {
      const { rest, total, contactsSoFar, morningTotal } = at(hour);
      expect(total.contacts).toBeCloseTo(contactsSoFar + rest.contacts, 9);
      expect(total.p90).toBeCloseTo(contactsSoFar + rest.p90, 9);
      expect(rest.p05 <= rest.p10 && rest.p10 < rest.contacts && rest.contacts < rest.p90 && rest.p90 <= rest.p95).toBe(
        true,
      );
      expect(morningTotal).toBeGreaterThan(900);
      return total.p90 - total.p10;
    });
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
    const evening = at(18);
    expect(evening.rest).toMatchObject({ contacts: 0, p90: 0 });
    expect(evening.total.contacts).toBe(1600);
  });

  it('takes late intervals as not known, not as nobody: the same answer as if they had come as usual', () => {
    const usual = update(swingingHistory(), { at: startOfLocalDay(on, 'UTC') }).day.contacts;
    const busy = usual.map((value) => 1.3 * value);
    const late = Float64Array.from(busy);
    late[10] = Number.NaN;
    late[11] = Number.NaN;
    const result = update(swingingHistory(), { soFar: late });
    expect(result.missingIntervals).toEqual([10, 11]);
    expect(result.contactsSoFar).toBeCloseTo(busy[8]! + busy[9]!, 9);
    const whole = update(swingingHistory(), { soFar: busy });
    expect(result.factor / whole.factor).toBeCloseTo(1, 1);
    // what the two late intervals brought is taken to have been as busy as the rest of the morning
    expect(result.total.contacts / whole.total.contacts).toBeCloseTo(1, 1);
  });

  it('takes a silent morning as an outage that says nothing of the afternoon', () => {
    const dead = soFar(160);
    for (const hour of [9, 10, 11]) dead[hour] = 0;
    const result = update(swingingHistory(), { soFar: dead });
    expect(result.silentIntervals).toEqual([9, 10, 11]);
    expect(result.factor).toBeGreaterThan(1);
    expect(update(swingingHistory(), { soFar: soFar(0) }).factor).toBe(1);
    // the contacts of the outage did not come: the day is short of them
    expect(result.total.contacts).toBeLessThan(update(swingingHistory()).total.contacts);
  });

  it('updates the forecast it is given, edits and all, instead of its own', () => {
    const own = update(swingingHistory());
    const contacts = own.day.contacts.map((_, hour) => (hour >= 8 && hour < 18 ? 200 : Number.NaN));
    const averageHandleSeconds = contacts.map(() => 240);
    const edited = update(swingingHistory(), { morning: { contacts, averageHandleSeconds } });
    expect(edited.morningTotal).toBe(2000);
    expect(edited.forecastSoFar).toBe(800);
    expect(edited.factor).toBeLessThan(1); // 640 came of 800
    expect(edited.day.contacts[12]).toBeCloseTo(200 * edited.factor, 9);
    expect(edited.day.averageHandleSeconds[12]).toBe(240);
  });

  it('says that a closed day has no rest', () => {
    const closed = [{ fromOn: on, untilOn: on, kind: 'closed', title: 'holiday' }] as const;
    for (const options of [{ events: closed }, { on: '2026-03-29' }])
      expect(
        forecastRestOfDay(swingingHistory(), {
          ...{ methodId: 'planner-mean', on, at: noon, soFar: soFar(5), seed: 1 },
          ...options,
        }),
      ).toEqual({ kind: 'closed-day', on: options.on ?? on });
  });

  it('stands the days on which clocks change: 23 and 25 hours, cut by wall clock', () => {
    const berlin = {
      zone: 'Europe/Berlin',
      contacts: ({ minuteOfDay }: { minuteOfDay: number }) => 20 + minuteOfDay / 60,
    };
    for (const [day, hours, fromOn] of [
      ['2026-03-29', 23, '2025-12-01'],
      ['2025-10-26', 25, '2025-07-01'],
    ] as const) {
      const history = queueHistory({ ...berlin, fromOn, days: 130 });
      const at = startOfLocalDay(day, 'Europe/Berlin') + (hours - 12) * HOUR_MILLIS; // noon of the wall clock
      const result = update(history, { on: day, at, soFar: new Float64Array(hours).fill(40) });
      expect([...result.day.contacts].filter((value) => !Number.isNaN(value))).toHaveLength(12);
      expect(result.day.contacts[hours - 12]! / result.factor).toBeCloseTo(32, 0);
      expect(result.contactsSoFar).toBeGreaterThan(400);
    }
  });

  it('refuses a day with the wrong number of intervals, and says when there is too little history', () => {
    expect(() => update(swingingHistory(), { soFar: new Float64Array(23) })).toThrow('soFar must have 24 values');
    const short = officeHistory({ fromOn: '2026-03-26', days: 0 });
    expect(forecastRestOfDay(short, { methodId: 'auto', on, at: noon, soFar: soFar(5), seed: 1 })).toMatchObject({
      kind: 'not-enough-history',
    });
  });
});

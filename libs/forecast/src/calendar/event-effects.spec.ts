import { epochDay } from '@yotei/time';
import { officeHistory, queueHistory } from '../../../../tests/kit/queue-history-builder.js';
import { forecastQueue } from '../forecast-queue.js';
import { trainingViewOf } from '../series/training-view.js';
import { eventsByDay, type CalendarEvent } from './calendar-event.js';
import { learnEventEffects } from './event-effects.js';

const event = (on: string, more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  fromOn: on,
  untilOn: on,
  kind: 'holiday',
  title: 'Founders’ Day',
  effect: { kind: 'learned' },
  ...more,
});

/** Every day 1,000 contacts with a wobble of a few percent, times the factor of the day. */
const centre = (factorOn: (on: string) => number, days = 400) =>
  queueHistory({
    fromOn: '2025-01-06',
    days,
    contacts: ({ on, dayIndex, minuteOfDay }) =>
      minuteOfDay < 480 || minuteOfDay >= 1080
        ? Number.NaN
        : 100 * factorOn(on) * (1 + 0.03 * Math.sin(dayIndex * 2.4) + 0.02 * Math.sin(dayIndex * 5.1)),
  });

function evidenceOf(history: ReturnType<typeof centre>, events: CalendarEvent[]) {
  const { days } = trainingViewOf(history, new Map(), epochDay('2026-02-10'));
  return learnEventEffects(days, eventsByDay(events)).evidence;
}

describe('the effect of an event', () => {
  it('is seen as it was and used at two thirds after a single past event', () => {
    const history = centre((on) => (on === '2025-06-03' ? 0.6 : 1));
    const [evidence] = evidenceOf(history, [event('2025-06-03'), event('2026-06-03')]);
    expect(evidence!.occurrences).toHaveLength(1);
    expect(evidence!.occurrences[0]!.fraction).toBeCloseTo(-0.4, 1);
    // e^(2/3 ln 0.6) - 1 = -0.289, a little less for the noise of a day
    expect(evidence!.fraction).toBeGreaterThan(-0.31);
    expect(evidence!.fraction).toBeLessThan(-0.25);
  });

  it('of days nobody asked about is nothing after two by chance, and most of what was seen after eight', () => {
    const unasked = { effect: { kind: 'learned', unasked: true } as const, kind: 'other' as const };
    const learned = (on: readonly string[], factor: number, more: Partial<CalendarEvent>) =>
      evidenceOf(
        centre((day) => (on.includes(day) ? factor : 1)),
        on.map((day) => event(day, more)),
      )[0]!.fraction;
    const two = ['2025-04-28', '2025-09-01'];
    // Two Mondays 4 % low by chance, at a noise of 2 to 3 % a day.
    expect(learned(two, 0.96, { kind: 'other' })).toBeLessThan(-0.015);
    expect(learned(two, 0.96, unasked)).toBeGreaterThan(-0.01);
    const eight = [
      '2025-03-03',
      '2025-04-07',
      '2025-05-05',
      '2025-06-09',
      '2025-07-07',
      '2025-08-11',
      '2025-09-08',
      '2025-10-13',
    ];
    // Prior of two events: 0.7 to the power of 8/10 = 0.75.
    expect(learned(eight, 0.7, unasked)).toBeCloseTo(-0.25, 1);
  });

  it('comes close to what was seen after four', () => {
    const on = ['2025-03-04', '2025-05-06', '2025-07-01', '2025-09-02'];
    const [evidence] = evidenceOf(
      centre((day) => (on.includes(day) ? 0.6 : 1)),
      on.map((day) => event(day)),
    );
    expect(evidence!.fraction).toBeCloseTo(-0.37, 1);
  });

  it('is nothing where the days’ own noise explains it', () => {
    const [evidence] = evidenceOf(
      centre(() => 1),
      [event('2025-06-03')],
    );
    expect(Math.abs(evidence!.fraction)).toBeLessThan(0.02);
  });

  it('of a holiday never seen is drawn to what other holidays did', () => {
    const on = ['2025-03-04', '2025-05-06', '2025-07-01', '2025-09-02'];
    const holidays = on.map((day, index) => event(day, { title: `holiday ${index}` }));
    const evidence = evidenceOf(
      centre((day) => (on.includes(day) ? 0.6 : 1)),
      [...holidays, event('2026-03-03', { title: 'a new one' })],
    );
    const unseen = evidence.find(({ title }) => title === 'a new one')!;
    expect(unseen.source).toBe('no-past-event');
    // four of six: e^(4/6 ln 0.6) - 1 = -0.29
    expect(unseen.fraction).toBeLessThan(-0.2);
  });

  it('fades as its ramp says', () => {
    const halved = { kind: 'learned', ramp: { kind: 'decay', halfLifeDays: 2 } } as const;
    const factor = (on: string) => {
      const day = epochDay(on) - epochDay('2025-06-02');
      return day >= 0 && day < 8 ? Math.exp(0.5 * Math.pow(2, -day / 2)) : 1;
    };
    const campaign = { kind: 'campaign' as const, title: 'Mailing', effect: halved };
    const past = event('2025-06-02', { untilOn: '2025-06-09', ...campaign });
    const { days } = trainingViewOf(centre(factor), new Map(), epochDay('2026-02-10'));
    const effects = learnEventEffects(
      days,
      eventsByDay([past, event('2026-06-01', { untilOn: '2026-06-08', ...campaign })]),
    );
    expect(effects.evidence[0]!.occurrences[0]!.fraction).toBeCloseTo(Math.expm1(0.5), 1);
    const [first, third] = ['2026-06-01', '2026-06-03'].map((on) => Math.log(effects.factorOf(epochDay(on))));
    expect(third! / first!).toBeCloseTo(0.5, 9);
    expect(effects.factorOf(epochDay('2026-06-09'))).toBe(1);
  });

  it('is told apart where two events share a day', () => {
    const payDays = ['2025-03-25', '2025-04-25', '2025-05-26', '2025-06-25', '2025-07-25'];
    const sale = event('2025-06-23', { untilOn: '2025-06-27', kind: 'campaign', title: 'Sale' });
    const history = centre(
      (on) => (payDays.includes(on) ? 1.2 : 1) * (on >= '2025-06-23' && on <= '2025-06-27' ? 1.5 : 1),
    );
    const evidence = evidenceOf(history, [
      sale,
      ...payDays.map((on) => event(on, { kind: 'other', title: 'Pay-day' })),
    ]);
    expect(evidence.find(({ title }) => title === 'Pay-day')!.fraction).toBeCloseTo(0.17, 1);
    expect(evidence.find(({ title }) => title === 'Sale')!.occurrences[0]!.fraction).toBeCloseTo(0.5, 1);
  });

  it('is used as given', () => {
    const given = event('2026-06-03', { effect: { kind: 'given', fraction: -0.38 } });
    expect(
      evidenceOf(
        centre(() => 1),
        [given],
      )[0],
    ).toMatchObject({ source: 'given', fraction: expect.closeTo(-0.38, 9) });
  });
});

describe('a forecast with events that have an effect', () => {
  const options = { methodId: 'planner-mean', fromOn: '2026-03-30', days: 7, seed: 1 };
  const tuesday = (history: ReturnType<typeof officeHistory>, events: CalendarEvent[]) => {
    const result = forecastQueue(history, { ...options, events });
    if (result.kind !== 'forecast') throw new Error(result.kind);
    return result.days[1]!.contacts[11]!;
  };

  it('is changed by the percentage given, whatever the method', () => {
    const given = event('2026-03-31', { effect: { kind: 'given', fraction: -0.38 } });
    expect(tuesday(officeHistory(), [given]) / tuesday(officeHistory(), [])).toBeCloseTo(0.62, 9);
  });

  it('is not spoilt by a past campaign, and the band goes with the forecast', () => {
    const history = officeHistory();
    const busy = {
      ...history,
      days: history.days.map((day) =>
        day.on === '2026-03-24' ? { ...day, contacts: day.contacts.map((value) => value * 2) } : day,
      ),
    };
    const campaign = event('2026-03-24', { kind: 'campaign', effect: { kind: 'given', fraction: 1 } });
    expect(tuesday(busy, [campaign]) / tuesday(history, [])).toBeCloseTo(1, 2);
  });
});

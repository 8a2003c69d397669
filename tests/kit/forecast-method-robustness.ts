import {
  completeParameters,
  eventsByDay,
  trainingViewOf,
  type ForecastingMethod,
  type HistoryDay,
  type QueueHistory,
} from '@yotei/forecast';
import { addDays, epochDay } from '@yotei/time';
import { officeHistory, queueHistory, type HistoryPlan } from './queue-history-builder.js';
import { seededRandom } from '../../libs/forecast/src/seeded-random.js';

const FROM = '2026-03-30';
const SEED = 20260330;
const NO_EVENTS = eventsByDay([]);

/** Two weeks from an origin by the method with its defaults; draws come from a generator of a fixed seed. */
function forecastOf(method: ForecastingMethod, history: QueueHistory, fromOn = FROM, days = 14): Float64Array[] {
  const view = trainingViewOf(history, NO_EVENTS, epochDay(fromOn));
  const fitted = method.fit(view, completeParameters(method), seededRandom(SEED));
  if (fitted.kind !== 'fitted') throw new Error(`${method.id} says ${JSON.stringify(fitted)}`);
  const horizon = view.horizon(epochDay(fromOn), days);
  return fitted
    .forecast(horizon)
    .map((values, index) => values.map((value, slot) => (horizon[index]!.open[slot] ? value : 0)));
}

const sum = (days: readonly Float64Array[]): number =>
  days.reduce((total, values) => total + values.reduce((a, b) => a + b, 0), 0);

function expectSane(days: readonly Float64Array[], most = Infinity): void {
  const wrong = days.flatMap((values, day) =>
    [...values].flatMap((value, slot) =>
      value >= 0 && value <= most && Number.isFinite(value) ? [] : [{ day, slot, value }],
    ),
  );
  expect(wrong).toEqual([]);
}

const without = (history: QueueHistory, isGone: (day: HistoryDay, index: number) => boolean): QueueHistory => ({
  ...history,
  days: history.days.filter((day, index) => !isGone(day, index)),
});

const mapValues = (
  history: QueueHistory,
  change: (value: number, day: HistoryDay, slot: number) => number,
): QueueHistory => ({
  ...history,
  days: history.days.map((day) => ({ ...day, contacts: day.contacts.map((value, slot) => change(value, day, slot)) })),
});

/** Changes to what comes from the origin on: other values, days gone, days added. */
const FUTURES: readonly (readonly [string, (history: QueueHistory) => QueueHistory])[] = [
  ['other values', (history) => mapValues(history, (value, { on }) => (on < FROM ? value : 7 * value + 1000))],
  ['zeros', (history) => mapValues(history, (value, { on }) => (on < FROM ? value : 0 * value))],
  ['all hours open', (history) => mapValues(history, (value, { on }) => (on < FROM ? value : value || 50))],
  ['every second day gone', (history) => without(history, ({ on }, index) => on >= FROM && index % 2 === 0)],
  ['nothing', (history) => without(history, ({ on }) => on >= FROM)],
];

/** Counts that go with the hour, the weekday and, a little, the day. */
const counts =
  (level: number): HistoryPlan['contacts'] =>
  ({ weekday, minuteOfDay, dayIndex }) =>
    Math.round(
      level * (1 + weekday / 10) * (1.2 - Math.abs(minuteOfDay - 720) / 900) * (1 + 0.05 * Math.sin(2.4 * dayIndex)),
    );

/** What a method must stand: anything that real histories do. Part of the contract every method of the catalogue keeps. */
export function describeMethodRobustness(method: ForecastingMethod): void {
  const long = officeHistory({ days: 98 });
  const plain = forecastOf(
    method,
    without(long, ({ on }) => on >= FROM),
  );

  it.each(FUTURES)('says the same whatever comes later: %s', (_name, changed) => {
    expect(forecastOf(method, changed(long))).toEqual(plain);
  });

  it('stands any one day missing, within a third of what it says with all days', () => {
    const history = officeHistory({ fromOn: '2026-02-16', days: 42 });
    const whole = sum(forecastOf(method, history));
    history.days.forEach((_day, gone) => {
      const days = forecastOf(
        method,
        without(history, (_other, index) => index === gone),
      );
      expectSane(days);
      expect(Math.abs(sum(days) / whole - 1)).toBeLessThan(1 / 3);
    });
  });

  it('stands random days and intervals missing', () => {
    const draw = seededRandom(SEED);
    for (let round = 0; round < 6; round++) {
      const fewer = without(officeHistory(), () => draw() < 0.3);
      expectSane(
        forecastOf(
          method,
          mapValues(fewer, (value) => (draw() < 0.2 ? Number.NaN : value)),
        ),
        1000,
      );
    }
  });

  it('says zero, or next to it, for a queue that never had a contact', () => {
    expectSane(
      forecastOf(
        method,
        mapValues(officeHistory(), (value) => 0 * value),
      ),
      0.5,
    );
  });

  it.each([1e4, 1e9])('does not explode on one value of %d', (huge) => {
    const mistaken = mapValues(officeHistory(), (value, { on }, slot) =>
      on === '2026-03-19' && slot === 11 ? huge : value,
    );
    const days = forecastOf(method, mistaken);
    // Seasonal naive repeats it in both weeks and a mean of four carries half of it; nothing may carry more.
    expectSane(days, huge);
    expect(sum(days)).toBeLessThan(2.2 * huge);
  });

  it('says ten times as much for ten times as many contacts, within a tenth', () => {
    const ratio =
      sum(
        forecastOf(
          method,
          mapValues(officeHistory(), (value) => 10 * value),
        ),
      ) / sum(plain);
    expect(Math.abs(ratio / 10 - 1)).toBeLessThan(0.1);
  });

  it.each([
    ['open day and night', queueHistory({ fromOn: '2026-01-05', days: 84, contacts: counts(40) })],
    [
      'open at weekends only',
      queueHistory({
        fromOn: '2026-01-05',
        days: 84,
        contacts: (at) => (at.weekday < 6 ? Number.NaN : counts(40)(at)),
      }),
    ],
    [
      'open on one weekday',
      queueHistory({
        fromOn: '2026-01-05',
        days: 84,
        contacts: (at) => (at.weekday === 3 ? counts(40)(at) : Number.NaN),
      }),
    ],
    [
      'with a contact now and then',
      queueHistory({
        fromOn: '2026-01-05',
        days: 84,
        contacts: ({ dayIndex, minuteOfDay }) => Number((dayIndex * 7 + minuteOfDay / 60) % 11 === 0),
      }),
    ],
    ['the same at all times', queueHistory({ fromOn: '2026-01-05', days: 84, contacts: () => 12 })],
  ])('forecasts a centre %s near what it has', (_name, history) => {
    const days = forecastOf(method, history);
    expectSane(days, 400);
    const lastWeeks = history.days.slice(-28).filter(({ on }) => on >= '2026-03-16');
    expect(
      Math.abs(sum(days) / sum(lastWeeks.map(({ contacts }) => contacts.map((value) => value || 0))) - 1),
    ).toBeLessThan(0.35);
  });

  it.each([
    ['Europe/Berlin', '2025-10-24', '2026-03-27'],
    ['America/New_York', '2025-10-31', '2026-03-06'],
    ['Australia/Lord_Howe', '2025-10-03', '2026-04-03'],
  ])('forecasts into the clock changes of %s, and learns from them', (zone, ...changes) => {
    for (const change of changes) {
      const history = queueHistory({
        fromOn: addDays(change, -56),
        days: 63,
        zone,
        stepMinutes: 30,
        contacts: counts(40),
      });
      for (const fromOn of [change, addDays(change, 7)]) expectSane(forecastOf(method, history, fromOn, 5), 200);
    }
  });
}

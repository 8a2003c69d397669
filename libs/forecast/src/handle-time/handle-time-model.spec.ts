import { addDays, epochDay } from '@yotei/time';
import { officeHistory, type HistoryPlan } from '../../../../tests/kit/queue-history-builder.js';
import { eventsByDay } from '../calendar/calendar-event.js';
import type { QueueHistory } from '../queue-history.js';
import { tablesOf } from '../series/day-table.js';
import { trainingViewOf } from '../series/training-view.js';
import { seededRandom } from '../seeded-random.js';
import { backtestHandleTime } from './handle-time-backtest.js';
import { fitHandleTime } from './handle-time-model.js';

const FROM = '2026-03-30';

/** Means of the two weeks ahead by day and slot, and the model. */
function forecast(history: QueueHistory, fromOn = FROM) {
  const { contacts, handleSeconds } = tablesOf(history);
  const originDay = epochDay(fromOn);
  const view = trainingViewOf(history, eventsByDay([]), originDay);
  const model = fitHandleTime({
    contacts,
    handleSeconds: handleSeconds!,
    originDay,
    featuresOf: (day) => view.calendar.featuresOf(day),
  })!;
  return { model, days: model.forecast(view.horizon(originDay, 14)) };
}

const handled = (handleSeconds: NonNullable<HistoryPlan['handleSeconds']>): QueueHistory =>
  officeHistory({ handleSeconds });

describe('forecasting handle time', () => {
  it('knows the hours of the day, and leaves closed ones empty', () => {
    const { days } = forecast(handled(({ contacts, minuteOfDay }) => contacts * (minuteOfDay < 720 ? 300 : 200)));
    expect(days[0]![9]).toBeGreaterThan(290);
    expect(days[0]![15]).toBeLessThan(210);
    expect(days[0]![3]).toBeNaN();
    expect(days[5]!.every(Number.isNaN)).toBe(true);
  });

  it('follows a handle time that falls by a twentieth a week further down than the last week', () => {
    const history = officeHistory();
    const falling = {
      ...history,
      days: history.days.map((day, index) => ({
        ...day,
        handleSeconds: day.contacts.map((count) => count * 400 * Math.pow(0.95, index / 5)),
      })),
    };
    // 400 x 0.95^12 = 216 on the first day ahead; a mean of all weeks would say 301
    const { days } = forecast(falling);
    expect(days[0]![10]! / 216).toBeCloseTo(1, 1);
    expect(days[7]![10]).toBeLessThan(days[0]![10]!);
  });

  it('is hardly moved by three forgotten calls of a day each, on top of thousands', () => {
    const plain = handled(({ contacts }) => contacts * 180);
    let index = 0;
    const mistaken = {
      ...plain,
      days: plain.days.map((day) => ({
        ...day,
        handleSeconds: day.handleSeconds!.map(
          (seconds, slot) => seconds + (slot === 9 && index++ % 20 === 3 ? 86_400 : 0),
        ),
      })),
    };
    const mean = forecast(mistaken).days[0]![9]!;
    expect(mean).toBeGreaterThanOrEqual(179);
    expect(mean).toBeLessThan(190); // the plain mean of that hour would be 180 + 3 x 86,400 / 6,000 = 223
  });

  it('weighs by contacts: a quiet hour of long calls does not lengthen the others', () => {
    const quiet = officeHistory({
      contacts: ({ weekday, minuteOfDay }) => {
        if (weekday > 5 || minuteOfDay < 480 || minuteOfDay >= 1080) return Number.NaN;
        return minuteOfDay === 1020 ? 1 : 100;
      },
      handleSeconds: ({ contacts }) => contacts * (contacts === 1 ? 900 : 180),
    });
    const { days } = forecast(quiet);
    expect(days[0]![10]! / 180).toBeCloseTo(1, 2);
  });

  it('stands intervals and whole days without contacts or without handle times', () => {
    const draw = seededRandom(7);
    const history = handled(({ contacts }) => contacts * 200);
    const sparse = {
      ...history,
      days: history.days.map((day) => ({
        ...day,
        contacts: day.contacts.map((count) => (draw() < 0.3 ? 0 * count : count)),
        ...(draw() < 0.2
          ? { handleSeconds: undefined }
          : { handleSeconds: day.handleSeconds!.map((seconds) => (draw() < 0.2 ? Number.NaN : seconds)) }),
      })),
    };
    const open = forecast(sparse).days[0]!.filter((value) => !Number.isNaN(value));
    expect(open).toHaveLength(10);
    for (const value of open) expect(value > 150 && value < 1000).toBe(true);
  });

  it('says the same whatever comes from the origin on', () => {
    const history = officeHistory({ days: 98, handleSeconds: ({ contacts }) => contacts * 200 });
    const wild = {
      ...history,
      days: history.days.map((day) =>
        day.on < FROM ? day : { ...day, handleSeconds: day.handleSeconds!.map((value) => 50 * value) },
      ),
    };
    expect(forecast(wild).days).toEqual(forecast(history).days);
  });

  it('is less sure of an interval with few contacts and of a later one', () => {
    const draw = seededRandom(3);
    const exponential = (contacts: number) =>
      Array.from({ length: contacts }, () => -180 * Math.log(1 - draw())).reduce((sum, value) => sum + value, 0);
    const { model } = forecast(
      handled(({ contacts }) => (Number.isNaN(contacts) ? Number.NaN : exponential(contacts))),
    );
    // one contact of an exponential handle time errs by its mean
    expect(model.standardError(180, 1, 1) / 180).toBeCloseTo(1, 0);
    expect(model.standardError(180, 100, 1)).toBeLessThan(30);
    expect(model.standardError(180, 100, 28)).toBeGreaterThanOrEqual(model.standardError(180, 100, 7));
  });

  it('has nothing to say when nothing was handled', () => {
    const history = handled(({ contacts }) => 0 * contacts);
    const { contacts, handleSeconds } = tablesOf(history);
    expect(fitHandleTime({ contacts, handleSeconds: handleSeconds!, originDay: epochDay(FROM) })).toBeNull();
  });
});

describe('the backtest of handle time', () => {
  it('weighs errors by contacts, and beats the plain mean where the hours differ', () => {
    const draw = seededRandom(5);
    const history = handled(
      ({ contacts, minuteOfDay }) => contacts * (minuteOfDay < 720 ? 300 : 200) * (0.95 + 0.1 * draw()),
    );
    const [model, plain] = backtestHandleTime(history, { horizonDays: 7, origins: 4 });
    expect([model!.methodId, plain!.methodId, model!.origins, model!.targetDays]).toEqual([
      'handle-time',
      'plain-mean',
      4,
      20,
    ]);
    expect(model!.contacts).toBe(plain!.contacts);
    expect(plain!.wapeByInterval).toBeGreaterThan(0.15); // 250 said where 300 or 200 come
    expect(model!.wapeByInterval).toBeLessThan(0.04); // uniform noise of 5 % has a mean of 2.5 %
    expect(Math.abs(model!.bias)).toBeLessThan(0.02);
  });

  it('does not look past its targets', () => {
    const history = officeHistory({ days: 98, handleSeconds: ({ contacts }) => contacts * 200 });
    const wild = {
      ...history,
      days: history.days.map((day) =>
        day.on < FROM ? day : { ...day, handleSeconds: day.handleSeconds!.map((value) => 9 * value) },
      ),
    };
    const options = { horizonDays: 7, origins: 3, untilOn: addDays(FROM, -1) };
    expect(backtestHandleTime(wild, options)).toEqual(backtestHandleTime(history, options));
  });

  it('has no row for a history without handle times', () => {
    expect(backtestHandleTime(officeHistory(), { horizonDays: 7 })).toEqual([]);
  });
});

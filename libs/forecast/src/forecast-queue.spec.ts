import { officeHistory, queueHistory } from '../../../tests/kit/queue-history-builder.js';
import { forecastQueue } from './forecast-queue.js';
import type { ForecastOptions, QueueForecast } from './queue-forecast.js';
import type { QueueHistory } from './queue-history.js';

function forecast(history: QueueHistory, options: Partial<ForecastOptions> = {}): QueueForecast {
  const result = forecastQueue(history, { methodId: 'auto', fromOn: '2026-03-30', days: 7, seed: 1, ...options });
  if (result.kind !== 'forecast') throw new Error(result.kind);
  return result;
}

describe('forecasting a queue', () => {
  it('answers with one value for each open interval of each day, bands in order around it, nothing where closed', () => {
    const result = forecast(officeHistory());
    expect(result.days.map(({ on }) => on)).toEqual([
      '2026-03-30',
      '2026-03-31',
      '2026-04-01',
      '2026-04-02',
      '2026-04-03',
      '2026-04-04',
      '2026-04-05',
    ]);
    const [monday] = result.days;
    expect([...monday!.contacts].filter((value) => !Number.isNaN(value))).toHaveLength(10);
    for (let hour = 8; hour < 18; hour++) {
      const band = [monday!.p05, monday!.p10, monday!.p50, monday!.p90, monday!.p95].map((values) => values[hour]!);
      expect(band).toEqual([...band].sort((a, b) => a - b));
      expect(band[0]).toBeGreaterThanOrEqual(0);
    }
    expect(result.days[5]!.contacts.every(Number.isNaN)).toBe(true);
  });

  it('names the method, the reason, the last day known, and the backtest of every method', () => {
    const result = forecast(officeHistory());
    expect(result.trainedUntilOn).toBe('2026-03-27');
    expect(result.reasons.map(({ kind }) => kind)).toContain('compared-with-planner-mean');
    expect(result.backtest.map(({ methodId }) => methodId)).toContain(result.methodId);
    const chosen = result.backtest.find(({ methodId }) => methodId === result.methodId)!;
    const habit = Math.min(
      ...result.backtest
        .filter(({ methodId }) => methodId.startsWith('planner-mean'))
        .map(({ wapeByInterval }) => wapeByInterval),
    );
    expect(chosen.wapeByInterval).toBeLessThanOrEqual(habit);
  });

  it('takes the method the planner names and says that the planner chose', () => {
    const result = forecast(officeHistory(), { methodId: 'seasonal-naive' });
    expect(result.methodId).toBe('seasonal-naive');
    expect(result.reasons).toEqual([{ kind: 'chosen-by-planner', methodId: 'seasonal-naive' }]);
  });

  it('does not look at history from the first forecast day on', () => {
    const history = officeHistory({ days: 98 });
    const until = { ...history, days: history.days.filter(({ on }) => on < '2026-03-30') };
    expect(forecast(history)).toEqual(forecast(until));
  });

  it('gives a spring day 23 hours and an autumn day 25, by wall clock', () => {
    const berlin = {
      zone: 'Europe/Berlin',
      days: 365,
      fromOn: '2025-01-06',
      contacts: ({ minuteOfDay }: { minuteOfDay: number }) => minuteOfDay / 60 + 10,
    };
    const spring = forecast(queueHistory(berlin), { fromOn: '2026-03-29', days: 1, methodId: 'planner-mean' });
    expect([...spring.days[0]!.contacts].map(Math.round)).toEqual([
      10,
      11,
      ...Array.from({ length: 21 }, (_, index) => 13 + index),
    ]);
    const autumn = forecast(queueHistory({ ...berlin, fromOn: '2025-07-07', days: 90 }), {
      fromOn: '2025-10-26',
      days: 1,
      methodId: 'planner-mean',
    });
    expect([...autumn.days[0]!.contacts].map(Math.round).slice(0, 5)).toEqual([10, 11, 12, 12, 13]);
  });

  it('forecasts handle time weighted by contacts', () => {
    // 300 s in the morning, 200 s after noon; the mean of all contacts pulls each a little
    const history = officeHistory({
      handleSeconds: ({ contacts, minuteOfDay }) => contacts * (minuteOfDay < 720 ? 300 : 200),
    });
    const [monday] = forecast(history).days;
    expect(monday!.averageHandleSeconds[9]).toBeGreaterThan(295);
    expect(monday!.averageHandleSeconds[9]).toBeLessThanOrEqual(300);
    expect(monday!.averageHandleSeconds[15]).toBeLessThan(205);
    expect(monday!.averageHandleSeconds[3]).toBeNaN();
    expect(forecast(officeHistory()).days[0]!.averageHandleSeconds.every(Number.isNaN)).toBe(true);
  });

  it('says how many days there are and are needed when there are none', () => {
    const history = { zone: 'UTC', stepMinutes: 60, days: [] };
    expect(forecastQueue(history, { methodId: 'auto', fromOn: '2026-03-28', days: 7, seed: 1 })).toEqual({
      kind: 'not-enough-history',
      haveDays: 0,
      needDays: 1,
    });
  });

  it('falls back to the method for new queues and assumed bands on two weeks, and says so', () => {
    const result = forecast(officeHistory({ fromOn: '2026-03-16', days: 14 }));
    expect(result.methodId).toBe('short-history');
    expect(result.reasons.map(({ kind }) => kind)).toEqual(['short-history']);
  });

  it('stops when told to, and tells how far it is', () => {
    const told: number[] = [];
    let asked = 0;
    const stopped = forecastQueue(officeHistory(), {
      methodId: 'auto',
      fromOn: '2026-03-30',
      days: 7,
      seed: 1,
      isCancelled: () => ++asked > 5,
      onProgress: (fraction) => told.push(fraction),
    });
    expect(stopped).toEqual({ kind: 'cancelled' });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)!).toBeLessThan(0.5);
  });

  it('refuses a horizon of no days and an unknown method', () => {
    expect(() => forecast(officeHistory(), { days: 0 })).toThrow('days (0) must lie in 1..400');
    expect(() => forecast(officeHistory(), { methodId: 'oracle' })).toThrow('methodId (oracle) must be auto or one of');
  });

  it('proposes an odd day to look at and leaves it in the fit', () => {
    const history = officeHistory();
    const odd = {
      ...history,
      days: history.days.map((day) =>
        day.on === '2026-03-04' ? { ...day, contacts: day.contacts.map((value) => value * 0.2) } : day,
      ),
    };
    const result = forecast(odd);
    expect(result.proposals).toMatchObject([{ kind: 'low-day', fromOn: '2026-03-04' }]);
    expect(result.leftOut).toEqual([]);
  });
});

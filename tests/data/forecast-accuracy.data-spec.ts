import {
  backtest,
  forecastQueue,
  forecastRestOfDay,
  type BacktestRow,
  type CalendarEvent,
  type QueueHistory,
} from '@yotei/forecast';
import { HOUR_MILLIS, addDays, startOfLocalDay } from '@yotei/time';
import { SHARED_DATA, describeWithData } from '../kit/shared-data.js';
import {
  BANK_EVENTS,
  bankHistory,
  israeliBankHistory,
  israeliBankWholeHistory,
  weekOrigins,
} from '../kit/shared-queue-histories.js';

interface Protocol {
  readonly history: QueueHistory;
  readonly horizonDays: number;
  readonly originsOn?: readonly string[];
  readonly events?: readonly CalendarEvent[];
}

/** The automatic choice beside the planner's habit, by the protocol of docs/methods/forecast.md. */
function measured({ history, horizonDays, originsOn, events }: Protocol): {
  auto: BacktestRow;
  mean4: BacktestRow;
  mean8: BacktestRow;
} {
  const [mean4, mean8, auto] = backtest(history, {
    methodIds: ['planner-mean', 'planner-mean-8', 'auto'],
    horizonDays,
    originsOn,
    events,
    seed: 1,
  });
  return { auto: auto!, mean4: mean4!, mean8: mean8! };
}

/** Sum of absolute errors of the week ahead from two weeks of history, every fifth day an origin. */
function errorFromTwoWeeks(history: QueueHistory, methodId: string): number {
  const actual = new Map(history.days.map(({ on, contacts }) => [on, contacts]));
  let error = 0;
  for (let index = 10; index + 5 < history.days.length; index += 5) {
    const fromOn = history.days[index]!.on;
    const since = addDays(fromOn, -14);
    const known = { ...history, days: history.days.filter(({ on }) => on >= since && on < fromOn) };
    const result = forecastQueue(known, { methodId, fromOn, days: 7, seed: 1 });
    if (result.kind !== 'forecast') continue;
    for (const { on, contacts } of result.days) {
      actual
        .get(on)
        ?.forEach((came, slot) => (error += Number.isNaN(came) ? 0 : Math.abs(came - (contacts[slot]! || 0))));
    }
  }
  return error;
}

function expectHonestBands({ coverage80, coverage95 }: BacktestRow): void {
  expect(coverage80).toBeGreaterThan(0.75);
  expect(coverage80).toBeLessThan(0.85);
  expect(coverage95).toBeGreaterThan(0.91);
  expect(coverage95).toBeLessThan(0.98);
}

// Bars are the goals; what was measured when they were set stands in docs/methods/forecast.md.
describeWithData('bank-calls-5min', 'forecasts of the North American bank', () => {
  const history = bankHistory(SHARED_DATA);

  it('are read as in the data’s own README', () => {
    const sum = history.days.reduce((total, { contacts }) => total + contacts.reduce((a, b) => a + (b || 0), 0), 0);
    expect(history.days).toHaveLength(135);
    expect(sum).toBeLessThan(4_401_927); // all calls of the file; the lone 21:00 intervals are left out
    expect(sum).toBeGreaterThan(4_380_000);
  });

  it('miss the next day by at most 4.9 % by interval over the last 75 days, with honest bands', () => {
    const originsOn = history.days.slice(-75).map(({ on }) => on);
    const { auto, mean4 } = measured({ history, horizonDays: 1, originsOn, events: BANK_EVENTS });
    expect(auto.fits).toBe(75);
    expect(mean4.wapeByInterval).toBeCloseTo(0.0696, 3); // the protocol's own figure is 6.98 %
    expect(auto.wapeByInterval).toBeLessThan(0.049);
    expectHonestBands(auto);
  });

  it.each([
    [7, 0.054],
    [28, 0.057],
  ])('miss %i days from fifteen week starts by at most %f', (horizonDays, bar) => {
    const originsOn = weekOrigins(history, { weekday: 1, horizonDays, count: 15 });
    const { auto, mean4, mean8 } = measured({ history, horizonDays, originsOn, events: BANK_EVENTS });
    expect(auto.fits).toBe(15);
    expect(auto.wapeByInterval).toBeLessThan(bar);
    expect(auto.wapeByInterval).toBeLessThan(1.02 * Math.min(mean4.wapeByInterval, mean8.wapeByInterval));
    expectHonestBands(auto);
  });
});

describeWithData('bank-calls-5min', 'the rest of a day at the North American bank', () => {
  it('is missed from noon by at least a tenth less than without the update, over every third of the last 75 days', () => {
    const history = bankHistory(SHARED_DATA);
    const errors = { before: 0, after: 0 };
    for (const { on, contacts: soFar } of history.days.slice(-75).filter((_, index) => index % 3 === 0)) {
      const at = startOfLocalDay(on, history.zone) + 12 * HOUR_MILLIS;
      const options = { methodId: 'day-regression-profile', on, at, soFar, events: BANK_EVENTS, seed: 1 };
      const result = forecastRestOfDay(history, options);
      if (result.kind !== 'forecast') throw new Error(result.kind);
      for (let slot = 24; slot < 42; slot++) {
        errors.after += Math.abs(result.day.contacts[slot]! - soFar[slot]!);
        errors.before += Math.abs(result.day.contacts[slot]! / result.factor - soFar[slot]!);
      }
    }
    expect(errors.after).toBeLessThan(0.9 * errors.before);
  });
});

describeWithData('anon-bank-volume-6min', 'forecasts of the Israeli bank', () => {
  const history = israeliBankHistory(SHARED_DATA);

  // The days on which the mean of 4 is the 26.8 % of the goals' table; other readings stand in docs/methods/forecast.md.
  it('miss the next day by at most 21 % by interval over each of the last 75 days', () => {
    const originsOn = history.days.slice(-75).map(({ on }) => on);
    const { auto, mean4 } = measured({ history, horizonDays: 1, originsOn });
    expect(auto.fits).toBe(75);
    expect(mean4.wapeByInterval).toBeCloseTo(0.268, 3);
    expect(auto.wapeByInterval).toBeLessThan(0.21);
    expect(auto.wapeByInterval / mean4.wapeByInterval).toBeLessThan(0.784); // 21.0 / 26.8
    expectHonestBands(auto);
  });

  it.each([
    [7, 11, 0.231],
    [28, 8, 0.241],
  ])('miss %i days from %i week starts by at most %f', (horizonDays, count, bar) => {
    const { auto, mean4, mean8 } = measured({
      history,
      horizonDays,
      originsOn: weekOrigins(history, { weekday: 7, horizonDays, count }),
    });
    expect(auto.wapeByInterval).toBeLessThan(bar);
    expect(auto.wapeByInterval).toBeLessThan(1.02 * Math.min(mean4.wapeByInterval, mean8.wapeByInterval));
    expectHonestBands(auto);
  });

  it('from two weeks of history miss less than the mean of the same weekdays does', () => {
    expect(errorFromTwoWeeks(history, 'short-history')).toBeLessThan(0.95 * errorFromTwoWeeks(history, 'planner-mean'));
    const whole = israeliBankWholeHistory(SHARED_DATA);
    expect(errorFromTwoWeeks(whole, 'short-history')).toBeLessThan(0.98 * errorFromTwoWeeks(whole, 'planner-mean'));
  });

  it('beat the planner’s mean on all days and hours, holidays and half days among them', () => {
    const { auto, mean4, mean8 } = measured({ history: israeliBankWholeHistory(SHARED_DATA), horizonDays: 7 });
    expect(auto.wapeByInterval).toBeLessThan(Math.min(mean4.wapeByInterval, mean8.wapeByInterval));
  });
});

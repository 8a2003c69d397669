import { forecastQueue, type BacktestRow, type QueueHistory } from '@yotei/forecast';
import { addDays } from '@yotei/time';
import { expectClosingBands, expectHonest, expectHonestBands, measured, pooled } from '../kit/bank-backtests.js';
import { SHARED_DATA, describeWithData } from '../kit/shared-data.js';
import { dayOrigins, israeliBankHistory, israeliBankWholeHistory, weekOrigins } from '../kit/shared-queue-histories.js';

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

let read: QueueHistory | undefined;
/** Read once, so that one describe finds the backtests of another done. */
const bank = (): QueueHistory => (read ??= israeliBankHistory(SHARED_DATA));

// Bars are the goals; what was measured when they were set stands in docs/methods/forecast.md.
describeWithData('anon-bank-volume-6min', 'forecasts of the Israeli bank', () => {
  const history = bank();

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

describeWithData('anon-bank-volume-6min', 'bands of the Israeli bank', () => {
  const history = bank();
  const weeks = (horizonDays: number, count: number) => ({
    history,
    horizonDays,
    originsOn: weekOrigins(history, { weekday: 7, horizonDays, count }),
  });
  const rows: BacktestRow[] = [];

  it.each([
    ['the next day', { ...weeks(1, 1), originsOn: dayOrigins(history, { within: 112, step: 2 }) }],
    ['a week', weeks(7, 11)],
    ['four weeks', weeks(28, 8)],
  ] as const)('hold what they say by interval for %s', (_name, protocol) => {
    const { auto: row } = measured(protocol);
    rows.push(row);
    expectHonest(row);
  });

  it('hold what they say for totals of days and weeks', () => {
    // 243 days and 43 weeks from 8 to 38 origins: standard errors of 5 and 11 points.
    const [day80, day90, day95] = pooled(rows, 'Day');
    expect(Math.abs(day80! - 0.8)).toBeLessThan(0.1);
    expect(Math.abs(day90! - 0.9)).toBeLessThan(0.08);
    expect(Math.abs(day95! - 0.95)).toBeLessThan(0.04);
    const [week80, week90] = pooled(rows, 'Week');
    expect(Math.abs(week80! - 0.8)).toBeLessThan(0.2);
    expect(Math.abs(week90! - 0.9)).toBeLessThan(0.15);
  });

  it('close as the day goes, and hold what they say at ten, noon and two', () => {
    expectClosingBands(history, dayOrigins(history, { within: 112, step: 6 }), []);
  });
});

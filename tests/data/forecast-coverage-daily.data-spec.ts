import { backtest, type BacktestRow, type QueueHistory } from '@yotei/forecast';
import { acdHistory, ambulanceHistories, travelHistory } from '../kit/shared-daily-histories.js';
import { describeWithData } from '../kit/shared-data.js';
import { weekOrigins } from '../kit/shared-queue-histories.js';

function coverage(history: QueueHistory, horizonDays: number): BacktestRow {
  const originsOn = weekOrigins(history, { weekday: 1, horizonDays, count: 30 });
  return backtest(history, { methodIds: ['auto'], horizonDays, originsOn, seed: 1 })[0]!;
}

/** Thirty weekly origins of four weeks are eight independent stretches: a standard error at 80 % is some 6 points. */
function expectHonest(row: BacktestRow): void {
  expect(Math.abs(row.coverage80 - 0.8)).toBeLessThan(0.05);
  expect(Math.abs(row.coverage90 - 0.9)).toBeLessThan(0.04);
  expect(Math.abs(row.coverage80ByDay - 0.8)).toBeLessThan(0.06);
}

// With the empirical quantiles of eight origins alone the travel company's bands held 63 % in place of 80.
describeWithData('travel-calls-daily', 'bands of a travel company by day, whose level follows the season', () => {
  it('hold about what they say four weeks ahead', () => expectHonest(coverage(travelHistory(), 28)), 300_000);
});

describeWithData('daily-acd-kpi', 'bands of a daily report with wild days', () => {
  it('hold about what they say four weeks ahead', () => expectHonest(coverage(acdHistory(), 28)), 300_000);
});

describeWithData('ambulance-daily-hier', 'bands of ambulance incidents by day', () => {
  it('hold about what they say a week ahead', () => {
    expectHonest(coverage(ambulanceHistories().get('')!, 7));
  }, 300_000);
});

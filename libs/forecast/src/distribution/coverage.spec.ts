import { inventedQueue, type InventedQueue } from '../../../../tests/kit/invented-queues.js';
import { backtest } from '../backtest/backtest.js';

const queues: readonly (readonly [string, Omit<InventedQueue, 'seed' | 'weeks'>])[] = [
  ['an overdispersed queue', { level: 60, daySpread: 0.12, intervalSpread: 0.15 }],
  ['24 hours', { level: 15, daySpread: 0.1, roundTheClock: true, stepMinutes: 60 }],
  ['a level that jumps by a quarter', { level: 60, daySpread: 0.08, breakAt: { week: 16, factor: 1.25 } }],
];

/** Twenty weeks ahead of an invented queue of thirty. */
function backtested(queue: Omit<InventedQueue, 'seed' | 'weeks'>) {
  const history = inventedQueue({ seed: 11, weeks: 30, ...queue });
  return backtest(history, { methodIds: ['planner-mean'], horizonDays: 7, origins: 20, seed: 1 })[0]!;
}

describe('bands of invented queues a week ahead', () => {
  it.each(queues)('hold what they say by interval, by day and by week for %s', (_name, queue) => {
    const row = backtested(queue);
    expect(Math.abs(row.coverage80 - 0.8)).toBeLessThan(0.03);
    expect(Math.abs(row.coverage90 - 0.9)).toBeLessThan(0.03);
    expect(Math.abs(row.coverage95 - 0.95)).toBeLessThan(0.02);
    // 100 to 140 days in 20 weeks that go together: two standard errors are about 10 points.
    expect(Math.abs(row.coverage80ByDay - 0.8)).toBeLessThan(0.1);
    expect(Math.abs(row.coverage90ByDay - 0.9)).toBeLessThan(0.07);
    expect(row.targetWeeks).toBe(20);
    // 20 weeks: 18 points; never too narrow, since how days go together is itself drawn to the careful side.
    expect(row.coverage80ByWeek).toBeGreaterThan(0.62);
    expect(row.coverage95ByWeek).toBeGreaterThan(0.8);
  });

  it('hold at least what they say at two contacts an interval, where whole counts leave no narrower band', () => {
    const row = backtested({ level: 2, daySpread: 0.1 });
    expect(row.coverage80).toBeGreaterThan(0.78);
    expect(row.coverage80).toBeLessThan(0.92);
    expect(row.coverage90).toBeGreaterThan(0.88);
    expect(Math.abs(row.coverage80ByDay - 0.8)).toBeLessThan(0.1);
  });
});

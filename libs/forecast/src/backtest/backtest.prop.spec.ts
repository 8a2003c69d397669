import fc from 'fast-check';
import { addDays } from '@yotei/time';
import { officeHistory } from '../../../../tests/kit/queue-history-builder.js';
import type { QueueHistory } from '../queue-history.js';
import { backtest } from './backtest.js';

/** The office with every value from a day on replaced. */
function changedFrom(history: QueueHistory, on: string, value: number): QueueHistory {
  const days = history.days.map((day) =>
    day.on < on ? day : { ...day, contacts: day.contacts.map((old) => (Number.isNaN(old) ? old : value)) },
  );
  return { ...history, days };
}

describe('a backtest', () => {
  it('scores a method against what came, never with its help: what comes after a horizon changes nothing', () => {
    const history = officeHistory();
    fc.assert(
      fc.property(
        fc.constantFrom('planner-mean', 'day-regression-profile', 'low-rank-profile', 'auto'),
        fc.integer({ min: 50, max: 70 }),
        fc.integer({ min: 0, max: 500 }),
        (methodId, dayIndex, value) => {
          const origin = addDays('2026-01-05', dayIndex);
          const options = { methodIds: [methodId], horizonDays: 7, originsOn: [origin], seed: 1 };
          const wild = changedFrom(history, addDays(origin, 7), value);
          expect(backtest(wild, options)).toEqual(backtest(history, options));
        },
      ),
      { numRuns: 12 },
    );
  });

  it('has wider bands where more is promised, and an error of zero for a queue that is the same every week', () => {
    const steady = officeHistory({
      contacts: ({ weekday, minuteOfDay }) => (weekday > 5 ? Number.NaN : weekday * 10 + minuteOfDay / 60),
    });
    const [row] = backtest(steady, { methodIds: ['planner-mean'], horizonDays: 7, seed: 1 });
    expect(row!.wapeByInterval).toBeCloseTo(0, 12);
    expect(row!.bias).toBeCloseTo(0, 12);
    const rows = backtest(officeHistory(), { horizonDays: 7, seed: 1 });
    for (const { coverage80, coverage90, coverage95 } of rows)
      expect(coverage80 <= coverage90 && coverage90 <= coverage95).toBe(true);
  });

  it('times fits only by a clock that is passed', () => {
    let now = 0;
    const [timed] = backtest(officeHistory(), {
      methodIds: ['planner-mean'],
      horizonDays: 7,
      seed: 1,
      clockSeconds: () => (now += 0.5),
    });
    expect(timed!.fitSeconds).toBe(0.5);
    expect(backtest(officeHistory(), { methodIds: ['planner-mean'], horizonDays: 7, seed: 1 })[0]).not.toHaveProperty(
      'fitSeconds',
    );
  });

  it('has a row with no fits for a method that has too little history, and stops when told to', () => {
    const [row] = backtest(officeHistory({ days: 20 }), { methodIds: ['low-rank-profile'], horizonDays: 1, seed: 1 });
    expect(row).toMatchObject({ methodId: 'low-rank-profile', origins: 0, fits: 0, wapeByInterval: Number.NaN });
    expect(backtest(officeHistory(), { horizonDays: 7, seed: 1, isCancelled: () => true })).toEqual([]);
  });
});

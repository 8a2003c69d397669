import { backtest, type QueueHistory } from '@yotei/forecast';
import { addDays } from '@yotei/time';
import { variedQueues } from '../kit/varied-queues.js';

/** Error of the automatic choice against that of the better planner mean, week by week back from the end of the history. */
function ratioToBetterMean(history: QueueHistory, origins: number): number {
  const last = history.days.at(-1)!.on;
  const originsOn = Array.from({ length: origins }, (_, k) => addDays(last, -6 - 7 * k)).reverse();
  const methodIds = ['planner-mean', 'planner-mean-8', 'auto'];
  const [four, eight, auto] = backtest(history, { methodIds, horizonDays: 7, originsOn, seed: 1 });
  return auto!.wapeByInterval / Math.min(four!.wapeByInterval, eight!.wapeByInterval);
}

describe('the automatic choice on queues of every kind, invented', () => {
  it.each([...variedQueues(1)])(
    'is never worse than the better planner mean by more than 2 %%: %s',
    (_name, history) => {
      const origins = history.days.length < 60 ? 4 : 8;
      expect(ratioToBetterMean(history, origins)).toBeLessThan(1.02);
    },
  );
});

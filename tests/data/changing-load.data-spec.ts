import { describeWithData, sharedRows } from '../kit/shared-data.js';
import { TransientQueue } from '../kit/transient-queue.js';

type Row = Record<string, string>;
const num = (row: Row, column: string): number => Number(row[column]);

describeWithData('queueing-golden', 'the solver of time-dependent queues against its reference table', () => {
  it('agrees on every average to the 1e-6 the table promises', () => {
    const rows = sharedRows('queueing-golden/transient.csv');
    const queues = new Map<string, TransientQueue>();
    const wrong = rows.flatMap((row) => {
      const queue = queues.get(row['case']!) ?? new TransientQueue(180);
      queues.set(row['case']!, queue);
      const got = queue.run({
        contacts: num(row, 'calls'),
        agents: num(row, 'agents'),
        intervalSeconds: num(row, 'interval_s'),
        handleSeconds: num(row, 'aht_s'),
        patienceSeconds: num(row, 'patience_s'),
      });
      const pairs = {
        mean_in_system_end: got.meanInSystemEnd,
        mean_in_system_avg: got.meanInSystem,
        p_delay_avg: got.waitProbability,
        mean_queue_avg: got.meanQueue,
        abandon_fraction: got.abandonmentFraction,
        occupancy: got.occupancy,
      };
      return Object.entries(pairs)
        .filter(([column, value]) => Math.abs(value - num(row, column)) > 1e-6 * Math.max(num(row, column), 1e-3))
        .map(([column, value]) => `${row['id']} ${column}: ${value}, table ${row[column]}`);
    });
    expect(rows.length).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });
});

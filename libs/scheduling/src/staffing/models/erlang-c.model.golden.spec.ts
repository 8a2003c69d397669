import { goldenMismatches, staffingGolden } from '../../../../../tests/kit/staffing-golden.js';
import { erlangCModel } from './erlang-c.model.js';

describe('Erlang C against 60-digit reference values', () => {
  it('agrees on waits and service level, unstable loads included', () => {
    const rows = staffingGolden('erlang-c');
    const wrong = goldenMismatches(rows, (row) => {
      const load = {
        contacts: row['calls']!,
        intervalSeconds: row['interval_s']!,
        averageHandleSeconds: row['aht_s']!,
      };
      const state = erlangCModel.performance(load, row['agents']!);
      return {
        stable: Number(state.stable),
        p_wait: state.waitProbability,
        sl: state.serviceLevelFraction(row['t_s']!, 'answered-of-offered'),
        asa: state.asaSeconds(),
        occupancy: state.occupancyFraction,
        queue_len: state.meanQueueLength,
      };
    });
    expect(rows.length).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });
});

import { goldenMismatches, staffingGolden } from '../../../../../tests/kit/staffing-golden.js';
import { erlangAModel } from './erlang-a.model.js';

describe('Erlang A against 60-digit reference values', () => {
  it('agrees on waits, abandonment and every service level', () => {
    const rows = staffingGolden('erlang-a');
    const wrong = goldenMismatches(rows, (row) => {
      const load = {
        contacts: row['calls']!,
        intervalSeconds: row['interval_s']!,
        averageHandleSeconds: row['aht_s']!,
        patienceSeconds: row['patience_s']!,
      };
      const state = erlangAModel.performance(load, row['agents']!);
      return {
        p_wait: state.waitProbability,
        p_abandon: state.abandonmentFraction,
        sl_offered: state.serviceLevelFraction(row['t_s']!, 'answered-of-offered'),
        sl_excl_abandons: state.serviceLevelFraction(row['t_s']!, 'answered-of-offered-less-short-abandons'),
        sl_answered: state.serviceLevelFraction(row['t_s']!, 'answered-of-answered'),
        sl_incl_abandons: state.serviceLevelFraction(row['t_s']!, 'answered-or-abandoned-of-offered'),
        asa_answered: state.asaSeconds(),
        occupancy: state.occupancyFraction,
        queue_len: state.meanQueueLength,
      };
    });
    expect(rows.length).toBeGreaterThan(40);
    expect(wrong).toEqual([]);
  });
});

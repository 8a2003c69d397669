import { goldenMismatches, staffingGolden } from '../../../../../tests/kit/staffing-golden.js';
import { erlangXModel } from './erlang-x.model.js';

describe('Erlang X against 50-digit values of its chain of states', () => {
  it('agrees on attempts, blocking, waits and service level', () => {
    const rows = staffingGolden('erlang-x');
    const wrong = goldenMismatches(rows, (row) => {
      const load = {
        contacts: row['calls']!,
        intervalSeconds: row['interval_s']!,
        averageHandleSeconds: row['aht_s']!,
        patienceSeconds: row['patience_s']!,
        lines: row['lines']!,
        redialFraction: row['redial_percent']! / 100,
      };
      const state = erlangXModel.performance(load, row['agents']!);
      return {
        total_attempt_rate_per_s: state.redials!.attemptsPerSecond,
        p_block: state.blockingFraction,
        p_wait: state.waitProbability,
        p_abandon: state.abandonmentFraction,
        p_served: state.redials!.answeredAttemptFraction,
        sl_offered: state.serviceLevelFraction(row['t_s']!, 'answered-of-offered'),
        p_wait_gt_t: state.waitBeyondFraction!(row['t_s']!),
        asa_answered: state.asaSeconds(),
        queue_len: state.meanQueueLength,
        occupancy: state.occupancyFraction,
      };
    });
    expect(rows).toHaveLength(10);
    expect(wrong).toEqual([]);
  });
});

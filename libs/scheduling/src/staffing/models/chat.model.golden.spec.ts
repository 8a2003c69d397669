import { goldenMismatches, staffingGolden } from '../../../../../tests/kit/staffing-golden.js';
import { chatModel } from './chat.model.js';

describe('chat against 50-digit values of its chain of states', () => {
  it('agrees on waits, service level and how agents and slots are used', () => {
    const rows = staffingGolden('chat');
    const wrong = goldenMismatches(rows, (row) => {
      const load = {
        contacts: row['chats']!,
        intervalSeconds: row['interval_s']!,
        averageHandleSeconds: row['aht_s']!,
        patienceSeconds: row['patience_s']!,
        concurrency: row['max_concurrency']!,
        slowdownFraction: row['slowdown_percent']! / 100,
      };
      const state = chatModel.performance(load, row['agents']!);
      const busy = state.concurrency!();
      return {
        p_wait: state.waitProbability,
        p_abandon: state.abandonmentFraction,
        sl_offered: state.serviceLevelFraction(row['t_s']!, 'answered-of-offered'),
        asa_answered: state.asaSeconds(),
        queue_len: state.meanQueueLength,
        mean_active_chats: busy.meanActiveContacts,
        agent_busy_fraction: busy.busyAgentFraction,
        slot_occupancy: busy.slotOccupancyFraction,
      };
    });
    expect(rows).toHaveLength(8);
    expect(wrong).toEqual([]);
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runCommandLine } from '../../apps/cli/src/frame/run-for-test.js';
import { describeWithData, SHARED_DATA, sharedRows } from '../kit/shared-data.js';
import { differsFromReference } from '../kit/staffing-golden.js';

/** Columns of the reference tables by the columns of `yotei staff` that must hold the same. */
const MEASURES = {
  offered_load: 'load_erlangs',
  p_wait: 'wait_probability',
  p_abandon: 'abandonment',
  p_block: 'blocking',
  sl: 'service_level_achieved',
  sl_offered: 'service_level_achieved',
  asa: 'asa_seconds_achieved',
  asa_answered: 'asa_seconds_achieved',
  queue_len: 'mean_queue_length',
  occupancy: 'occupancy',
  p_served: 'attempt_answered',
  mean_active_chats: 'active_contacts',
  agent_busy_fraction: 'agents_busy',
  slot_occupancy: 'slots_used',
} as const;
const CALLS = 'contacts=calls,interval_seconds=interval_s,handle_seconds=aht_s,answer_within_seconds=t_s';

describeWithData('queueing-golden', 'yotei staff on a whole file', () => {
  it.each([
    ['erlang-a', `${CALLS},patience_seconds=patience_s`, [], 6],
    ['erlang-c', CALLS, [], 6],
    ['erlang-b', 'contacts=offered_load,agents=servers', ['--interval', '60s', '--handle-time', '60s'], 3],
    ['erlang-x', `${CALLS},patience_seconds=patience_s,redial=redial_prob`, [], 8],
    [
      'chat',
      `${CALLS.replace('=calls', '=chats').replace('=aht_s', '=single_chat_aht_s')},patience_seconds=patience_s,concurrency=max_concurrency,slowdown=slowdown_per_extra`,
      [],
      8,
    ],
  ])(
    'prints the 60-digit reference values of %s to 15 digits, from file to file',
    async (model, columns, more, least) => {
      const folder = await mkdtemp(join(tmpdir(), 'yotei-golden-'));
      const out = join(folder, 'staffed.csv');
      const input = resolve(SHARED_DATA, `queueing-golden/${model}.csv`);
      const options = ['--in', input, '--columns', columns, '--model', model, '--exact', '--out', out, ...more];
      expect(await runCommandLine(['staff', ...options])).toEqual({ exitCode: 0, out: '', error: '' });
      const [want, got] = [sharedRows(input), sharedRows(out)];
      const compared = Object.entries(MEASURES).filter(([table, ours]) => table in want[0]! && ours in got[0]!);
      const wrong = want.flatMap((row, index) =>
        compared
          .filter(([table]) => row[table] !== '')
          .filter(([table, ours]) => differsFromReference(Number(got[index]![ours]), Number(row[table]), table))
          .map(([table, ours]) => `${row['id']} ${table}: ${got[index]![ours]}, table ${row[table]}`),
      );
      expect(got.length).toBe(want.length);
      expect(compared.length).toBeGreaterThanOrEqual(least);
      expect(wrong).toEqual([]);
      await rm(folder, { recursive: true });
    },
  );
});

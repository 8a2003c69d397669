import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runCommandLine } from '../../apps/cli/src/frame/run-for-test.js';
import { describeWithData, SHARED_DATA, sharedRows } from '../kit/shared-data.js';
import { differsFromReference } from '../kit/staffing-golden.js';

const MEASURES = {
  p_wait: 'wait_probability',
  p_abandon: 'abandonment',
  sl_offered: 'service_level_achieved',
  asa_answered: 'asa_seconds_achieved',
  queue_len: 'mean_queue_length',
} as const;
const COLUMNS =
  'contacts=calls,interval_seconds=interval_s,handle_seconds=aht_s,answer_within_seconds=t_s,patience_seconds=patience_s';

describeWithData('queueing-golden', 'yotei staff on a whole file', () => {
  it('prints the 60-digit reference values of Erlang A to 15 digits, from file to file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yotei-golden-'));
    const out = join(folder, 'staffed.csv');
    const input = resolve(SHARED_DATA, 'queueing-golden/erlang-a.csv');
    const ran = await runCommandLine(['staff', '--in', input, '--columns', COLUMNS, '--exact', '--out', out]);
    expect(ran).toEqual({ exitCode: 0, out: '', error: '' });
    const wrong = sharedRows(out).flatMap((row) =>
      Object.entries(MEASURES)
        .filter(([want, got]) => row[want] !== '' && differsFromReference(Number(row[got]), Number(row[want]), want))
        .map(([want, got]) => `${row['id']} ${want}: ${row[got]}, table ${row[want]}`),
    );
    expect(sharedRows(out).length).toBeGreaterThan(3000);
    expect(wrong).toEqual([]);
    await rm(folder, { recursive: true });
  });
});

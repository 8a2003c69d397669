import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '../../apps/cli/src/frame/run-for-test.js';
import { TEST_PASSWORD, useTestApi } from '../kit/test-api.js';
import { newTestCentre, type TestCentre } from '../kit/test-centre.js';

describe('yotei import, into a running centre', () => {
  const api = useTestApi({ worker: true });
  const folder = mkdtempSync(join(tmpdir(), 'yotei-import-'));
  let centre: TestCentre;

  beforeAll(async () => {
    centre = await newTestCentre(api);
    process.env['YOTEI_PASSWORD'] = TEST_PASSWORD;
  }, 60_000);
  afterAll(() => {
    delete process.env['YOTEI_PASSWORD'];
    rmSync(folder, { recursive: true, force: true });
  });

  const load = (file: string, ...more: string[]) =>
    runCommandLine(['import', '--file', file, '--to', api.url, '--email', centre.planner.email, '--json', ...more]);

  it('loads a file, leaves out what is wrong with its reason, and changes nothing the second time', async () => {
    const file = join(folder, 'history.csv');
    const rejects = join(folder, 'rejects.csv');
    writeFileSync(file, 'local_time,calls\n2026-06-01 09:00,12\n2026-06-01 09:15,many\n2026-06-01 09:30,7\n');
    const options = ['--create-queues', '--site', 'Dublin', '--rejects', rejects];
    const first = await load(file, ...options);
    expect(first.error).toContain('1 rows were left out');
    expect(JSON.parse(first.out)).toEqual({ read: 3, accepted: 2, rejected: 1, changed: 2 });
    expect(first.exitCode).toBe(1);
    expect(readFileSync(rejects, 'utf8')).toContain('3,calls,not-a-number');
    expect(JSON.parse((await load(file, ...options)).out)).toMatchObject({ changed: 0 });
  }, 60_000);

  it('says in one line what it cannot do', async () => {
    const file = join(folder, 'absent.csv');
    expect(await load(file)).toMatchObject({ exitCode: 2, error: expect.stringContaining('no such file') });
    const elsewhere = await runCommandLine([
      'import',
      '--file',
      file,
      '--to',
      'http://127.0.0.1:9',
      '--email',
      'a@b.example',
    ]);
    expect(elsewhere).toMatchObject({ exitCode: 2, error: expect.stringContaining('no centre answers') });
    expect(await load(file, '--site', 'Atlantis')).toMatchObject({ exitCode: 2 });
  }, 60_000);
});

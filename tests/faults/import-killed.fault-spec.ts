import { differences, inventCalls, storedFacts, type InventedCalls } from '../kit/invented-calls.js';
import type { PlannerClient } from '../kit/planner-client.js';
import { ProgramFolder } from '../kit/program-folder.js';
import { until, type RunningProgram } from '../kit/running-program.js';

const ROWS = 100_000;

describe('an import, when', () => {
  const home = new ProgramFolder();
  let program: RunningProgram;
  let planner: PlannerClient;
  let siteId: string;

  beforeAll(async () => {
    program = await home.start();
    planner = await home.newCentre(program, { agents: 3, agentAccounts: 0 });
    siteId = (await planner.organisation()).sites[0]!.id;
  }, 120_000);

  afterAll(() => home.remove(), 60_000);

  const load = ({ csv }: InventedCalls): Promise<{ importId: string; jobId: string }> =>
    planner.startImport(csv, { fileName: 'calls.csv', zone: 'UTC', siteId, createQueues: true });

  interface Progress {
    readonly state: string;
    readonly read: number;
  }
  const progress = async (importId: string): Promise<Progress> =>
    (await program.rows<Progress>('select state, read_count::int as read from imports where id = $1', [importId]))[0]!;

  /** Uploads, starts, and returns while the import is under way. */
  async function underWay(calls: InventedCalls): Promise<{ importId: string; jobId: string }> {
    const started = await load(calls);
    await until('the import has loaded something', async () => (await progress(started.importId)).read >= ROWS / 4);
    return started;
  }

  const wholeOf = (calls: InventedCalls) => ({
    readCount: calls.rows,
    acceptedCount: calls.facts.length,
    rejectedCount: calls.spoilt,
    changedCount: calls.facts.length,
  });

  /** The job was cut short and begun again, and nothing of that shows in what it leaves. */
  async function expectWhole(calls: InventedCalls, { importId, jobId }: { importId: string; jobId: string }) {
    const { state, result, errorCode } = await planner.endOf(jobId);
    expect({ state, errorCode, result }).toEqual({ state: 'DONE', errorCode: null, result: wholeOf(calls) });
    const [job] = await program.rows<{ attempts: number }>('select attempts from jobs where id = $1', [jobId]);
    expect(job!.attempts).toBeGreaterThan(1);
    const { importRun } = await planner.ask(
      'query ($id: ID!) { importRun(id: $id) { state readCount acceptedCount rejectedCount changedCount } }',
      { id: importId },
    );
    expect(importRun).toEqual({ state: 'DONE', ...wholeOf(calls) });
    const [{ rejects } = { rejects: -1 }] = await program.rows<{ rejects: number }>(
      'select count(*)::int as rejects from import_rejects where import_id = $1',
      [importId],
    );
    expect(rejects).toBe(calls.spoilt);
    expect(differences(await storedFacts(program), calls.facts)).toEqual([]);
  }

  it('the database is killed, loads every row once; loading the file again changes nothing', async () => {
    const calls = inventCalls({ rows: ROWS, salt: 1 });
    const started = await underWay(calls);
    await program.killDatabase();
    await expectWhole(calls, started);
    const again = await load(calls);
    const { result } = await planner.endOf(again.jobId);
    expect(result).toEqual({ ...wholeOf(calls), changedCount: 0 });
  }, 180_000);

  it('its worker is killed, is taken up by the next worker; every row is changed once', async () => {
    const calls = inventCalls({ rows: ROWS, salt: 2 });
    const started = await underWay(calls);
    const [worker] = program.childProcesses('worker');
    process.kill(worker!, 'SIGKILL');
    await expectWhole(calls, started);
    expect(program.childProcesses('worker')).not.toContain(worker);
  }, 180_000);

  it('the database is killed between upload and start, still has the file', async () => {
    const calls = inventCalls({ rows: 2_000, salt: 3 });
    const upload = await planner.upload('calls.csv', calls.csv);
    await program.killDatabase();
    const [kept] = await program.rows<{ bytes: number }>(
      'select sum(length(content))::int as bytes from import_chunks where import_id = $1',
      [upload.uploadId],
    );
    expect(kept!.bytes).toBe(calls.csv.length);
  }, 120_000);
});

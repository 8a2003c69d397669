import { JobQueue } from '../../apps/api/src/platform/jobs/job-queue.js';
import { useTestApi } from '../kit/test-api.js';
import { finishedJob, newTestCentre, TEST_TODAY, type TestCentre } from '../kit/test-centre.js';
import { untilSo, WorkerProcesses } from '../kit/worker-processes.js';

interface PartRow {
  readonly part: string;
  readonly holder: string | null;
  readonly done: boolean;
}

/** Three parts of the ten agents of the test centre. */
const SPLIT = { by: 'size', agentsMax: 4 };

describe('a roster run in parts on three worker processes', () => {
  const api = useTestApi();
  let workers: WorkerProcesses;
  let centre: TestCentre;
  let scheduleId: string;

  const startWorker = () => workers.start({ YOTEI_ROSTER_THREADS: '2' });
  const parts = (): Promise<PartRow[]> =>
    api.db.peek<PartRow>(
      'select part, holder_id as holder, result is not null as done from roster_parts order by part',
    );
  const scheduleVersion = async (): Promise<number> =>
    (await api.db.peek<{ version: number }>('select version from schedules where id = $1', [scheduleId]))[0]!.version;
  const shiftCount = async (): Promise<number> =>
    (
      await api.db.peek<{ n: number }>('select count(*)::integer as n from shifts where schedule_id = $1', [scheduleId])
    )[0]!.n;
  const helpersAtWork = async (): Promise<number> =>
    (
      await api.db.peek<{ n: number }>(
        `select count(*)::integer as n from jobs where kind = 'roster-part' and finished_at is null`,
      )
    )[0]!.n;

  async function start(timeLimitSeconds: number): Promise<string> {
    const order = { scheduleId, timeLimitSeconds, keepLocked: true, keepHandEdited: true, split: SPLIT };
    const { id } = await api.app
      .get(JobQueue, { strict: false })
      .enqueue(centre.context, 'roster', order, { seed: 1, subjectId: scheduleId });
    return id;
  }

  beforeAll(async () => {
    workers = new WorkerProcesses(api.db.runtimeUrl, (sql, parameters) => api.db.peek(sql, parameters));
    for (let n = 0; n < 3; n++) await startWorker();
    centre = await newTestCentre(api);
    const { startForecast } = await api.data<{ startForecast: { job: { id: string } } }>(
      `mutation ($fromOn: LocalDate!) { startForecast(fromOn: $fromOn, days: 14, methodId: "planner-mean") { ... on JobStarted { job { id } } } }`,
      { fromOn: TEST_TODAY },
      centre.planner,
    );
    await finishedJob(api, centre.planner, startForecast.job.id);
    await api.data(
      `mutation ($on: LocalDate!) { computeRequirement(fromOn: $on, days: 7) { __typename } }`,
      { on: centre.weekOn },
      centre.planner,
    );
    const { createSchedule } = await api.data<{ createSchedule: { schedule: { id: string } } }>(
      `mutation ($on: LocalDate!) { createSchedule(weekStartOn: $on) { ... on ScheduleCreated { schedule { id } } } }`,
      { on: centre.weekOn },
      centre.planner,
    );
    scheduleId = createSchedule.schedule.id;
  }, 240_000);

  afterAll(() => workers.killAll());

  it('is planned by all three, survives the death of one, and is stored once', async () => {
    const before = await scheduleVersion();
    const id = await start(20);
    const holders = async () => (await parts()).flatMap(({ holder }) => (holder === null ? [] : [holder]));
    await untilSo(async () => new Set(await holders()).size === 3);
    await workers.kill(workers.alive[0]!);
    const job = await finishedJob(api, centre.planner, id);
    expect(job).toMatchObject({ state: 'DONE', result: { shifts: expect.any(Number), gapHours: expect.any(Number) } });
    expect(await shiftCount()).toBe(job.result!.shifts);
    expect(await scheduleVersion()).toBe(before + 1);
    expect(await parts()).toEqual([]);
    await untilSo(async () => (await helpersAtWork()) === 0);
  }, 300_000);

  it('is cancelled as a whole and keeps the best of every part', async () => {
    await startWorker();
    const before = await scheduleVersion();
    const id = await start(300);
    const bestOf = async (): Promise<unknown> =>
      (await api.db.peek<{ best: unknown }>(`select progress->'bestCost' as best from jobs where id = $1`, [id]))[0]!
        .best;
    // Costs are summed when every part has a roster.
    await untilSo(async () => typeof (await bestOf()) === 'number');
    const [{ progress }] = (await api.db.peek<{ progress: { parts: { agents: number }[] } }>(
      'select progress from jobs where id = $1',
      [id],
    )) as [{ progress: { parts: { agents: number }[] } }];
    expect(progress.parts.map(({ agents }) => agents).sort()).toEqual([3, 3, 4]);
    await api.app.get(JobQueue, { strict: false }).cancel(centre.context, id);
    const job = await finishedJob(api, centre.planner, id);
    expect(job).toMatchObject({ state: 'DONE', result: { stoppedBy: 'cancel' } });
    expect(await shiftCount()).toBe(job.result!.shifts);
    expect(await scheduleVersion()).toBe(before + 1);
    await untilSo(async () => (await helpersAtWork()) === 0);
  }, 300_000);
});

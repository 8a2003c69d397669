import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { RandomSource } from '../../apps/api/src/platform/clock/clock.js';
import { readSettings } from '../../apps/api/src/config/settings.js';
import { EventBus } from '../../apps/api/src/platform/events/event-bus.js';
import { JobQueue } from '../../apps/api/src/platform/jobs/job-queue.js';
import { JobStore } from '../../apps/api/src/platform/jobs/job-store.js';
import { createLogger } from '../../apps/api/src/platform/observability/logger.js';
import type { RequestContext } from '../../apps/api/src/platform/context/request-context.js';
import { newOrganisation, useTestDatabase } from '../kit/test-database.js';

interface JobRow {
  readonly state: string;
  readonly attempts: number;
  readonly result: { readonly worker: number } | null;
}

describe('a job whose worker', () => {
  const db = useTestDatabase();
  const workers: ChildProcess[] = [];
  let context: RequestContext;
  let queue: JobQueue;

  beforeAll(async () => {
    const settings = readSettings({ NODE_ENV: 'test', DATABASE_URL: db.runtimeUrl, YOTEI_LOG_LEVEL: 'silent' });
    const events = new EventBus(settings, createLogger(settings, 'test'));
    queue = new JobQueue(settings, db.database, events, new RandomSource(), new JobStore(events));
    context = await newOrganisation(db);
  });

  afterEach(async () => {
    for (const worker of workers.splice(0)) {
      if (worker.exitCode === null && worker.signalCode === null) {
        worker.kill('SIGKILL');
        await once(worker, 'exit');
      }
    }
  });

  async function startWorker(): Promise<ChildProcess> {
    const worker = fork(join(__dirname, '..', 'kit', 'test-worker.mjs'), {
      env: {
        ...process.env,
        NODE_ENV: 'test',
        DATABASE_URL: db.runtimeUrl,
        YOTEI_WORKER_CONCURRENCY: '1',
        YOTEI_LOG_LEVEL: 'error',
      },
    });
    workers.push(worker);
    await once(worker, 'message');
    return worker;
  }

  const job = async (id: string): Promise<JobRow> =>
    (await db.peek<JobRow>('select state, attempts, result from jobs where id = $1', [id]))[0]!;
  const appliedBy = async (): Promise<string[]> =>
    (await db.peek<{ code: string }>('select code from skills')).map(({ code }) => code);

  async function until(condition: () => Promise<boolean>): Promise<void> {
    while (!(await condition())) await sleep(100);
  }

  it('is killed is taken over by another and its result applied once', async () => {
    const first = await startWorker();
    const { id } = await queue.enqueue(context, 'test-slow', { millis: 3_000 });
    await until(async () => (await job(id)).state === 'running');
    first.kill('SIGKILL');
    const second = await startWorker();
    await until(async () => (await job(id)).state === 'done');
    expect(await job(id)).toMatchObject({ attempts: 2, result: { worker: second.pid } });
    expect(await appliedBy()).toEqual([`by-${second.pid}`]);
    await db.peek('delete from skills');
  }, 60_000);

  it('is frozen and wakes up after another has finished stores nothing twice', async () => {
    const first = await startWorker();
    const { id } = await queue.enqueue(context, 'test-slow', { millis: 3_000 });
    await until(async () => (await job(id)).state === 'running');
    first.kill('SIGSTOP');
    const second = await startWorker();
    await until(async () => (await job(id)).state === 'done');
    first.kill('SIGCONT');
    await sleep(6_000); // its computation ends, its transaction is refused
    expect(await job(id)).toMatchObject({ state: 'done', result: { worker: second.pid } });
    expect(await appliedBy()).toEqual([`by-${second.pid}`]);
  }, 60_000);
});

import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { readSettings, type Settings } from '../../apps/api/src/config/settings.js';
import { RandomSource } from '../../apps/api/src/platform/clock/clock.js';
import type { RequestContext } from '../../apps/api/src/platform/context/request-context.js';
import { createDataSource } from '../../apps/api/src/platform/database/data-source.js';
import { TenantDatabase } from '../../apps/api/src/platform/database/tenant-database.js';
import { EmbeddedDatabase } from '../../apps/api/src/platform/embedded-database/embedded-database.js';
import { EventBus } from '../../apps/api/src/platform/events/event-bus.js';
import { JobQueue } from '../../apps/api/src/platform/jobs/job-queue.js';
import { JobStore } from '../../apps/api/src/platform/jobs/job-store.js';
import { JobEntity } from '../../apps/api/src/platform/jobs/job.entity.js';
import { createLogger } from '../../apps/api/src/platform/observability/logger.js';

const ROOT = join(__dirname, '..', '..');

/** Waits at most a minute, so that a broken promise fails instead of hanging. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('nothing happened for a minute');
    await sleep(20);
  }
}

describe('when the database is killed', () => {
  let folder: string;
  let embedded: EmbeddedDatabase;
  let restarts = 0;
  let dataSource: DataSource;
  let database: TenantDatabase;
  let settings: Settings;
  let context: RequestContext;
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'yotei-killed-'));
    embedded = await EmbeddedDatabase.start({ folder, onRestarted: () => (restarts += 1) });
    // As the program does it: the migrations are ES modules, which this process cannot load a second time.
    execFileSync(process.execPath, [join(ROOT, 'apps/api/dist/main.js'), 'migrate'], {
      env: { ...process.env, DATABASE_URL: embedded.runtimeUrl, DATABASE_MIGRATION_URL: embedded.ownerUrl },
      stdio: 'ignore',
    });
    settings = readSettings({ NODE_ENV: 'test', DATABASE_URL: embedded.runtimeUrl, YOTEI_LOG_LEVEL: 'silent' });
    dataSource = await createDataSource({
      url: embedded.runtimeUrl,
      entities: [JobEntity],
      poolSize: 5,
      applicationName: 'yotei-test',
      onPoolError: () => undefined,
    }).initialize();
    database = new TenantDatabase(dataSource);
    context = { organisationId: uuidv7(), userId: null, roles: [], requestId: 'test' };
    await database.withTenant(context, (tx) =>
      tx.query('insert into organisations (id, name) values ($1, $2)', [context.organisationId, 'Centre']),
    );
  }, 60_000);

  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await dataSource.destroy();
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  async function killAndWait(): Promise<void> {
    const before = restarts;
    process.kill(embedded.processId, 'SIGKILL');
    await until(() => restarts > before);
  }

  it('every write it has confirmed is there afterwards', async () => {
    const confirmed: string[] = [];
    let stop = false;
    const writing = (async () => {
      for (let index = 0; !stop; index += 1) {
        const code = `skill-${index}`;
        await database
          .withTenant(context, (tx) =>
            tx.query('insert into skills (organisation_id, code, name) values ($1, $2, $2)', [
              context.organisationId,
              code,
            ]),
          )
          .then(
            () => confirmed.push(code),
            () => sleep(20),
          );
      }
    })();
    for (let round = 0; round < 3; round += 1) {
      const had = confirmed.length;
      await until(() => confirmed.length >= had + 50);
      await killAndWait();
    }
    stop = true;
    await writing;
    const kept = new Set(
      (await database.read<{ code: string }>(context, 'select code from skills')).map(({ code }) => code),
    );
    expect(confirmed.length).toBeGreaterThan(150);
    expect(confirmed.filter((code) => !kept.has(code))).toEqual([]);
    await database.withTenant(context, (tx) => tx.query('delete from skills'));
  }, 120_000);

  it('a job that was running is finished, once', async () => {
    const events = new EventBus(settings, createLogger(settings, 'test'));
    const queue = new JobQueue(settings, database, events, new RandomSource(), new JobStore(events));
    const worker = fork(join(ROOT, 'tests', 'kit', 'test-worker.mjs'), {
      env: {
        ...process.env,
        NODE_ENV: 'test',
        DATABASE_URL: embedded.runtimeUrl,
        YOTEI_WORKER_CONCURRENCY: '1',
        YOTEI_LOG_LEVEL: process.env['WLOG'] ?? 'fatal',
      },
    });
    children.push(worker);
    await once(worker, 'message');
    const { id } = await queue.enqueue(context, 'test-slow', { millis: 1_500 });
    const stateOf = async (): Promise<string | null> =>
      (await database.read<{ state: string }>(context, 'select state from jobs where id = $1', [id]).catch(() => []))[0]
        ?.state ?? null;
    await until(async () => (await stateOf()) === 'running');
    await killAndWait();
    await until(async () => (await stateOf()) === 'done');
    expect(await database.read(context, 'select code from skills')).toEqual([{ code: `by-${worker.pid}` }]);
    expect(worker.exitCode).toBeNull();
  }, 120_000);

  it('listeners hear again, and are told to look at the rows', async () => {
    const events = new EventBus(settings, createLogger(settings, 'test'));
    const heard: unknown[] = [];
    await events.listen(context, 'board', (event) => heard.push(event));
    await killAndWait();
    await until(() => heard.length > 0);
    await database.withTenant(context, (tx) =>
      events.publish(tx, context, { topic: 'board', payload: { version: 2 } }),
    );
    await until(() => heard.length > 1);
    expect(heard).toEqual([{ kind: 'resync' }, { kind: 'event', payload: { version: 2 } }]);
    await events.onApplicationShutdown();
  }, 60_000);

  it('a server that is not ours on the port is not taken for it', async () => {
    const client = new pg.Client({ connectionString: embedded.superuserUrl().replace(/:[^:@]+@/, ':wrong@') });
    await expect(client.connect()).rejects.toMatchObject({ code: '28P01' });
  });
});

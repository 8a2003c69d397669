import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';
import { TenantDatabase } from '../../apps/api/src/platform/database/tenant-database.js';
import { inputSha256 } from '../../apps/api/src/platform/jobs/canonical-json.js';
import { JobQueue } from '../../apps/api/src/platform/jobs/job-queue.js';
import { useTestApi, type Loose, type TestPerson } from '../kit/test-api.js';
import { testJobsFeature } from '../kit/test-jobs.js';

const JOB = `query ($id: ID!) { job(id: $id) { id kind state subjectId requestedBy attempts progressFraction progress errorCode correlationId inputHash seed result createdAt startedAt finishedAt } }`;
const WATCH = `subscription ($id: ID!) { jobChanged(id: $id) { state progressFraction progress result } }`;

/** A browser's socket: with the page's cookie and origin. */
function socketOf(url: string, person: Pick<TestPerson, 'cookie'> | null, origin = url): Client {
  class PageSocket extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { origin, headers: person ? { cookie: person.cookie } : {} });
    }
  }
  return createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: PageSocket,
    retryAttempts: 0,
    lazy: true,
  });
}

describe('jobs', () => {
  const api = useTestApi({ worker: true, extraFeatures: [testJobsFeature] });
  const queue = (): JobQueue => api.app.get(JobQueue, { strict: false });

  async function settled(id: string, person: TestPerson): Promise<Loose> {
    for (;;) {
      const { job } = await api.data<Loose>(JOB, { id }, person);
      if (['DONE', 'FAILED', 'CANCELLED'].includes(job.state)) return job;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  it('freezes the input, computes in the worker and applies the result once', async () => {
    const planner = await api.person(['planner']);
    const started = await queue().enqueue(
      planner.context,
      'test-busy',
      { millis: 50, code: 'once' },
      { seed: 7, subjectId: 'week-45' },
    );
    const job = await settled(started.id, planner);
    expect(job).toMatchObject({
      state: 'DONE',
      kind: 'test-busy',
      seed: 7,
      subjectId: 'week-45',
      requestedBy: 'Test planner',
      attempts: 1,
      progressFraction: 1,
      errorCode: null,
      result: { seed: 7, for: planner.context.userId },
    });
    expect(job.inputHash).toBe(inputSha256({ code: 'once', millis: 50 }));
    expect(await api.db.peek(`select 1 from skills where code = 'once'`)).toHaveLength(1);
  });

  it('is not queued when the transaction that asked for it rolls back', async () => {
    const planner = await api.person(['planner']);
    const database = api.app.get(TenantDatabase, { strict: false });
    const asked = database.withTenant(planner.context, async () => {
      await queue().enqueue(planner.context, 'test-busy', { millis: 1, code: 'never' });
      throw new Error('second thoughts');
    });
    await expect(asked).rejects.toThrow('second thoughts');
    expect(
      await api.db.peek('select 1 from jobs where organisation_id = $1', [planner.context.organisationId]),
    ).toEqual([]);
    expect(
      await api.db.peek(`select 1 from graphile_worker._private_jobs where payload->>'organisationId' = $1`, [
        planner.context.organisationId,
      ]),
    ).toEqual([]);
  });

  it('stores an expected failure with its code and details, without trying again', async () => {
    const planner = await api.person(['planner']);
    const started = await queue().enqueue(planner.context, 'test-failing', { expected: true });
    expect(await settled(started.id, planner)).toMatchObject({
      state: 'FAILED',
      errorCode: 'NOT_ENOUGH_HISTORY',
      attempts: 1,
      result: { haveDays: 3 },
      correlationId: null,
    });
  });

  it('tries again after an unexpected failure', async () => {
    const planner = await api.person(['planner']);
    const started = await queue().enqueue(planner.context, 'test-flaky', { code: 'x' });
    expect(await settled(started.id, planner)).toMatchObject({ state: 'DONE', attempts: 2, result: 'second attempt' });
  }, 30_000);

  it('stops a busy computation within a second of being cancelled and applies nothing', async () => {
    const planner = await api.person(['planner']);
    const started = await queue().enqueue(planner.context, 'test-busy', { millis: 60_000, code: 'cancelled' });
    const states: string[] = [];
    const client = socketOf(api.url, planner);
    for await (const { data } of client.iterate<Loose>({ query: WATCH, variables: { id: started.id } })) {
      const { state, progress } = (data as Loose).jobChanged;
      states.push(state);
      if (state === 'RUNNING' && progress?.steps) {
        const { cancelJob } = await api.data<Loose>(
          'mutation ($id: ID!) { cancelJob(id: $id) { __typename } }',
          { id: started.id },
          planner,
        );
        expect(cancelJob.__typename).toBe('JobStarted');
      }
      if (state === 'CANCELLED') break;
    }
    await client.dispose();
    expect(states.at(-1)).toBe('CANCELLED');
    expect(await api.db.peek(`select 1 from skills where code = 'cancelled'`)).toHaveLength(0);
  }, 30_000);

  it('tells a page that watches through another api process', async () => {
    const other = await api.another();
    const planner = await api.person(['planner']);
    const started = await queue().enqueue(planner.context, 'test-busy', { millis: 1_500, code: 'watched' });
    const client = socketOf(other.url, planner);
    const seen: Loose[] = [];
    for await (const { data } of client.iterate<Loose>({ query: WATCH, variables: { id: started.id } })) {
      seen.push((data as Loose).jobChanged);
      if (seen.at(-1).state === 'DONE') break;
    }
    await client.dispose();
    const reports = seen.filter(({ state, progress }) => state === 'RUNNING' && progress);
    expect(reports.length).toBeGreaterThan(1);
    expect(reports.length).toBeLessThanOrEqual(8); // four a second for 1.5 seconds, and the first two
  }, 30_000);

  it('is held by a name that says it lives, however long it takes (#2)', async () => {
    const planner = await api.person(['planner']);
    const started = await queue().enqueue(planner.context, 'test-busy', { millis: 60_000, code: 'long' });
    // The heartbeat frees what is held by a name silent for ten seconds: a holder it does not know loses its own job.
    const holders = `select w.seen_at is not null as lives from graphile_worker._private_jobs j left join workers w on w.id = j.locked_by
      where j.payload->>'jobId' = $1 and j.locked_by is not null`;
    let rows: Loose[] = [];
    while (rows.length === 0) rows = await api.db.peek<Loose>(holders, [started.id]);
    // One beat comes every two seconds; the holder was there before the job.
    expect(rows).toEqual([{ lives: true }]);
    await api.data('mutation ($id: ID!) { cancelJob(id: $id) { __typename } }', { id: started.id }, planner);
    expect((await settled(started.id, planner)).attempts).toBe(1);
  }, 30_000);

  it('ends a job the queue has forgotten, in whatever organisation, once it is a minute old', async () => {
    const planners = [await api.person(['planner']), await api.person(['planner'])];
    const orphan = async (planner: TestPerson, state: string, ageSeconds: number): Promise<string> => {
      const [row] = await api.db.peek<{ id: string }>(
        `insert into jobs (organisation_id, kind, state, input, input_sha256, code_version, created_at)
         values ($1, 'test-busy', $2, '{}', repeat('0', 64), 'test', now() - make_interval(secs => $3)) returning id`,
        [planner.context.organisationId, state, ageSeconds],
      );
      return row!.id;
    };
    const young = await orphan(planners[0]!, 'running', 0);
    const old = [await orphan(planners[0]!, 'running', 90), await orphan(planners[1]!, 'waiting', 90)];
    for (const [index, id] of old.entries())
      expect(await settled(id, planners[index]!)).toMatchObject({ state: 'FAILED', errorCode: 'WORKER_LOST' });
    expect((await api.data<Loose>(JOB, { id: young }, planners[0]!)).job.state).toBe('RUNNING');
    const database = api.app.get(TenantDatabase, { strict: false });
    const seen = await database.withoutTenant((tx) => tx.query('select id from jobs'));
    expect(seen).toEqual([]);
    expect(
      await database.withoutTenant((tx) =>
        tx.query(`select set_config('app.lost_jobs', 'look', true)`).then(() => tx.query('select id from jobs')),
      ),
    ).toEqual([]);
  }, 30_000);

  it('shows nothing of it to another organisation', async () => {
    const [planner, stranger] = [await api.person(['planner']), await api.person(['planner'])];
    const started = await queue().enqueue(planner.context, 'test-busy', { millis: 10, code: 'private' });
    expect(await api.data(JOB, { id: started.id }, stranger)).toEqual({ job: null });
    const { cancelJob } = await api.data<Loose>(
      'mutation ($id: ID!) { cancelJob(id: $id) { __typename } }',
      { id: started.id },
      stranger,
    );
    expect(cancelJob.__typename).toBe('NotFound');
    await settled(started.id, planner);
  });

  it('can be stopped by a manager who asked for it, and others of it by planners alone', async () => {
    const planner = await api.person(['planner']);
    const manager = await api.person(['manager'], planner.context);
    const CANCEL = 'mutation ($id: ID!) { cancelJob(id: $id) { __typename } }';
    const [own, other] = [
      await queue().enqueue(manager.context, 'test-busy', { millis: 60_000, code: 'own' }),
      await queue().enqueue(planner.context, 'test-busy', { millis: 60_000, code: 'other' }),
    ];
    const MAY = 'query ($id: ID!) { job(id: $id) { mayStop } }';
    expect(await api.data(MAY, { id: own.id }, manager)).toEqual({ job: { mayStop: true } });
    expect(await api.data(MAY, { id: other.id }, manager)).toEqual({ job: { mayStop: false } });
    expect(await api.data(MAY, { id: own.id }, planner)).toEqual({ job: { mayStop: true } });
    expect((await api.gql(CANCEL, { id: other.id }, manager)).errors![0]!.extensions.code).toBe('FORBIDDEN');
    await api.data(CANCEL, { id: own.id }, manager);
    await api.data(CANCEL, { id: other.id }, planner);
    expect((await settled(own.id, manager)).state).toBe('CANCELLED');
    expect((await settled(other.id, manager)).state).toBe('CANCELLED');
  }, 30_000);

  it('pages from the newest to the oldest', async () => {
    const planner = await api.person(['planner']);
    const ids: string[] = [];
    for (let index = 0; index < 3; index += 1)
      ids.unshift((await queue().enqueue(planner.context, 'test-busy', { millis: 1, code: `page-${index}` })).id);
    const PAGE =
      'query ($after: String) { jobs(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }';
    const first = await api.data<Loose>(PAGE, {}, planner);
    const second = await api.data<Loose>(PAGE, { after: first.jobs.pageInfo.endCursor }, planner);
    expect([...first.jobs.edges, ...second.jobs.edges].map(({ node }: Loose) => node.id)).toEqual(ids);
    expect([first.jobs.pageInfo.hasNextPage, second.jobs.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  describe('the WebSocket', () => {
    async function answerTo(client: Client, query: string): Promise<Loose> {
      try {
        for await (const result of client.iterate({ query })) return result;
        return null;
      } catch (error) {
        return error;
      } finally {
        await client.dispose();
      }
    }

    it('runs no query and no mutation', async () => {
      const planner = await api.person(['planner']);
      for (const query of ['{ viewer { name } }', 'mutation { signOut }']) {
        expect(JSON.stringify(await answerTo(socketOf(api.url, planner), query))).toContain('Only subscriptions');
      }
      expect((await api.data<Loose>('{ viewer { email } }', {}, planner)).viewer.email).toBe(planner.email);
    });

    it('does not keep an api process from stopping', async () => {
      const other = await api.another();
      const planner = await api.person(['planner']);
      const started = await queue().enqueue(planner.context, 'test-busy', { millis: 1, code: 'watched-to-the-end' });
      const client = socketOf(other.url, planner);
      const watching = client.iterate({ query: WATCH, variables: { id: started.id } });
      await watching.next();
      await other.close();
      await client.dispose();
      await expect(fetch(other.url)).rejects.toThrow();
    });

    it('applies the limits of the HTTP side', async () => {
      const planner = await api.person(['planner']);
      const many = Array.from({ length: 40 }, (_, index) => `a${index}: state`).join(' ');
      expect(
        JSON.stringify(await answerTo(socketOf(api.url, planner), `subscription { jobChanged(id: "x") { ${many} } }`)),
      ).toMatch(/alias/i);
    });

    it('admits neither strangers nor pages of another site', async () => {
      const planner = await api.person(['planner']);
      expect(await answerTo(socketOf(api.url, null), 'subscription { jobChanged(id: "x") { id } }')).toMatchObject({
        code: 4403,
      });
      const foreign = await answerTo(
        socketOf(api.url, planner, 'https://evil.example'),
        'subscription { jobChanged(id: "x") { id } }',
      );
      expect(foreign.message ?? foreign.reason).toMatch(/403/);
    });
  });
});

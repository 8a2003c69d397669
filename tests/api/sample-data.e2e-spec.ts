import { finishedJob } from '../kit/test-centre.js';
import { useTestApi, type Loose, type TestPerson } from '../kit/test-api.js';

const api = useTestApi({ worker: true });

const STATE = `{ sampleData { state mayFill jobId agentCount queueCount uses { what count } } }`;
const FILL = `mutation ($language: String!) { fillSampleData(language: $language) { __typename ... on JobStarted { job { id } } ... on InvalidInput { message } } }`;
const REMOVE = `mutation { removeSampleData { __typename ... on SampleDataRemoved { agentCount } ... on SampleDataInUse { uses { what count } } } }`;
/** Rows of the organisation by table, of all that sample data writes or lets grow. */
const TABLES = ['agents', 'queues', 'sites', 'teams', 'skills', 'contracts', 'shift_templates', 'rule_settings'];
const GROWN = ['interval_facts', 'calendar_events', 'requirements', 'schedules', 'shifts', 'capacity_plans'];

let planner: TestPerson;
const state = async () => (await api.data<Loose>(STATE, {}, planner)).sampleData;
const fill = async () => (await api.data<Loose>(FILL, { language: 'ja' }, planner)).fillSampleData;
const remove = async () => (await api.data<Loose>(REMOVE, {}, planner)).removeSampleData;
const counts = async (tables: readonly string[]) => {
  const found: Record<string, number> = {};
  for (const table of tables) {
    const [row] = await api.db.peek<{ n: number }>(
      `select count(*)::int as n from ${table} where organisation_id = $1`,
      [planner.context.organisationId],
    );
    found[table] = row!.n;
  }
  return found;
};
const own = (sql: string, values: readonly unknown[] = []) =>
  api.db.peek<Loose>(sql, [planner.context.organisationId, ...values]);

beforeAll(async () => {
  planner = await api.person(['planner']);
}, 60_000);

describe('sample data', () => {
  it('fills an empty organisation by a job, every name marked, with twelve weeks of history', async () => {
    expect(await state()).toMatchObject({ state: 'NONE', mayFill: true });
    const started = await fill();
    expect(started.__typename).toBe('JobStarted');
    expect((await finishedJob(api, planner, started.job.id)).state).toBe('DONE');
    expect(await state()).toMatchObject({ state: 'FILLED', mayFill: false, agentCount: 40, queueCount: 5, uses: [] });
    for (const [table, name] of [
      ['sites', 'name'],
      ['teams', 'name'],
      ['skills', 'name'],
      ['contracts', 'title'],
      ['shift_templates', 'title'],
      ['queues', 'name_ja'],
    ])
      expect(
        (await own(`select ${name} as name from ${table} where organisation_id = $1`)).every((row) =>
          row.name.endsWith('（サンプル）'),
        ),
      ).toBe(true);
    const [history] = await own(
      `select (max(start_at)::date - min(start_at)::date) / 7 as weeks from interval_facts where organisation_id = $1`,
    );
    expect(history.weeks).toBeGreaterThanOrEqual(11);
    expect((await fill()).__typename).toBe('InvalidInput');
  }, 60_000);

  it('stays while something of one’s own leans on it, which is said', async () => {
    const [agent] = await own('select * from agents where organisation_id = $1 limit 1');
    await own(
      `insert into agents (organisation_id, name, site_id, team_id, contract_id, hired_on) values ($1, 'Real Rita', $2, $3, $4, '2026-01-01')`,
      [agent.site_id, agent.team_id, agent.contract_id],
    );
    await own(
      `insert into interval_facts (organisation_id, queue_id, start_at, source, offered_count)
       select $1, id, now(), 'csv', 3 from queues where organisation_id = $1 limit 1`,
    );
    const uses = [
      { what: 'agents', count: 1 },
      { what: 'imports', count: 1 },
    ];
    expect((await state()).uses).toEqual(uses);
    expect(await remove()).toEqual({ __typename: 'SampleDataInUse', uses });
    expect((await counts(['agents'])).agents).toBe(41);
    await own(`delete from agents where organisation_id = $1 and name = 'Real Rita'`);
    await own(`delete from interval_facts where organisation_id = $1 and source = 'csv'`);
  });

  it('goes whole in one press with what was planned of it, keeps what is one’s own, and can come again', async () => {
    await own(
      `insert into schedules (organisation_id, week_start_on, weeks, zone) values ($1, '2027-01-04', 1, 'Asia/Tokyo')`,
    );
    await own(`insert into capacity_plans (organisation_id, title) values ($1, 'A try')`);
    await own(`insert into skills (organisation_id, code, name) values ($1, 'mine', 'My own skill')`);
    expect(await remove()).toEqual({ __typename: 'SampleDataRemoved', agentCount: 40 });
    expect(await counts(TABLES)).toEqual({
      ...Object.fromEntries(TABLES.map((table) => [table, 0])),
      skills: 1,
    });
    expect(await counts(GROWN)).toEqual(Object.fromEntries(GROWN.map((table) => [table, 0])));
    expect((await counts(['activity_types'])).activity_types).toBeGreaterThan(4);
    expect(await state()).toMatchObject({ state: 'NONE', mayFill: true });
    expect(await remove()).toEqual({ __typename: 'NotFound' });
    expect((await fill()).__typename).toBe('JobStarted');
  });

  it('is no business of agents, and never comes where people work already', async () => {
    const agent = await api.person(['agent'], planner.context);
    for (const query of [STATE, REMOVE])
      expect((await api.gql(query, {}, agent)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await api.gql(FILL, { language: 'fr' }, planner)).data).toMatchObject({
      fillSampleData: { __typename: 'InvalidInput' },
    });
  });
});

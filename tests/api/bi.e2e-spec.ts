import { addDays } from '@yotei/time';
import { JSDOM } from 'jsdom';
import pg from 'pg';
import { REPORT_VIEWS } from '../../apps/api/src/features/reports/bi/report-views.js';
import { newTestCentre, TEST_TODAY, type TestCentre } from '../kit/test-centre.js';
import { useTestApi, type Loose, type TestPerson } from '../kit/test-api.js';

const api = useTestApi({ environment: { YOTEI_PUBLIC_URL: 'https://yotei.example' } });
let centre: TestCentre;
let key: string;
let strangerKey: string;
const untilOn = TEST_TODAY;
const fromOn = addDays(untilOn, -7);

async function keyOf(admin: TestPerson, scopes = ['reports.export']): Promise<string> {
  const { createApiKey } = await api.data<Loose>(
    'mutation ($input: ApiKeyInput!) { createApiKey(input: $input) { ... on ApiKeyCreated { secret } } }',
    { input: { title: 'BI', scopes } },
    admin,
  );
  return createApiKey.secret as string;
}

const read = (path: string, with_ = key) =>
  fetch(`${api.url}/bi/v1/${path}`, { headers: { authorization: `Bearer ${with_}` } });
const rowsOf = async (path: string, with_ = key): Promise<Loose> => (await read(path, with_)).json();

beforeAll(async () => {
  centre = await newTestCentre(api);
  key = await keyOf(await api.person(['admin'], centre.context));
  strangerKey = await keyOf(await api.person(['admin']));
}, 60_000);

describe('the reporting views', () => {
  it('are in the database as the catalogue says', async () => {
    const columns = await api.db.peek<{ view: string; name: string; kind: string }>(
      `select table_name as view, column_name as name, data_type as kind from information_schema.columns
       where table_schema = 'reporting' and table_name <> 'readers' order by table_name, ordinal_position`,
    );
    const found = Object.fromEntries(
      REPORT_VIEWS.map(({ name }) => [
        name,
        Object.fromEntries(columns.filter(({ view }) => view === name).map((column) => [column.name, column.kind])),
      ]),
    );
    expect(found).toEqual(Object.fromEntries(REPORT_VIEWS.map(({ name, columns: own }) => [name, own])));
    expect(new Set(columns.map(({ view }) => view)).size).toBe(REPORT_VIEWS.length);
    const keys = columns.filter(({ name }) => /agent_id|user_id|name|email/.test(name));
    expect(keys).toEqual([]); // no persons
  });

  it('show a database role its own organisation and no other, whatever it sets', async () => {
    const role = 'bi_reader_test';
    const run = (sql: string) => api.db.peek(sql);
    await run(`drop role if exists ${role}`);
    await run(`create role ${role} login password 'bi' connection limit 5`);
    await run(`grant usage on schema reporting to ${role}`);
    await run(`grant select on all tables in schema reporting to ${role}`);
    await run(`revoke all on reporting.readers from ${role}`);
    const url = Object.assign(new URL(api.db.superuserUrl), { username: role, password: 'bi' }).href;
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const count = async (): Promise<number> => {
        const { rows } = await client.query<{ n: string }>('select count(*) as n from reporting.interval_facts');
        return Number(rows[0]!.n);
      };
      await client.query(`select set_config('app.organisation', $1, false)`, [centre.context.organisationId]);
      expect(await count()).toBe(0); // not entered yet
      await api.db.peek('insert into reporting.readers values ($1, $2)', [role, centre.context.organisationId]);
      expect(await count()).toBeGreaterThan(1000);
      const stranger = await api.person(['admin']);
      await client.query(`select set_config('app.organisation', $1, false)`, [stranger.context.organisationId]);
      expect(await count()).toBe(0);
      await expect(client.query('select * from public.users')).rejects.toThrow(/permission denied/);
      await expect(client.query('select * from reporting.readers')).rejects.toThrow(/permission denied/);
    } finally {
      await client.end();
      await run(`drop owned by ${role}`);
      await run(`drop role ${role}`);
    }
  });
});

describe('CSV for BI tools', () => {
  it('is every interval of the days, as the database has it', async () => {
    const answer = await read(`interval_facts.csv?from=${fromOn}&to=${untilOn}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    const [head, ...lines] = (await answer.text()).trimEnd().split('\r\n');
    expect(head).toBe(Object.keys(REPORT_VIEWS[0]!.columns).join(','));
    const [{ n }] = (await api.db.peek<{ n: number }>(
      `select count(*)::integer as n from interval_facts f join queues q on q.id = f.queue_id join sites s on s.id = q.site_id
       where f.organisation_id = $1 and (f.start_at at time zone s.zone)::date >= $2 and (f.start_at at time zone s.zone)::date < $3`,
      [centre.context.organisationId, fromOn, untilOn],
    )) as [{ n: number }];
    expect(lines).toHaveLength(n);
    expect(lines[0]).toMatch(/,\d{4}-\d\d-\d\dT\d\d:\d\d:00Z,\d{4}-\d\d-\d\d,\d\d:\d\d,\d/);
  });

  it('comes of every view, to the key of the organisation only', async () => {
    for (const { name } of REPORT_VIEWS) {
      expect((await read(`${name}.csv?from=${fromOn}&to=${untilOn}`)).status).toBe(200);
      const none = await (await read(`${name}.csv?from=${fromOn}&to=${untilOn}`, strangerKey)).text();
      expect(none.trimEnd().split('\r\n')).toHaveLength(1); // the head alone
    }
  });

  it.each([
    ['users.csv', 404],
    ['interval_facts.csv?from=yesterday', 400],
    ['interval_facts.csv?from=2026-11-10&to=2026-11-10', 400],
  ])('refuses %s', async (path, status) => {
    expect((await read(path)).status).toBe(status);
  });

  it('is for keys that may export, as header or as password', async () => {
    const path = `${api.url}/bi/v1/measures.csv`;
    const basic = Buffer.from(`powerbi:${key}`).toString('base64');
    expect((await fetch(path, { headers: { authorization: `Basic ${basic}` } })).status).toBe(200);
    expect((await fetch(path)).status).toBe(401);
    expect((await fetch(path, { headers: { cookie: centre.planner.cookie } })).status).toBe(200);
    expect((await fetch(path, { headers: { cookie: centre.agent.cookie } })).status).toBe(403);
    const other = await keyOf(await api.person(['admin'], centre.context), ['intraday.read']);
    expect((await read('measures.csv', other)).status).toBe(403);
  });
});

describe('OData for BI tools', () => {
  it('says what there is: each set has its type, each type its key', async () => {
    const service = await rowsOf('odata');
    expect(service.value.map(({ url }: Loose) => url)).toEqual(REPORT_VIEWS.map(({ name }) => name));
    const answer = await read('odata/$metadata');
    expect(answer.headers.get('odata-version')).toBe('4.0');
    const xml = new new JSDOM('').window.DOMParser().parseFromString(await answer.text(), 'application/xml');
    expect(xml.querySelector('parsererror')).toBeNull();
    const types = new Map(
      [...xml.querySelectorAll('EntityType')].map((type) => [`Yotei.${type.getAttribute('Name')}`, type]),
    );
    for (const set of xml.querySelectorAll('EntitySet')) {
      const type = types.get(set.getAttribute('EntityType')!)!;
      for (const ref of type.querySelectorAll('Key > PropertyRef'))
        expect(type.querySelector(`Property[Name="${ref.getAttribute('Name')}"]`)?.getAttribute('Nullable')).toBe(
          'false',
        );
    }
    expect(types.size).toBe(REPORT_VIEWS.length);
  });

  it('filters, chooses, orders and pages to the end', async () => {
    const filter = `local_date ge ${fromOn} and local_date lt ${untilOn}`;
    const all = await rowsOf(`odata/measures?$filter=${filter}&$count=true`);
    expect(all['@odata.context']).toBe('https://yotei.example/bi/v1/odata/$metadata#measures');
    expect(all['@odata.count']).toBe(all.value.length);
    const top = await rowsOf(`odata/measures?$filter=${filter}&$select=queue,offered&$orderby=offered desc&$top=2`);
    expect(Object.keys(top.value[0])).toEqual(['queue', 'offered']);
    const most = Math.max(...all.value.map(({ offered }: Loose) => offered as number));
    expect(top.value[0].offered).toBe(most);
    expect(top['@odata.nextLink']).toBeUndefined();
    let [path, count]: [string | undefined, number] = ['odata/interval_facts', 0];
    while (path) {
      const page: Loose = await rowsOf(path);
      count += page.value.length;
      path = page['@odata.nextLink']?.replace('https://yotei.example/bi/v1/', '');
    }
    const [{ n }] = (await api.db.peek<{ n: number }>(
      'select count(*)::integer as n from interval_facts where organisation_id = $1',
      [centre.context.organisationId],
    )) as [{ n: number }];
    expect(count).toBe(n); // more than one page of 5,000
    expect(n).toBeGreaterThan(5000);
  });

  it('refuses what it does not understand, by name', async () => {
    const answer = await read('odata/measures?$apply=groupby((queue))');
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { error: { code: 'BadRequest', message: '$apply is not supported' } },
    ]);
    expect((await read('odata/users')).status).toBe(404);
    expect((await rowsOf('odata/measures', strangerKey)).value).toEqual([]);
  });
});

import { generateDemoCentre } from '@yotei/demo';
import { DemoIds, organisationRows } from '../../apps/api/src/features/demo/demo-rows.mapper.js';
import { OrganisationSetupService } from '../../apps/api/src/features/organisation/organisation-setup.service.js';
import { TEST_TODAY } from '../kit/test-centre.js';
import { useTestApi, type Loose, type TestPerson } from '../kit/test-api.js';
import { runStatesLoad } from '../load/states-load.js';

/**
 * States of a centre told all the time to a real api and Postgres, and a supervisor who watches. Short here; by the hour:
 * `npm run load -- states` (tests/load/states.bench.ts).
 */
const AGENTS = 300;
const api = useTestApi();
let admin: TestPerson;
let agentIds: string[];
let apiKey: string;

beforeAll(async () => {
  admin = await api.person(['admin', 'supervisor']);
  const ids = new DemoIds();
  const centre = generateDemoCentre({ seed: 7, agents: AGENTS, weeks: 4, today: TEST_TODAY });
  await api.app
    .get(OrganisationSetupService, { strict: false })
    .fill(admin.context, organisationRows(centre, ids, { today: TEST_TODAY, userIdOf: () => null }));
  agentIds = centre.agents.map(({ id }) => ids.of('agent', id));
  const made = await api.data<Loose>(
    `mutation { createApiKey(input: { title: "Load", scopes: ["states.ingest"] }) { ... on ApiKeyCreated { secret } } }`,
    {},
    admin,
  );
  apiKey = made.createApiKey.secret;
}, 60_000);

it('every event told is stored once and seen by who watches', async () => {
  const figures = await runStatesLoad({
    ...{ url: api.url, apiKey, cookie: admin.cookie, agentIds },
    ...{ seconds: 3, eventsPerSecond: 100, senders: 3, seed: 5 },
  });
  expect(figures.failures).toEqual([]);
  expect(figures.sent).toBeGreaterThan(20);
  expect(figures).toMatchObject({ accepted: figures.sent, neverSeen: 0 });
  const stored = await api.db.peek<{ events: number; keys: number; current: number }>(
    `select (select count(*)::int from agent_states) as events, (select count(*)::int from agent_state_events) as keys,
       (select count(*)::int from agent_current_states c where c.since = (select max(s.at) from agent_states s where s.agent_id = c.agent_id)) as current`,
  );
  const agents = (await api.db.peek<{ n: number }>('select count(distinct agent_id)::int as n from agent_states'))[0]!
    .n;
  expect(stored).toEqual([{ events: figures.sent, keys: figures.sent, current: agents }]);
}, 60_000);

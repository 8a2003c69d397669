import { WebSocket } from 'ws';
import { AgentStatesService } from '../../apps/api/src/features/intraday/ingest/index.js';
import { newTestCentre, type TestCentre } from '../kit/test-centre.js';
import { useTestApi, type Loose, type TestPerson } from '../kit/test-api.js';

const api = useTestApi();
let centre: TestCentre;
let supervisor: TestPerson;
let key: { id: string; secret: string };
let agents: string[];
const MINUTE = 60_000;
const now = Date.now();
const at = (minutesAgo: number): string => new Date(now - minutesAgo * MINUTE).toISOString();

const INGEST = `mutation ($input: AgentStatesInput!) { ingestAgentStates(input: $input) { __typename
  ... on AgentStatesTaken { received accepted duplicates rejected { index code } unmapped { state storedAs count } }
  ... on InvalidInput { path } } }`;
const SAVE = `mutation ($input: StateSourceInput!) { saveStateSource(input: $input) { __typename
  ... on StateSourceSaved { remapped source { id version states { word state } oddities { word } } }
  ... on StateSourceEditedMeanwhile { source { version } } ... on InvalidInput { path } } }`;
const SOURCES = `{ stateSources { id title presetId version silent silentAfterSeconds lastReceivedAt fallback
  states { word state } oddities { kind word times } } }`;

const ingest = async (source: string, events: object[], person = centre.planner): Promise<Loose> =>
  (await api.data<Loose>(INGEST, { input: { source, events } }, person)).ingestAgentStates;
const save = async (input: object): Promise<Loose> =>
  (await api.data<Loose>(SAVE, { input }, centre.planner)).saveStateSource;
const sourceCalled = async (id: string): Promise<Loose> =>
  (await api.data<Loose>(SOURCES, {}, supervisor)).stateSources.find((one: Loose) => one.id === id);
const currentOf = async (agentId: string): Promise<string | undefined> =>
  (await api.app.get(AgentStatesService, { strict: false }).currentStates(centre.context)).find(
    (one) => one.agentId === agentId,
  )?.state;

beforeAll(async () => {
  centre = await newTestCentre(api);
  supervisor = await api.person(['supervisor'], centre.context);
  agents = centre.centre.agents.map(({ id }) => centre.ids.of('agent', id));
  const { createApiKey } = await api.data<Loose>(
    `mutation { createApiKey(input: { title: "Line", scopes: ["states.ingest"] }) { ... on ApiKeyCreated { secret key { id } } } }`,
    {},
    await api.person(['admin'], centre.context),
  );
  key = { id: createApiKey.key.id, secret: createApiKey.secret };
}, 60_000);

describe('a source of agent states', () => {
  it('begins with the preset of its name, and shows what nobody understands', async () => {
    const taken = await ingest('genesys-cloud', [
      { id: '1', agent: agents[0], at: at(30), state: 'ON_QUEUE/INTERACTING' },
      { id: '2', agent: agents[0], at: at(20), state: 'Dentist' },
      { id: '3', agent: 'E-0042', at: at(20), state: 'ON_QUEUE' },
    ]);
    expect(taken).toMatchObject({ received: 3, accepted: 2, rejected: [{ index: 2, code: 'unknown-agent' }] });
    const refused = await api.gql(INGEST, { input: { source: 'x', events: [] } }, supervisor);
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await ingest('No Source', [])).toEqual({ __typename: 'InvalidInput', path: 'source' });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await sourceCalled('genesys-cloud')).toMatchObject({
      title: 'Genesys Cloud',
      presetId: 'genesys-cloud',
      silent: false,
      oddities: expect.arrayContaining([
        { kind: 'unmapped-state', word: 'Dentist', times: 1 },
        { kind: 'unknown-agent', word: 'E-0042', times: 1 },
      ]),
    });
  });

  it('can be given meanings of its own, also for what it said already', async () => {
    const { version } = await sourceCalled('genesys-cloud');
    const input = {
      ...{ id: 'genesys-cloud', version, title: 'Genesys', presetId: 'genesys-cloud', silentAfterSeconds: 120 },
      states: [{ word: 'DENTIST', state: 'offline' }],
      remapFromAt: at(60),
    };
    expect(await save(input)).toMatchObject({
      __typename: 'StateSourceSaved',
      remapped: 1,
      source: { version: version + 1, states: [{ word: 'dentist', state: 'offline' }], oddities: [{ word: 'E-0042' }] },
    });
    expect(await currentOf(agents[0]!)).toBe('offline');
    expect(await save(input)).toMatchObject({
      __typename: 'StateSourceEditedMeanwhile',
      source: { version: version + 1 },
    });
    const wrong = { ...input, version: version + 1, states: [{ word: 'x', state: 'dancing' }] };
    expect(await save(wrong)).toEqual({ __typename: 'InvalidInput', path: 'states.0' });
    expect(await save({ ...input, id: 'no-such' })).toEqual({ __typename: 'NotFound' });
  });

  it('learns what it calls an agent; the same events are taken then', async () => {
    const assign = `mutation ($ids: [AgentExternalIdInput!]!) { saveAgentExternalIds(ids: $ids) { __typename
      ... on AgentExternalIdsSaved { ids { source externalId agentId } } ... on InvalidInput { path } } }`;
    const ids = [{ source: '*', externalId: 'E-0042', agentId: agents[1] }];
    const saved = await api.data<Loose>(assign, { ids }, centre.planner);
    expect(saved.saveAgentExternalIds.ids).toEqual(ids);
    const stranger = [{ source: '*', externalId: 'E-1', agentId: '00000000-0000-7000-8000-000000000000' }];
    expect((await api.data<Loose>(assign, { ids: stranger }, centre.planner)).saveAgentExternalIds.path).toBe('ids');
    const again = [{ id: '3', agent: 'E-0042', at: at(20), state: 'ON_QUEUE' }];
    expect(await ingest('genesys-cloud', again)).toMatchObject({ accepted: 1, rejected: [] });
    expect(await currentOf(agents[1]!)).toBe('available');
    expect((await sourceCalled('genesys-cloud')).oddities).toEqual([]);
    expect((await api.gql(assign, { ids }, supervisor)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('comes with a documented mapping for each system that is known', async () => {
    const { statePresets } = await api.data<Loose>(
      '{ statePresets { id source states { word state } } }',
      {},
      supervisor,
    );
    expect(statePresets.map(({ id }: Loose) => id)).toEqual(expect.arrayContaining(['generic', 'amazon-connect']));
  });
});

describe('a line of agent states', () => {
  const open = (secret: string): Promise<WebSocket> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`${api.url.replace('http', 'ws')}/api/v1/agent-states/stream`, {
        headers: { authorization: `Bearer ${secret}` },
      });
      socket.on('open', () => resolve(socket));
      socket.on('error', reject);
    });
  const answers = (socket: WebSocket, count: number): Promise<Loose[]> =>
    new Promise((resolve) => {
      const heard: Loose[] = [];
      socket.on('message', (data) => heard.push(JSON.parse(String(data))) === count && resolve(heard));
    });

  it('opens with a key only', async () => {
    await expect(open('yotei_wrong')).rejects.toThrow('401');
    const cookie = new WebSocket(`${api.url.replace('http', 'ws')}/api/v1/agent-states/stream`, {
      headers: { cookie: centre.planner.cookie },
    });
    await expect(new Promise((_, reject) => cookie.on('error', reject))).rejects.toThrow('401');
  });

  it('takes batch after batch and answers each in order', async () => {
    const socket = await open(key.secret);
    const event = { id: 'w1', agent: agents[2], at: at(5), state: 'busy' };
    const heard = answers(socket, 4);
    socket.send(JSON.stringify({ ref: 1, source: 'line', events: [event] }));
    socket.send(JSON.stringify({ ref: 2, source: 'line', events: [event] }));
    socket.send('no json');
    socket.send(JSON.stringify({ ref: 'beat', source: 'line' }));
    expect(await heard).toMatchObject([
      { ref: 1, kind: 'taken', accepted: 1 },
      { ref: 2, kind: 'taken', duplicates: 1 },
      { ref: null, kind: 'malformed' },
      { ref: 'beat', kind: 'taken', received: 0 },
    ]);
    socket.close();
    expect(await currentOf(agents[2]!)).toBe('handling');
  });
});

describe('days of agent states', () => {
  const DAYS = 'query ($days: Int!) { agentStateDays(fromOn: "2026-01-01", days: $days) { on teamId state seconds } }';

  it('are asked for at most thirteen months long, by who may see the day', async () => {
    const none = { on: [], teamId: [], state: [], seconds: [] };
    expect((await api.data<Loose>(DAYS, { days: 31 }, supervisor)).agentStateDays).toEqual(none);
    expect((await api.gql(DAYS, { days: 401 }, supervisor)).errors).toHaveLength(1);
    expect((await api.gql(DAYS, { days: 1 }, centre.agent)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

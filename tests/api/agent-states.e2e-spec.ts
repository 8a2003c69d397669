import { AgentStatesService } from '../../apps/api/src/features/intraday/ingest/index.js';
import { EventBus } from '../../apps/api/src/platform/events/event-bus.js';
import { newTestCentre, type TestCentre } from '../kit/test-centre.js';
import { useTestApi, type Loose, type TestPerson } from '../kit/test-api.js';

const api = useTestApi();
let centre: TestCentre;
let admin: TestPerson;
let key: string;
let agents: string[];
const MINUTE = 60_000;
const now = Date.now();
const at = (minutesAgo: number): string => new Date(now - minutesAgo * MINUTE).toISOString();

const CREATE = `mutation ($input: ApiKeyInput!) { createApiKey(input: $input) { __typename
  ... on ApiKeyCreated { secret key { id shown scopes lastUsedAt } } ... on InvalidInput { path } } }`;

async function send(body: unknown, headers: Record<string, string> = { authorization: `Bearer ${key}` }) {
  const response = await fetch(`${api.url}/api/v1/agent-states`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, answer: (await response.json()) as Loose };
}

const statesOf = async (agentId: string): Promise<string[]> =>
  (
    await api.app
      .get(AgentStatesService, { strict: false })
      .statesOf(centre.context, { agentIds: [agentId], span: { startAt: now - 600 * MINUTE, endAt: now + MINUTE } })
  ).map(({ state, sourceState }) => `${state} (${sourceState})`);

const currentOf = async (agentId: string): Promise<Loose> =>
  (await api.app.get(AgentStatesService, { strict: false }).currentStates(centre.context)).find(
    (one) => one.agentId === agentId,
  );

/** The agent's changed days since a cursor, once there are any: a transaction that is open anywhere in the cluster holds them back. */
async function changedSince(
  cursor: string | null,
  agentId: string,
): Promise<{ days: readonly string[]; cursor: string }> {
  const service = api.app.get(AgentStatesService, { strict: false });
  for (;;) {
    const changed = await service.changedDays(centre.context, cursor);
    const days = changed.days.filter((day) => day.agentId === agentId).map(({ on }) => on);
    if (days.length > 0) return { days, cursor: changed.cursor };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

beforeAll(async () => {
  centre = await newTestCentre(api);
  admin = await api.person(['admin'], centre.context);
  agents = centre.centre.agents.map(({ id }) => centre.ids.of('agent', id));
  const made = await api.data<Loose>(CREATE, { input: { title: 'PBX', scopes: ['states.ingest'] } }, admin);
  key = made.createApiKey.secret;
}, 60_000);

describe('an API key', () => {
  it('is made and revoked by administrators only, shown once, and kept as a hash', async () => {
    const refused = await api.gql(CREATE, { input: { title: 'x', scopes: ['states.ingest'] } }, centre.planner);
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const wrong = await api.data<Loose>(CREATE, { input: { title: 'x', scopes: ['users.manage'] } }, admin);
    expect(wrong.createApiKey).toEqual({ __typename: 'InvalidInput', path: 'scopes' });
    const made = await api.data<Loose>(CREATE, { input: { title: 'Old', scopes: ['states.ingest'] } }, admin);
    const { secret, key: shown } = made.createApiKey;
    expect(secret).toMatch(/^yotei_[\w-]{43}$/);
    expect(secret.startsWith(shown.shown)).toBe(true);
    expect(JSON.stringify(await api.db.peek('select * from api_keys'))).not.toContain(secret);
    const headers = { 'x-api-key': secret };
    expect((await send({ source: 'pbx', events: [] }, headers)).status).toBe(200);
    const revoke =
      'mutation ($id: ID!) { revokeApiKey(id: $id) { __typename ... on ApiKeyRevoked { key { revokedAt lastUsedAt } } } }';
    const revoked = await api.data<Loose>(revoke, { id: shown.id }, admin);
    expect(revoked.revokeApiKey.key).toEqual({ revokedAt: expect.any(String), lastUsedAt: expect.any(String) });
    expect((await send({ source: 'pbx', events: [] }, headers)).status).toBe(401);
    const listed = await api.data<Loose>('{ apiKeys { title revokedAt createdBy } }', {}, admin);
    expect(listed.apiKeys.map((one: Loose) => [one.title, one.revokedAt !== null])).toEqual([
      ['PBX', false],
      ['Old', true],
    ]);
  });

  it('opens only what it was given, and no other organisation', async () => {
    const read = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ query: '{ viewer { userId } apiKeys { id } }' }),
    });
    const answer = (await read.json()) as Loose;
    expect(answer.errors[0].extensions.code).toBe('FORBIDDEN');
    const other = await newTestCentre(api);
    const foreign = centre.centre.agents[0]!.id;
    const stranger = await api.data<Loose>(
      CREATE,
      { input: { title: 'Other', scopes: ['states.ingest'] } },
      await api.person(['admin'], other.context),
    );
    const { answer: taken } = await send(
      { source: 'pbx', events: [{ id: 'f1', agent: centre.ids.of('agent', foreign), at: at(5), state: 'available' }] },
      { authorization: `Bearer ${stranger.createApiKey.secret}` },
    );
    expect(taken).toMatchObject({ accepted: 0, rejected: [{ code: 'unknown-agent' }] });
  });

  it('is needed: nothing, a wrong key and an agent are refused, a planner may send', async () => {
    const body = { source: 'pbx', events: [] };
    expect((await send(body, {})).status).toBe(401);
    expect((await send(body, { authorization: 'Bearer yotei_wrong' })).status).toBe(401);
    expect((await send(body, { cookie: centre.agent.cookie })).status).toBe(403);
    expect((await send(body, { cookie: centre.planner.cookie })).status).toBe(200);
  });
});

describe('states of agents', () => {
  it('are taken once, however often and in whatever order they come', async () => {
    const agent = agents[1]!;
    const events = [
      { id: 'a', agent, at: at(60), state: 'available' },
      { id: 'b', agent, at: at(40), state: 'busy' },
      { id: 'c', agent, at: at(20), state: 'lunch' },
    ];
    const first = await send({ source: 'pbx', events: [events[2], events[0]] });
    expect(first.answer).toMatchObject({ received: 2, accepted: 2, duplicates: 0, rejected: [], unmapped: [] });
    expect(await currentOf(agent)).toMatchObject({ state: 'at-lunch', source: 'pbx', sourceState: 'lunch' });
    const [again, twin] = await Promise.all([send({ source: 'pbx', events }), send({ source: 'pbx', events })]);
    expect(again.answer.accepted + twin.answer.accepted).toBe(1);
    expect(again.answer.duplicates + twin.answer.duplicates).toBe(5);
    expect(await statesOf(agent)).toEqual(['available (available)', 'handling (busy)', 'at-lunch (lunch)']);
    expect(await currentOf(agent)).toMatchObject({ state: 'at-lunch' });
  });

  it('are answered row by row where something is wrong, and the rest goes in', async () => {
    const agent = agents[2]!;
    const { status, answer } = await send({
      source: 'pbx',
      events: [
        { id: 'r0', agent, at: at(50), state: 'Tea ceremony' },
        { id: 'r1', agent: 'nobody@example.org', at: at(50), state: 'available' },
        { id: 'r2', agent, at: 'yesterday', state: 'available' },
        { id: 'r3', agent, at: new Date(now + 120 * MINUTE).toISOString(), state: 'available' },
        { id: 'r4', agent, at: '2001-01-01T00:00:00Z', state: 'available' },
        { agent, at: at(50), state: 'available' },
        { id: 'r6', agent, at: at(30), state: 'available' },
        { id: 'r6', agent, at: at(29), state: 'available' },
        'no event',
      ],
    });
    expect(status).toBe(200);
    expect(answer).toMatchObject({ received: 9, accepted: 2, duplicates: 0, corrected: 0 });
    expect(answer.rejected.map(({ index, code }: Loose) => [index, code])).toEqual([
      [1, 'unknown-agent'],
      [2, 'not-a-time'],
      [3, 'in-future'],
      [4, 'too-old'],
      [5, 'missing-value'],
      [7, 'event-id-reused'],
      [8, 'not-an-object'],
    ]);
    expect(answer.unmapped).toEqual([{ state: 'Tea ceremony', storedAs: 'away', count: 1 }]);
    expect(await statesOf(agent)).toEqual(['away (Tea ceremony)', 'available (available)']);
  });

  it('are refused as a whole where the envelope is broken', async () => {
    const broken = [
      [],
      { source: 'PBX!' },
      { source: 'pbx', events: {} },
      { source: 'pbx', events: Array(1001).fill(0) },
    ];
    for (const body of broken) expect((await send(body)).status).toBe(400);
    expect((await send(broken[1])).answer).toMatchObject({ code: 'MALFORMED', path: 'source' });
  });

  it('can be corrected by their source; the days are marked, what was said before is kept', async () => {
    const agent = agents[3]!;
    const service = api.app.get(AgentStatesService, { strict: false });
    await send({
      source: 'pbx',
      events: [
        { id: 'k1', agent, at: at(90), state: 'break' },
        { id: 'k2', agent, at: at(30), state: 'busy' },
      ],
    });
    const { cursor } = await service.changedDays(centre.context, null);
    const changed = { id: 'k2', agent, at: at(45), state: 'available' };
    expect((await send({ source: 'pbx', events: [changed] })).answer.rejected[0].code).toBe('event-id-reused');
    const { answer } = await send({ source: 'pbx', events: [{ ...changed, correction: true }] });
    expect(answer).toMatchObject({ accepted: 0, corrected: 1, rejected: [] });
    expect((await send({ source: 'pbx', events: [{ ...changed, correction: true }] })).answer).toMatchObject({
      duplicates: 1,
      corrected: 0,
    });
    expect(await statesOf(agent)).toEqual(['on-break (break)', 'available (available)']);
    expect(await currentOf(agent)).toMatchObject({ state: 'available', since: now - 45 * MINUTE });
    expect((await changedSince(cursor, agent)).days).not.toEqual([]);
    expect(await api.db.peek(`select state from agent_state_corrections where event_id = 'k2'`)).toEqual([
      { state: 'handling' },
    ]);
  });

  it('of a day that is over mark that day until the next event', async () => {
    const agent = agents[4]!;
    const service = api.app.get(AgentStatesService, { strict: false });
    await send({ source: 'pbx', events: [{ id: 'l1', agent, at: at(10), state: 'available' }] });
    const { cursor } = await service.changedDays(centre.context, null);
    await send({ source: 'pbx', events: [{ id: 'l0', agent, at: at(2 * 24 * 60), state: 'offline' }] });
    const { days, cursor: next } = await changedSince(cursor, agent);
    expect(days.length).toBeGreaterThanOrEqual(2);
    expect(days.length).toBeLessThanOrEqual(4);
    expect(await currentOf(agent)).toMatchObject({ state: 'available' });
    const later = (await service.changedDays(centre.context, next)).days;
    expect(later.filter(({ agentId }) => agentId === agent)).toEqual([]);
  });

  it('name agents by e-mail as well, tell the bus, and warn of a clock that is wrong', async () => {
    const heard: Loose[] = [];
    const stop = await api.app
      .get(EventBus, { strict: false })
      .listen(centre.context, 'agent-states', (event) => heard.push(event));
    const ahead = new Date(Date.now() + 2 * MINUTE).toISOString();
    const { answer } = await send({
      source: 'fast-clock',
      events: [{ id: 'e1', agent: centre.agent.email.toUpperCase(), at: ahead, state: 'available' }],
    });
    expect(answer.accepted).toBe(1);
    expect(answer.clockSkewSeconds).toBeGreaterThan(100);
    expect(answer.warnings[0]).toMatch(/ahead/);
    while (!heard.some(({ payload }) => payload === null || payload?.agentIds.includes(centre.agentId)))
      await new Promise((resolve) => setTimeout(resolve, 20));
    stop();
  });
});

describe('a source that falls silent', () => {
  const silentFor = (seconds: number) =>
    api.db.peek(`update state_sources set last_received_at = now() - make_interval(secs => $1) where id = 'quiet'`, [
      seconds,
    ]);

  it('leaves its agents unknown, not absent; a heartbeat ends it and the silence is remembered', async () => {
    const agent = agents[5]!;
    await send({ source: 'quiet', events: [{ id: 'q1', agent, at: at(60), state: 'available' }] });
    // Told an hour ago, and nothing since for 20 minutes.
    await api.db.peek(`update agent_states set received_at = at where event_id = 'q1'`);
    await api.db.peek(`update agent_current_states set received_at = since where event_id = 'q1'`);
    await silentFor(1200);
    expect(await statesOf(agent)).toEqual(['available (available)', 'unknown (available)']);
    expect((await currentOf(agent)).unknownFrom).toBeLessThan(Date.now() - 800_000);
    await new Promise((resolve) => setTimeout(resolve, 1050));
    await send({ source: 'quiet', events: [] });
    expect(await statesOf(agent)).toEqual(['available (available)', 'unknown (available)', 'available (available)']);
    expect((await currentOf(agent)).unknownFrom).toBeGreaterThan(Date.now());
  });
});

describe('interval actuals', () => {
  const withText = <Told extends { startAt: number }>(told: Told) => ({
    ...told,
    startAt: new Date(told.startAt).toISOString(),
  });
  const post = async (body: unknown) => {
    const response = await fetch(`${api.url}/api/v1/interval-actuals`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: centre.planner.cookie },
      body: JSON.stringify(body),
    });
    return { status: response.status, answer: (await response.json()) as Loose };
  };

  it('are stored once by queue, start and source, replaced when told again, and answered row by row', async () => {
    const queue = centre.centre.queues[0]!;
    const start = Math.floor(now / (15 * MINUTE)) * 15 * MINUTE - 60 * MINUTE;
    const told = { queue: queue.name.en, startAt: start, offered: 12, answered: 10, backlog: 3 };
    const intervals = [
      told,
      { ...told, queue: 'No such queue' },
      { ...told, startAt: start + 1 },
      { ...told, offered: -1 },
    ];
    const first = await post({ source: 'acd', intervals });
    expect(first.answer).toMatchObject({ received: 4, changed: 1, unchanged: 0 });
    expect(first.answer.rejected.map(({ index, code }: Loose) => [index, code])).toEqual([
      [1, 'unknown-queue'],
      [2, 'not-on-interval'],
      [3, 'not-a-number'],
    ]);
    expect((await post({ source: 'acd', intervals: [told] })).answer).toMatchObject({ changed: 0, unchanged: 1 });
    expect((await post({ source: 'acd', intervals: [{ ...told, offered: 14 }] })).answer).toMatchObject({ changed: 1 });
    expect(
      await api.db.peek(`select offered_count, answered_count, backlog_count from interval_facts where source = 'acd'`),
    ).toEqual([{ offered_count: 14, answered_count: 10, backlog_count: 3 }]);
    expect((await post({ source: 'acd', intervals: 7 })).status).toBe(400);
    const INGEST = `mutation ($input: IntervalActualsInput!) { result: ingestIntervalActuals(input: $input) { __typename
      ... on IntervalActualsTaken { received changed unchanged rejected { index code } } ... on InvalidInput { path } } }`;
    const input = { source: 'acd', intervals: [told, { ...told, queue: 'No such queue' }].map(withText) };
    expect((await api.data<Loose>(INGEST, { input }, centre.planner)).result).toEqual({
      __typename: 'IntervalActualsTaken',
      ...{ received: 2, changed: 1, unchanged: 0, rejected: [{ index: 1, code: 'unknown-queue' }] },
    });
    const { errors } = await api.gql(INGEST, { input }, centre.agent);
    expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
  });
});

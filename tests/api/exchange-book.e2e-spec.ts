import pg from 'pg';
import { WATCHED_TABLES } from '../../apps/api/src/features/exchanges/exchange-book-stamp.js';
import { newExchangeCentre, type ExchangeAgent, type ExchangeCentre } from '../kit/exchange-centre.js';
import { useTestApi, type Loose } from '../kit/test-api.js';

const api = useTestApi();
jest.setTimeout(60_000);
let centre: ExchangeCentre;
let [amy, ben]: ExchangeAgent[] = [];

const PREVIEW = `query ($request: ExchangeRequestInput!) { exchangeVerdict(request: $request) { colour reasons { code } } }`;
const PROPOSE = `mutation ($input: ProposeExchangeInput!) { proposeExchange(input: $input) { __typename ... on ExchangeProposed { exchange { id } } } }`;
const ANSWER = `mutation ($id: ID!) { answerExchange(id: $id, accept: true) { ... on ExchangeAnswered { exchange { state } } } }`;
const POLICIES = `mutation ($settings: [ExchangePolicyInput!]!) { saveExchangePolicies(settings: $settings) { __typename } }`;

const swap = (i = 0) => ({ kind: 'swap', shiftId: amy!.shiftIds[i]!, otherShiftId: ben!.shiftIds[i]! });
const verdict = async (request: object = swap()): Promise<Loose> =>
  (await api.data<Loose>(PREVIEW, { request }, amy!.person)).exchangeVerdict;
const policies = (settings: readonly object[]) => api.data(POLICIES, { settings }, centre.planner);

/** Tables every statement of the work names. */
async function tablesRead(work: () => Promise<unknown>): Promise<Set<string>> {
  const spy = jest.spyOn(pg.Client.prototype, 'query');
  await work();
  const texts = spy.mock.calls.map(([query]) =>
    typeof query === 'string' ? query : ((query as { text?: string }).text ?? ''),
  );
  spy.mockRestore();
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/\b(?:from|join)\s+([a-z_]{3,})/g)].map(([, name]) => name!)),
  );
}

/** Watched in another way: by version, by time, or not what a verdict rests on. */
const OTHERWISE = [
  ...['schedules', 'shifts', 'shift_activities', 'schedule_edits', 'exchanges', 'exchange_parties'],
  ...['time_off', 'requirement_days', 'agent_skills'],
  // Who asks, names shown, and whether a requirement is stale: none changes a verdict.
  ...['users', 'memberships', 'sessions', 'forecasts', 'forecast_days', 'forecast_edits', 'interval_facts'],
];

beforeAll(async () => {
  centre = await newExchangeCentre(api, { agents: 10, daysOf: (i) => (i % 2 === 0 ? [0, 2] : [1, 3]) });
  [amy, ben] = centre.agents as ExchangeAgent[];
  await policies([]);
}, 120_000);

describe('a book that is kept between requests', () => {
  it('rests on nothing that is not looked at before it is used again', async () => {
    const tables = await tablesRead(() => verdict());
    expect(tables).toContain('shifts');
    const inStatements = ['span', 'named', 'unnest', 'jsonb_array_elements', 'now', 'lower', 'upper'];
    const known = new Set([...WATCHED_TABLES, ...OTHERWISE, ...inStatements]);
    expect([...tables].filter((name) => !known.has(name))).toEqual([]);
  });

  it('reads people and rules once, and again when one of them has changed', async () => {
    expect(await tablesRead(() => verdict())).not.toContain('shift_activities');
    expect((await verdict()).colour).toBe('green');
    await policies([{ policyId: 'always', outcome: 'review' }]);
    expect((await verdict()).colour).toBe('amber');
    await policies([]);
    await api.db.peek(
      `insert into time_off (organisation_id, agent_id, span, kind, state)
       select organisation_id, $2, span, 'leave', 'approved' from shifts where id = $1`,
      [amy!.shiftIds[0], ben!.agentId],
    );
    expect((await verdict()).colour).toBe('red');
    await api.db.peek('delete from time_off where agent_id = $1', [ben!.agentId]);
    expect((await verdict()).colour).toBe('green');
  });

  it('learns of a shift that changed hands by reading that shift alone', async () => {
    const { proposeExchange } = await api.data<Loose>(PROPOSE, { input: { request: swap() } }, amy!.person);
    await api.data(ANSWER, { id: proposeExchange.exchange.id }, ben!.person);
    const tables = await tablesRead(() => verdict());
    expect(tables).toContain('schedule_edits');
    expect(tables).not.toContain('requirement_days');
    // Another process of the program, which has kept nothing, says the same.
    const other = await api.another();
    const response = await fetch(`${other.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: amy!.person.cookie },
      body: JSON.stringify({ query: PREVIEW, variables: { request: swap(1) } }),
    });
    expect(((await response.json()) as Loose).data.exchangeVerdict).toEqual(await verdict(swap(1)));
  });
});

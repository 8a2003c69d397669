import { HOUR_MILLIS, MINUTE_MILLIS } from '@yotei/time';
import { LiveCentre } from '../kit/live-centre.js';
import { useTestApi, type Loose } from '../kit/test-api.js';

const api = useTestApi();
let place: LiveCentre;

beforeAll(async () => {
  place = await LiveCentre.open(api);
}, 60_000);
afterAll(() => place?.close());

const BOARD = `{ liveBoard { at baseAt words agentIds names dates windows activities states since progress
  sources { id lastReceivedAt silentAfterSeconds } settings { siteId graceSeconds version } excuses { agent kind } } }`;
const board = async () => (await api.data<Loose>(BOARD, {}, place.supervisor)).liveBoard;

describe('the live board', () => {
  it('says when the next shift begins while nobody is on one', async () => {
    const next = async () =>
      (await api.data<Loose>('{ liveBoard { nextShiftAt } }', {}, place.supervisor)).liveBoard.nextShiftAt;
    expect(await next()).toBeNull();
    await place.shift(place.agentIds[3]!, 26 * HOUR_MILLIS, [['contact', 60]]);
    await place.shift(place.agentIds[4]!, 50 * HOUR_MILLIS, [['contact', 60]]);
    expect(Date.parse(await next())).toBe(place.now + 26 * HOUR_MILLIS);
    await place.shift(place.agentIds[3]!, -HOUR_MILLIS, [['contact', 4 * 60]]);
    expect(await next()).toBeNull();
    await api.db.peek('delete from shifts where schedule_id = $1', [place.scheduleId]);
  });

  it('holds every agent with plan, state and how far the day is judged', async () => {
    const agentId = place.agentIds[0]!;
    await place.shift(agentId, -2 * HOUR_MILLIS, [['contact', 4 * 60]]);
    await place.state(agentId, -3 * HOUR_MILLIS, 'offline');
    await place.state(agentId, -2 * HOUR_MILLIS + 20 * MINUTE_MILLIS, 'available');
    const found = await board();
    expect(found.agentIds).toHaveLength(place.agentIds.length);
    const at = found.agentIds.indexOf(agentId);
    expect(found.words[found.states[at]]).toBe('available');
    // Twenty minutes late, five of them to start the systems; walked up to the last event.
    const [until, , outSince, , scheduled, , explained] = found.progress.slice(12 * at);
    expect([until - outSince, scheduled, explained]).toEqual([15, 20, 5].map((minutes) => minutes * MINUTE_MILLIS));
    expect(found.activities.slice(2, 4)).toEqual([expect.any(Number), 4 * 3600]);
    expect(found.sources).toMatchObject([{ id: 'phone', silentAfterSeconds: 300 }]);
  });

  it('is no business of agents', async () => {
    const refused = await api.gql(BOARD, {}, place.agent);
    expect(refused.errors![0]!.extensions.code).toBe('FORBIDDEN');
  });

  it('tells what changes', async () => {
    const agentId = place.agentIds[1]!;
    const told = place.told('subscription { result: liveChanged { reload agentIds states since } }', ({ agentIds }) =>
      agentIds.includes(agentId),
    );
    // A subscription hears what comes after it began: states come until it has heard one.
    let heard = false;
    void told.then(() => (heard = true));
    for (let minute = 5; !heard && minute > 0; minute--) {
      await place.state(agentId, -minute * MINUTE_MILLIS, 'handling');
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    const change = await told;
    expect(change.states[change.agentIds.indexOf(agentId)]).toBe('handling');
  });
});

const FIGURES =
  'figures { adherenceFraction conformanceKind conformanceFraction scheduledSeconds outSeconds explainedSeconds }';
const DAY = `query ($agentId: ID!, $on: LocalDate!) { adherenceDay(agentId: $agentId, on: $on) { on ${FIGURES}
  spans { startAt endAt status credit state } exceptions { id state kind } } }`;
const EFFECT = `query ($scopeKind: ExcuseScopeKind!, $scopeId: ID, $startAt: DateTime!, $endAt: DateTime!) {
  excuseEffect(scopeKind: $scopeKind, scopeId: $scopeId, startAt: $startAt, endAt: $endAt) { __typename
    ... on ExcuseEffect { scheduledAgents changedAgents excusedSeconds before { outSeconds } after { outSeconds } days { agentId } }
    ... on InvalidInput { path } } }`;
const SAVED = `{ __typename ... on AdherenceExceptionSaved { exception { id state agentCount } } ... on InvalidInput { path message } ... on NotFound { message } }`;
const EXCUSE = `mutation ($input: ExcuseInput!) { result: excuseDeviation(input: $input) ${SAVED} }`;
const EXPLAIN = `mutation ($input: ExplainDeviationInput!) { result: explainDeviation(input: $input) ${SAVED} }`;
const DECIDE = `mutation ($id: ID!, $approve: Boolean!) { result: decideExplanation(id: $id, approve: $approve) ${SAVED} }`;
const REVOKE = `mutation ($id: ID!) { result: revokeExcuse(id: $id) ${SAVED} }`;
const MINE = `{ myAdherence { agentId ${FIGURES} days { on final ${FIGURES} } exceptions { id state } } }`;

const iso = (after: number) => new Date(place.now + after).toISOString();
const dateOf = async (agentId: string): Promise<string> => {
  const found = await board();
  return found.dates[found.agentIds.indexOf(agentId)];
};
const day = async (agentId: string) =>
  (await api.data<Loose>(DAY, { agentId, on: await dateOf(agentId) }, place.supervisor)).adherenceDay;

describe('excuses', () => {
  let agentId: string;
  const outage = { startAt: '', endAt: '' };

  beforeAll(async () => {
    agentId = place.agentIds[2]!;
    await place.shift(agentId, -2 * HOUR_MILLIS, [['contact', 4 * 60]]);
    await place.state(agentId, -3 * HOUR_MILLIS, 'available');
    await place.state(agentId, -60 * MINUTE_MILLIS, 'offline');
    await place.state(agentId, -20 * MINUTE_MILLIS, 'available');
    Object.assign(outage, { startAt: iso(-60 * MINUTE_MILLIS), endAt: iso(-30 * MINUTE_MILLIS) });
  });

  it('show what they change before they are saved, and change just that', async () => {
    const before = await day(agentId);
    expect(before.figures.outSeconds).toBe(40 * 60);
    const scope = { scopeKind: 'AGENT', scopeId: agentId };
    const { excuseEffect } = await api.data<Loose>(EFFECT, { ...scope, ...outage }, place.supervisor);
    expect(excuseEffect).toMatchObject({ scheduledAgents: 1, changedAgents: 1, excusedSeconds: 30 * 60 });
    expect((await day(agentId)).figures.outSeconds).toBe(before.figures.outSeconds);
    const input = { ...scope, ...outage, kind: 'system-outage', note: 'The lines were down' };
    const { result } = await api.data<Loose>(EXCUSE, { input }, place.supervisor);
    expect(result).toMatchObject({ __typename: 'AdherenceExceptionSaved', exception: { state: 'APPROVED' } });
    const after = await day(agentId);
    expect(after.figures).toMatchObject({ outSeconds: 10 * 60, explainedSeconds: 30 * 60 });
    expect(after.figures.conformanceFraction).toBeCloseTo(before.figures.conformanceFraction, 2);
    await api.data(REVOKE, { id: result.exception.id }, place.supervisor);
    expect((await day(agentId)).figures.outSeconds).toBe(40 * 60);
    const audited = await api.db.peek<{ action: string }>(
      `select action from audit_entries where organisation_id = $1 and action like 'adherence.%' order by at`,
      [place.context.organisationId],
    );
    expect(audited.map(({ action }) => action)).toEqual(['adherence.approved', 'adherence.approved-withdrawn']);
  });

  it('cover a whole centre at once', async () => {
    const input = { scopeKind: 'ALL', ...outage, kind: 'system-outage' };
    const { result } = await api.data<Loose>(EXCUSE, { input }, place.supervisor);
    expect(result.exception.agentCount).toBe(place.agentIds.length);
    expect((await day(agentId)).figures.outSeconds).toBe(10 * 60);
  });

  it('are refused where they cannot be', async () => {
    const refused = async (more: object) =>
      (
        await api.data<Loose>(
          EXCUSE,
          { input: { scopeKind: 'ALL', ...outage, kind: 'other', ...more } },
          place.supervisor,
        )
      ).result;
    expect(await refused({ kind: 'bored' })).toMatchObject({ __typename: 'InvalidInput', path: 'kind' });
    expect(await refused({ endAt: outage.startAt })).toMatchObject({ path: 'endAt' });
    expect(await refused({ startAt: '2020-01-01T00:00:00Z', endAt: '2020-01-01T01:00:00Z' })).toMatchObject({
      path: 'startAt',
    });
    const nobody = { scopeKind: 'AGENT', scopeId: '00000000-0000-7000-8000-000000000000' };
    expect(await refused(nobody)).toMatchObject({ __typename: 'NotFound' });
    const forbidden = await api.gql(EXCUSE, { input: { scopeKind: 'ALL', ...outage, kind: 'other' } }, place.agent);
    expect(forbidden.errors![0]!.extensions.code).toBe('FORBIDDEN');
  });
});

describe('an agent’s own adherence', () => {
  it('can be explained by the agent, and somebody else decides', async () => {
    const input = {
      startAt: iso(-2 * HOUR_MILLIS),
      endAt: iso(-100 * MINUTE_MILLIS),
      kind: 'transport',
      note: 'Train',
    };
    const { result } = await api.data<Loose>(EXPLAIN, { input }, place.agent);
    expect(result.exception.state).toBe('PROPOSED');
    const out = async () => (await day(place.agentIds[0]!)).figures.outSeconds;
    expect(await out()).toBe(15 * 60);
    const { id } = result.exception;
    expect((await api.gql(DECIDE, { id, approve: true }, place.agent)).errors).toBeDefined();
    await api.data(DECIDE, { id, approve: true }, place.supervisor);
    expect(await out()).toBe(0);
    const again = await api.data<Loose>(DECIDE, { id, approve: false }, place.supervisor);
    expect(again.result.__typename).toBe('NotFound');
  });

  it('is kept by day, and nobody else’s is shown', async () => {
    const { AdherenceDaysTask } = await import('../../apps/api/src/features/intraday/adherence/adherence-days.task.js');
    const task = api.app.get(AdherenceDaysTask, { strict: false });
    await task.run({ ...place.context, userId: null }, new AbortController().signal);
    const { myAdherence } = await api.data<Loose>(MINE, {}, place.agent);
    expect(myAdherence.agentId).toBe(place.agentIds[0]);
    expect(myAdherence.days).toMatchObject([{ final: false, figures: { outSeconds: 0, explainedSeconds: 20 * 60 } }]);
    // Later states go on from what is kept, and tell the same as the whole day.
    await place.state(place.agentIds[0]!, -30 * MINUTE_MILLIS, 'away');
    await task.run({ ...place.context, userId: null }, new AbortController().signal);
    const kept = (await api.data<Loose>(MINE, {}, place.agent)).myAdherence.days[0].figures;
    const whole = (await day(place.agentIds[0]!)).figures;
    expect(kept.outSeconds).toBeGreaterThanOrEqual(30 * 60);
    expect(Math.abs(kept.outSeconds - whole.outSeconds)).toBeLessThan(60);
    expect(
      (await api.gql(DAY, { agentId: place.agentIds[1], on: myAdherence.days[0].on }, place.agent)).errors,
    ).toBeDefined();
  });
});

describe('the settings of a site', () => {
  it('hold at once, and do not overwrite somebody else’s', async () => {
    const SAVE = `mutation ($input: AdherenceSettingsInput!) { result: saveAdherenceSettings(input: $input) { __typename
      ... on AdherenceSettings { graceSeconds version } ... on AdherenceSettingsEdited { settings { graceSeconds } } ... on InvalidInput { path } } }`;
    const siteIds = (await board()).settings.map(({ siteId }: Loose) => siteId);
    const input = {
      siteId: siteIds[0],
      graceSeconds: 120,
      bootSeconds: 0,
      ignoredActivityTypeIds: [],
      ignoredStates: [],
      countsOutsideShift: false,
      version: 0,
    };
    const save = async (more: object) =>
      (await api.data<Loose>(SAVE, { input: { ...input, ...more } }, place.administrator)).result;
    expect(await save({})).toMatchObject({ graceSeconds: 120, version: 1 });
    expect(await save({ graceSeconds: 5, version: 7 })).toMatchObject({
      __typename: 'AdherenceSettingsEdited',
      settings: { graceSeconds: 120 },
    });
    expect(await save({ graceSeconds: -1, version: 1 })).toMatchObject({ path: 'graceSeconds' });
    expect(await save({ ignoredActivityTypeIds: ['yoga'], version: 1 })).toMatchObject({
      path: 'ignoredActivityTypeIds',
    });
  });
});

import { addDays, DAY_MILLIS, localDateOf, MINUTE_MILLIS, startOfLocalDay } from '@yotei/time';
import { AdherenceDaysTask } from '../../apps/api/src/features/intraday/adherence/adherence-days.task.js';
import { LiveCentre } from '../kit/live-centre.js';
import { finishedJob } from '../kit/test-centre.js';
import { useTestApi, type Loose } from '../kit/test-api.js';

jest.setTimeout(30_000);
const api = useTestApi({ worker: true });
let place: LiveCentre;
/** 09:00 two days ago on the clock of the centre, as milliseconds after now. */
let nine: number;
let on: string;
/** Three agents on the centre's clock. */
let agentIds: string[];

const minutes = (count: number) => count * MINUTE_MILLIS;
const ask = (query: string, variables: Record<string, unknown> = {}, person = place.supervisor) =>
  api.data<Loose>(query, variables, person);
const judge = () =>
  api.app
    .get(AdherenceDaysTask, { strict: false })
    .run({ ...place.context, userId: null }, new AbortController().signal);

/** States of an agent, each with its minutes after nine. */
async function states(agentId: string, told: readonly (readonly [minute: number, state: string])[]): Promise<void> {
  for (const [minute, state] of told) await place.state(agentId, nine + minutes(minute), state);
}
const FIGURES =
  'figures { adherenceFraction conformanceFraction scheduledSeconds outSeconds explainedSeconds contactScheduledSeconds contactWorkedSeconds }';
const day = async (agentId: string) =>
  (
    await ask(
      `query ($agentId: ID!, $on: LocalDate!) { adherenceDay(agentId: $agentId, on: $on) { ${FIGURES} spans { startAt endAt status credit } } }`,
      { agentId, on },
    )
  ).adherenceDay;

const DAY = [
  ['contact', 240],
  ['lunch', 60],
  ['contact', 180],
] as const;

beforeAll(async () => {
  place = await LiveCentre.open(api);
  on = addDays(localDateOf(place.now, place.zone), -2);
  nine = startOfLocalDay(on, place.zone) + minutes(9 * 60) - place.now;
  const home = await api.db.peek<{ id: string }>(
    `select a.id from agents a join sites s on s.organisation_id = a.organisation_id and s.id = a.site_id
     where a.organisation_id = $1 and s.zone = $2 order by a.user_id is not null, a.name limit 3`,
    [place.context.organisationId, place.zone],
  );
  agentIds = home.map(({ id }) => id);
  const [late, shifted, told] = agentIds;
  for (const agentId of [late!, shifted!]) await place.shift(agentId, nine, DAY);
  // Away for 48 minutes of the morning.
  await states(late!, [
    [0, 'available'],
    [60, 'away'],
    [108, 'available'],
    [240, 'at-lunch'],
    [300, 'available'],
    [480, 'offline'],
  ]);
  // Begun and left five minutes early.
  await states(shifted!, [
    [-5, 'available'],
    [240, 'at-lunch'],
    [300, 'available'],
    [475, 'offline'],
  ]);
  // Lunch an hour earlier than planned.
  await place.shift(told!, nine, DAY);
  await states(told!, [
    [0, 'available'],
    [180, 'at-lunch'],
    [240, 'available'],
    [480, 'offline'],
  ]);
}, 60_000);
afterAll(() => place?.close());

describe('adherence of days that are over', () => {
  it('is 90 % for 48 of 480 minutes out, with conformance 372 of 420', async () => {
    const { figures } = await day(agentIds[0]!);
    // 1 - 48 / 480; 420 contact minutes scheduled, 48 of them missed.
    expect(figures.adherenceFraction).toBeCloseTo(0.9, 10);
    expect(figures.conformanceFraction).toBeCloseTo(372 / 420, 10);
  });

  it('sees a day begun and left five minutes early though conformance is whole', async () => {
    const { figures } = await day(agentIds[1]!);
    expect(figures.adherenceFraction).toBeCloseTo(1 - 5 / 480, 10);
    expect(figures.conformanceFraction).toBeCloseTo(1, 10);
  });

  it('does not count against who goes by the roster before a change that was not acknowledged', async () => {
    const agentId = agentIds[2]!;
    const before = await day(agentId);
    // Lunch taken while contacts were planned: an hour out. Contacts taken during the planned lunch: helped the queue.
    expect(before.figures).toMatchObject({ outSeconds: 3600, explainedSeconds: 3600 });
    await toldOfChange(agentId);
    const after = await day(agentId);
    expect(after.figures).toMatchObject({ outSeconds: 0, scheduledSeconds: 480 * 60 });
    expect(after.spans.map(({ credit }: Loose) => credit)).toContain('change-not-acknowledged');
  });

  it('stands by team, day and agent, adherence and conformance from the same seconds', async () => {
    await judge();
    const SECONDS =
      'seconds { scheduledSeconds outSeconds explainedSeconds contactScheduledSeconds contactWorkedSeconds }';
    const { adherenceHistory: teams } = await ask(
      `query ($on: LocalDate!) { adherenceHistory(fromOn: $on, days: 1) { ... on AdherenceHistory { on teamId agents ${SECONDS} } } }`,
      { on },
    );
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    expect(new Set(teams.on)).toEqual(new Set([on]));
    expect(sum(teams.agents)).toBe(3);
    // 48 + 5 minutes out; the hour of the third is explained by the change.
    expect(sum(teams.seconds.outSeconds)).toBe(53 * 60);
    expect(sum(teams.seconds.scheduledSeconds)).toBe(3 * 480 * 60);
    const { agentAdherenceHistory: people } = await ask(
      `query ($on: LocalDate!) { agentAdherenceHistory(fromOn: $on, days: 1) { ... on AgentAdherenceHistory { agentId name days ${SECONDS} } } }`,
      { on },
    );
    const late = people.agentId.indexOf(agentIds[0]);
    expect([people.days[late], people.seconds.outSeconds[late]]).toEqual([1, 48 * 60]);
    const { adherenceHistory } = await ask(
      `{ adherenceHistory(fromOn: "2026-01-01", days: 9999) { ... on InvalidInput { path } } }`,
    );
    expect(adherenceHistory.path).toBe('days');
    const refused = await api.gql(
      '{ agentAdherenceHistory(fromOn: "2026-01-01", days: 1) { __typename } }',
      {},
      place.agent,
    );
    expect(refused.errors![0]!.extensions.code).toBe('FORBIDDEN');
  });

  it('can be played again minute by minute', async () => {
    const { dayReplay } = await ask(
      `query ($on: LocalDate!) { dayReplay(on: $on) { __typename ... on DayReplay { on hasStates startAt planned actual kept out unknown } } }`,
      { on },
    );
    const at = (minute: number) => (place.now + nine + minutes(minute) - Date.parse(dayReplay.startAt)) / MINUTE_MILLIS;
    expect(dayReplay).toMatchObject({ __typename: 'DayReplay', on, hasStates: true });
    // At 10:30 all three were to be on contacts, one was away.
    expect(['planned', 'actual', 'out'].map((column) => dayReplay[column][at(90)])).toEqual([3, 2, 1]);
    expect(dayReplay.planned[at(270)]).toBe(0);
    const { dayReplay: empty } = await ask('{ dayReplay(on: "2020-01-01") { __typename } }');
    expect(empty.__typename).toBe('NothingPlanned');
  });
});

describe('changes are tried before they are saved', () => {
  it('by settings of a site on its last week', async () => {
    const { adherenceSettings } = await ask('{ adherenceSettings { siteId version } }');
    const [row] = await api.db.peek<{ siteId: string }>('select site_id as "siteId" from agents where id = $1', [
      agentIds[1],
    ]);
    const { version } = adherenceSettings.find(({ siteId }: Loose) => siteId === row!.siteId);
    const input = { siteId: row!.siteId, graceSeconds: 300, bootSeconds: 300, version };
    const START = `mutation ($input: AdherenceSettingsInput!) { started: startSettingsTrial(input: $input) { ... on JobStarted { job { id } } ... on InvalidInput { path } } }`;
    const rest = { ignoredActivityTypeIds: [], ignoredStates: [], countsOutsideShift: false };
    const wrong = await ask(START, { input: { ...input, ...rest, graceSeconds: -1 } }, place.administrator);
    expect(wrong.started.path).toBe('graceSeconds');
    const { started } = await ask(START, { input: { ...input, ...rest } }, place.administrator);
    expect(await finishedJob(api, place.administrator, started.job.id)).toMatchObject({ state: 'DONE' });
    const { settingsTrial } = await ask(
      `query ($jobId: ID!) { settingsTrial(jobId: $jobId) { ... on AdherenceSettingsTrial { fromOn untilOn changedDays fewerOutSeconds before { outSeconds } after { outSeconds } teams { teamId agents } } } }`,
      { jobId: started.job.id },
      place.administrator,
    );
    expect(settingsTrial.untilOn).toBe(addDays(on, 1));
    // Five minutes of grace forgive those who left five minutes early, and nothing longer.
    const { before, after, fewerOutSeconds } = settingsTrial;
    expect(fewerOutSeconds).toBe(5 * 60);
    expect(before.outSeconds - after.outSeconds).toBe(5 * 60);
    expect((await ask('{ adherenceSettings { graceSeconds } }')).adherenceSettings[0].graceSeconds).toBe(60);
  });

  it('by an excuse for the whole centre', async () => {
    const startAt = new Date(place.now + nine + minutes(60)).toISOString();
    const endAt = new Date(place.now + nine + minutes(90)).toISOString();
    const { started } = await ask(
      `mutation ($startAt: DateTime!, $endAt: DateTime!) { started: startExcuseTrial(scopeKind: ALL, startAt: $startAt, endAt: $endAt) { ... on JobStarted { job { id } } } }`,
      { startAt, endAt },
    );
    expect(await finishedJob(api, place.supervisor, started.job.id)).toMatchObject({ state: 'DONE' });
    const { excuseTrial } = await ask(
      'query ($jobId: ID!) { excuseTrial(jobId: $jobId) { ... on ExcuseEffect { scheduledAgents changedAgents excusedSeconds } } }',
      { jobId: started.job.id },
    );
    expect(excuseTrial).toEqual({ scheduledAgents: 3, changedAgents: 1, excusedSeconds: 30 * 60 });
    const { settingsTrial } = await ask(
      'query ($jobId: ID!) { settingsTrial(jobId: $jobId) { __typename } }',
      { jobId: started.job.id },
      place.administrator,
    );
    expect(settingsTrial.__typename).toBe('NotFound');
  });

  it('and a saved one has many days judged again by a job that tells how far it is', async () => {
    // Three hundred more who were judged on the day.
    await api.db.peek(
      `with more as (insert into agents (organisation_id, name, site_id, team_id, contract_id, hired_on)
         select organisation_id, 'More ' || n, site_id, team_id, contract_id, hired_on from agents, generate_series(1, 300) n where id = $1
         returning organisation_id, id, team_id)
       insert into adherence_days (organisation_id, agent_id, on_date, team_id, span, judged_until, final, scheduled_seconds, out_seconds, explained_seconds,
         ignored_seconds, unknown_seconds, outside_seconds, contact_scheduled_seconds, contact_worked_seconds, settings, input_hash)
       select organisation_id, id, $2::date, team_id, tstzrange($3::timestamptz, $3::timestamptz + interval '8 hours'), now(), true, 0, 0, 0, 0, 0, 0, 0, 0,
         '{"graceSeconds": 60, "bootSeconds": 300, "ignoredActivityTypeIds": [], "ignoredStates": [], "countsOutsideShift": false}', 'x' from more`,
      [agentIds[0], on, new Date(place.now + nine).toISOString()],
    );
    const startAt = new Date(place.now + nine + minutes(60)).toISOString();
    const endAt = new Date(place.now + nine + minutes(90)).toISOString();
    const { result } = await ask(
      `mutation ($input: ExcuseInput!) { result: excuseDeviation(input: $input) { ... on AdherenceExceptionSaved { rejudgeJobId exception { id } } } }`,
      { input: { scopeKind: 'ALL', startAt, endAt, kind: 'system-outage' } },
    );
    expect((await day(agentIds[0]!)).figures.outSeconds).toBe(18 * 60);
    expect(await finishedJob(api, place.supervisor, result.rejudgeJobId)).toMatchObject({ state: 'DONE' });
    expect(await keptOut(agentIds[0]!)).toBe(18 * 60);
    const { revoked } = await ask(
      'mutation ($id: ID!) { revoked: revokeExcuse(id: $id) { ... on AdherenceExceptionSaved { rejudgeJobId } } }',
      { id: result.exception.id },
    );
    // The three hundred had nothing planned and are gone: what is left is no long work.
    expect(revoked.rejudgeJobId).toBeNull();
    await judge();
    expect(await keptOut(agentIds[0]!)).toBe(48 * 60);
  });
});

async function keptOut(agentId: string): Promise<number> {
  const [row] = await api.db.peek<{ out: number }>(
    'select out_seconds as out from adherence_days where agent_id = $1 and on_date = $2::date',
    [agentId, on],
  );
  return row!.out;
}

/** The roster had lunch an hour earlier when it was published; the notice of the change was never acknowledged. */
async function toldOfChange(agentId: string): Promise<void> {
  const at = (minute: number) => place.now + nine + minutes(minute);
  const activities = [
    { activityTypeId: 'contact', startAt: at(0), endAt: at(180) },
    { activityTypeId: 'lunch', startAt: at(180), endAt: at(240) },
    { activityTypeId: 'contact', startAt: at(240), endAt: at(480) },
  ];
  const user = await api.person(['agent'], place.context);
  const { organisationId } = place.context;
  await api.db.peek('update agents set user_id = $1 where id = $2', [user.context.userId, agentId]);
  await api.db.peek(
    `insert into schedule_versions (organisation_id, schedule_id, version, kept_because, kept_at, shifts) values ($1, $2, 1, 'publish', $3, $4::jsonb)`,
    [
      organisationId,
      place.scheduleId,
      new Date(place.now - 7 * DAY_MILLIS).toISOString(),
      JSON.stringify([{ agentId, startAt: at(0), endAt: at(480), activities }]),
    ],
  );
  await api.db.peek(
    `insert into notifications (organisation_id, user_id, kind, payload, subject, created_at) values ($1, $2, 'schedule-changed', '{}', $3, $4)`,
    [
      organisationId,
      user.context.userId,
      `schedule/${place.scheduleId}`,
      new Date(place.now - 4 * DAY_MILLIS).toISOString(),
    ],
  );
}

import { WorkedWeeksService } from '../../apps/api/src/features/wellbeing/worked-weeks.service.js';
import { useTestApi, type Loose } from '../kit/test-api.js';
import { TogetherCentre } from '../kit/together-centre.js';

const api = useTestApi();
let place: TogetherCentre;
let own: number;

const MINE = `query ($on: LocalDate!) { myWellbeing(weekOf: $on) { weekStartOn index measures { measureId code title { en ja } unit value load missing ok bad parts { startAt amount } also { name value } worked { value load } } } }`;
const TEAMS = `query ($on: LocalDate!) { teamWellbeing(weekOf: $on) { teamId teamName people bands { measureId people band { fine watch strained } } } }`;
const PUBLISH = `mutation ($id: ID!, $version: Int!) { result: publishSchedule(scheduleId: $id, expectedVersion: $version, overrideReason: "a test") { __typename } }`;

const mine = async () => (await api.data<Loose>(MINE, { on: place.centre.weekOn }, place.centre.agent)).myWellbeing;
const measure = async (id: string) => (await mine()).measures.find(({ measureId }: Loose) => measureId === id);
const teams = async () =>
  (await api.data<Loose>(TEAMS, { on: place.centre.weekOn }, place.centre.planner)).teamWellbeing;

beforeAll(async () => {
  place = await TogetherCentre.open(api);
  own = place.agents.findIndex(({ id }) => id === place.centre.agentId);
  await place.edit(
    place.ann,
    place.agents.flatMap((_, agent) => [place.shift(agent, 0), place.shift(agent, 2)]),
  );
}, 90_000);
afterAll(() => place?.close());

describe('what a week asks of a person', () => {
  it('is nothing before the week is published', async () => {
    expect(await mine()).toBeNull();
    expect(await teams()).toEqual([]);
  });

  it('is told by twelve measures, each with its value or what it would have to know', async () => {
    await place.ann.ask(PUBLISH, { id: place.scheduleId, version: await place.version() });
    const { measures, index, weekStartOn } = await mine();
    expect(weekStartOn).toBe(place.centre.weekOn);
    expect(measures.map(({ code }: Loose) => code)).toEqual(Array.from({ length: 12 }, (_, i) => `W${i + 1}`));
    for (const { value, missing } of measures) expect((value === null) !== (missing === null)).toBe(true);
    expect(index).toBeGreaterThanOrEqual(0);
    expect(index).toBeLessThanOrEqual(100);
    // Nothing is forecast in this centre, and no week before is published.
    expect(await measure('occupancy-run')).toMatchObject({ value: null, missing: 'load-unknown', load: null });
    expect(await measure('quick-return')).toMatchObject({ value: null, missing: 'history-missing' });
    expect(await measure('continuous-contact')).toMatchObject({ unit: 'minutes', ok: 60, bad: 120, missing: null });
    expect(await measure('change-load')).toMatchObject({ value: 0 });
  });

  it('follows the changes an agent hears of', async () => {
    const shift = await place.edit(place.ann, [place.shift(own, 4)]);
    expect(shift.__typename).toBe('ShiftsEdited');
    const after = await measure('change-load');
    expect(after.parts).toHaveLength(1);
    expect(after.value).toBeGreaterThan(0);
  });

  it('is nobody’s for who is no agent, and bands without names for who leads', async () => {
    expect((await api.data<Loose>(MINE, { on: place.centre.weekOn }, place.centre.planner)).myWellbeing).toBeNull();
    const found = await teams();
    expect(found.reduce((sum: number, { people }: Loose) => sum + people, 0)).toBe(place.agents.length);
    for (const { people, bands } of found) {
      for (const { people: measured, band } of bands) {
        expect(measured).toBeLessThanOrEqual(people);
        if (measured < 5) expect(band).toBeNull();
        else if (band) expect(band.fine + band.watch + band.strained).toBe(measured);
      }
    }
    const refused = await api.gql(TEAMS, { on: place.centre.weekOn }, place.centre.agent);
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is compared with its coverage on demand, by who may generate', async () => {
    const ask =
      'mutation ($id: ID!) { result: startProtectionCurve(scheduleId: $id) { __typename ... on JobStarted { job { kind state } } } }';
    const started = await api.data<Loose>(ask, { id: place.scheduleId }, place.centre.planner);
    expect(started.result).toEqual({ __typename: 'JobStarted', job: { kind: 'protection', state: 'WAITING' } });
    const nowhere = await api.data<Loose>(ask, { id: place.centre.agentId }, place.centre.planner);
    expect(nowhere.result).toEqual({ __typename: 'NotFound' });
    const refused = await api.gql(ask, { id: place.scheduleId }, place.centre.agent);
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('limits of a centre', () => {
  const SAVE = `mutation ($version: Int!, $limits: [MeasureLimitsInput!]!) { result: saveWellbeingSettings(expectedVersion: $version, hasPulse: true, limits: $limits) {
    __typename ... on WellbeingSettingsSaved { settings { version } } ... on InvalidInput { path } } }`;
  const save = async (version: number, limits: Loose[], who = place.centre.planner) =>
    (await api.data<Loose>(SAVE, { version, limits }, who)).result;

  it('take the place of the standard in everybody’s measures, and are refused where they make no sense', async () => {
    expect(await save(0, [{ measureId: 'continuous-contact', ok: 120, bad: 60 }])).toEqual({
      __typename: 'InvalidInput',
      path: 'limits.continuous-contact',
    });
    // Little is bad for breathing time: its limits run the other way.
    const limits = [
      { measureId: 'continuous-contact', ok: 45, bad: 90 },
      { measureId: 'breathing-time', ok: 40, bad: 20 },
    ];
    expect(await save(0, limits)).toMatchObject({ __typename: 'WellbeingSettingsSaved', settings: { version: 1 } });
    expect(await measure('continuous-contact')).toMatchObject({ ok: 45, bad: 90 });
    expect((await save(0, limits)).__typename).toBe('WellbeingSettingsEditedMeanwhile');
    const refused = await api.gql(SAVE, { version: 1, limits }, place.centre.agent);
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('what was really done', () => {
  it('stands beside the plan for its person, and in bands for who leads', async () => {
    const [shift] = (await measure('continuous-contact')).parts;
    expect(shift).toBeDefined();
    const found = await mine();
    // The week of this centre lies ahead of the clock or behind it; nothing was told of it either way.
    expect(found.measures.every(({ worked }: Loose) => worked === null || typeof worked.value === 'number')).toBe(true);
    const TREND = `query ($on: LocalDate!) { wellbeingTrend(weekOf: $on, weeks: 3) { teamName measures { measureId weeks { weekStartOn planned { fine } worked { fine } } } } }`;
    const { wellbeingTrend } = await api.data<Loose>(TREND, { on: place.centre.weekOn }, place.centre.planner);
    expect(wellbeingTrend.length).toBeGreaterThan(0);
    for (const { measures } of wellbeingTrend)
      for (const { weeks } of measures) expect(weeks.map(({ weekStartOn }: Loose) => weekStartOn)).toHaveLength(3);
    const again = await api.data<Loose>(TREND, { on: place.centre.weekOn }, place.centre.planner);
    expect(again.wellbeingTrend).toEqual(wellbeingTrend);
  });

  const MINUTE = 60_000;
  const quarter = Math.floor(Date.now() / (15 * MINUTE)) * 15 * MINUTE;
  const INGEST = `mutation ($input: AgentStatesInput!) { ingestAgentStates(input: $input) { __typename ... on AgentStatesTaken { accepted } } }`;
  /** Two hours of contacts of ten minutes each, so many of them without one. */
  const busyHours = (agentId: string, idleMinutes: number) =>
    Array.from({ length: 12 }, (_, i) => quarter - (120 - 10 * i) * MINUTE).flatMap((at) => [
      { id: `${agentId} ${at} a`, agent: agentId, at, state: 'handling' },
      { id: `${agentId} ${at} b`, agent: agentId, at: at + (10 - idleMinutes) * MINUTE, state: 'available' },
    ]);

  it('comes from the states that were told', async () => {
    const [busy, calm] = place.agents;
    const events = [...busyHours(busy!.id, 0.5), ...busyHours(calm!.id, 4)];
    const input = {
      source: 'pbx',
      events: events.map(({ at, ...event }) => ({ ...event, at: new Date(at).toISOString() })),
    };
    const taken = await api.data<Loose>(INGEST, { input }, place.centre.planner);
    expect(taken.ingestAgentStates).toMatchObject({ accepted: events.length });
    const period = { startAt: quarter - 3 * 60 * MINUTE, endAt: quarter + 60 * MINUTE };
    const found = await api.app
      .get(WorkedWeeksService, { strict: false })
      .measured(place.centre.context, place.agents, { period, hardShareOf: () => null, settings: {} });
    const valueOf = (id: string, measureId: string) => {
      const answer = found.get(id)!.find((one) => one.measureId === measureId)!.answer;
      return answer.kind === 'measured' ? answer.value : answer;
    };
    // Up to the last quarter of an hour: two hours of contact work, 95 % and 60 % of it with customers.
    expect(valueOf(busy!.id, 'continuous-contact')).toBe(120);
    expect(valueOf(busy!.id, 'occupancy-run')).toBe(120);
    expect(valueOf(calm!.id, 'occupancy-run')).toBe(0);
    expect(found.size).toBe(2);
  });

  it('speaks up while it lasts, for teams of which five are at work, and names nobody', async () => {
    const { teamId, size } = largestTeam();
    const team = place.agents.filter((agent) => agent.teamId === teamId);
    const events = team.flatMap(({ id }) => busyHours(id, 0.5));
    const input = {
      source: 'other',
      events: events.map(({ at, ...event }) => ({ ...event, at: new Date(at).toISOString() })),
    };
    await api.data<Loose>(INGEST, { input }, place.centre.planner);
    const ask = '{ loadAlerts { teamId people overMinutes } }';
    const { loadAlerts } = await api.data<Loose>(ask, {}, place.centre.planner);
    expect(loadAlerts).toEqual(size < 5 ? [] : [{ teamId, people: size, overMinutes: 90 }]);
    expect((await api.gql(ask, {}, place.centre.agent)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('the pulse', () => {
  const ANSWER = `mutation ($input: PulseInput!) { result: answerPulse(input: $input) { __typename ... on InvalidInput { path } ... on PulseAnswered { answer { on energy } } } }`;
  const today = () => new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
  const answer = async (input: Loose, who = place.centre.agent) =>
    (await api.data<Loose>(ANSWER, { input }, who)).result;
  const myPulse = async (who = place.centre.agent) =>
    (await api.data<Loose>('{ myPulse { on energy support countsForTeam } }', {}, who)).myPulse;

  it('is answered by an agent, changed by saying it again, and taken back', async () => {
    const said = { on: today(), energy: 2, support: 4, countsForTeam: false };
    expect(await answer(said)).toMatchObject({ __typename: 'PulseAnswered' });
    await answer({ ...said, energy: 3 });
    expect(await myPulse()).toEqual([{ ...said, energy: 3 }]);
    expect(await answer({ ...said, energy: 6 })).toMatchObject({ path: 'energy' });
    expect(await answer({ ...said, on: '2020-01-01' })).toMatchObject({ path: 'on' });
    const forgotten = await api.data<Loose>('mutation { forgetPulse { count } }', {}, place.centre.agent);
    expect(forgotten.forgetPulse).toEqual({ count: 1 });
    expect(await myPulse()).toEqual([]);
  });

  it('is nobody’s but the person’s: who leads reads counts of five or more who agreed, of weeks that are over', async () => {
    expect(await myPulse(place.centre.planner)).toBeNull();
    const { organisationId } = place.centre.context;
    const weekOn = '2026-01-05';
    const put = (counts: boolean) =>
      api.db.peek(
        `insert into pulse_answers (organisation_id, agent_id, on_date, energy, support, counts_for_team)
         select organisation_id, id, $2::date + (row_number() over (order by id))::int % 7, 2, 4, $3 from agents
         where organisation_id = $1 and team_id = $4 on conflict (organisation_id, agent_id, on_date) do update set counts_for_team = excluded.counts_for_team`,
        [organisationId, weekOn, counts, teamId],
      );
    const { teamId, size } = largestTeam();
    const READ = `query ($on: LocalDate!) { teamPulse(weekOn: $on) { teamId people energy { low middle high } support { low middle high } } }`;
    const told = async () =>
      (await api.data<Loose>(READ, { on: weekOn }, place.centre.planner)).teamPulse.find(
        (team: Loose) => team.teamId === teamId,
      );
    await put(false);
    expect(await told()).toEqual({ teamId, people: null, energy: null, support: null });
    await put(true);
    expect(await told()).toEqual(
      size < 5
        ? { teamId, people: null, energy: null, support: null }
        : {
            teamId,
            people: size,
            energy: { low: size, middle: 0, high: 0 },
            support: { low: 0, middle: 0, high: size },
          },
    );
    expect((await api.data<Loose>(READ, { on: today() }, place.centre.planner)).teamPulse).toEqual([]);
  });
});

function largestTeam(): { readonly teamId: string; readonly size: number } {
  const sizes = new Map<string, number>();
  for (const { teamId } of place.agents) sizes.set(teamId, (sizes.get(teamId) ?? 0) + 1);
  const [teamId, size] = [...sizes].sort((a, b) => b[1] - a[1])[0]!;
  return { teamId, size };
}

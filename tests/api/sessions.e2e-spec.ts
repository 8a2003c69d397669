import { instantOfLocal, MINUTE_MILLIS } from '@yotei/time';
import { newTestCentre, type TestCentre } from '../kit/test-centre.js';
import { useTestApi, type TestPerson } from '../kit/test-api.js';

// Places and explanations are computed in threads, which a busy machine starts slowly.
jest.setTimeout(60_000);

const api = useTestApi();
let centre: TestCentre;
let scheduleId: string;
let agents: { id: string; zone: string }[];
let activityTypeId: string;

type Answer = Record<string, unknown> & { __typename: string };

const SESSION = `{ id version title lengthMinutes form who { agentIds } period times sameTime }`;
const SAVE = `mutation ($input: SessionInput!) { result: saveSession(input: $input) { __typename
  ... on SessionSaved { session ${SESSION} } ... on InvalidInput { path message } ... on ChangedMeanwhile { message } } }`;
const SAVE_RULE = `mutation ($input: TeamRuleInput!) { result: saveTeamRule(input: $input) { __typename
  ... on TeamRuleSaved { teamRule { id version title ruleId level parameters who { seniorities } } } ... on InvalidInput { path message } } }`;
const PLAN = `query ($scheduleId: ID!) { scheduleSessions(scheduleId: $scheduleId) { sessions { session { id } members
  occurrences { index missing places { startAt endAt agentIds } } } } }`;
const PROPOSALS = `query ($scheduleId: ID!, $sessionId: ID!, $from: SessionFromInput) { result: sessionProposals(scheduleId: $scheduleId, sessionId: $sessionId, occurrence: 0, from: $from) {
  __typename ... on SessionProposals { proposals { startAt agentIds harm shortMinutes } } } }`;
const EDITED = `{ __typename ... on ShiftsEdited { shifts { agentId activities { activityTypeId startAt endAt title } } } ... on InvalidInput { path } ... on ScheduleHasBreaches { breaches { ruleId } } }`;
const PLACE = `mutation ($input: PlaceSessionInput!) { result: placeSession(input: $input) ${EDITED} }`;
const REMOVE_PLACE = `mutation ($input: SessionPlaceInput!) { result: removeSessionPlace(input: $input) ${EDITED} }`;
const MISSING = `mutation ($scheduleId: ID!, $sessionId: ID!) { result: placeMissingSessions(scheduleId: $scheduleId, sessionId: $sessionId) ${EDITED} }`;

async function ask<T = Answer>(query: string, variables: object, person: TestPerson = centre.planner): Promise<T> {
  return (await api.data<{ result: T }>(query, variables as Record<string, unknown>, person)).result;
}

const at = (agent: { zone: string }, hour: number) =>
  new Date(instantOfLocal(centre.weekOn, hour * 60, agent.zone)).toISOString();

const input = (more: object = {}) => ({
  version: 0,
  title: 'Weekly huddle',
  activityTypeId,
  lengthMinutes: 30,
  form: 'TOGETHER',
  period: 'WEEK',
  who: { agentIds: agents.slice(0, 2).map(({ id }) => id) },
  ...more,
});

const planned = async (sessionId: string) => {
  const { scheduleSessions } = await api.data<{
    scheduleSessions: {
      sessions: {
        session: { id: string };
        members: number;
        occurrences: { missing: number; places: { startAt: string; agentIds: string[] }[] }[];
      }[];
    };
  }>(PLAN, { scheduleId }, centre.planner);
  return scheduleSessions.sessions.find(({ session }) => session.id === sessionId)!;
};

beforeAll(async () => {
  centre = await newTestCentre(api);
  const { createSchedule } = await api.data<{ createSchedule: { schedule: { id: string } } }>(
    `mutation ($on: LocalDate!) { createSchedule(weekStartOn: $on) { ... on ScheduleCreated { schedule { id } } } }`,
    { on: centre.weekOn },
    centre.planner,
  );
  scheduleId = createSchedule.schedule.id;
  const read = await api.data<{
    agents: { edges: { node: { id: string; zone: string } }[] };
    viewer: { organisation: { activityTypes: { id: string; contactWork: boolean }[] } };
  }>(
    `{ agents(first: 10) { edges { node { id zone } } } viewer { organisation { activityTypes { id contactWork } } } }`,
    {},
    centre.planner,
  );
  agents = read.agents.edges.map(({ node }) => node);
  activityTypeId = read.viewer.organisation.activityTypes.find(({ id }) => id === 'meeting' || id === 'training')!.id;
  const edits = agents
    .slice(0, 2)
    .map((agent) => ({ agentId: agent.id, startAt: at(agent, 9), endAt: at(agent, 17), activities: [] }));
  const made = await ask(`mutation ($input: EditShiftsInput!) { result: editShifts(input: $input) ${EDITED} }`, {
    input: { scheduleId, label: 'Shifts', edits, overrideReason: 'test' },
  });
  expect(made.__typename).toBe('ShiftsEdited');
}, 60_000);

describe('sessions', () => {
  let sessionId: string;

  it('are stored, changed with their version, and every fault is named', async () => {
    const saved = await ask<Answer & { session: { id: string; version: number } }>(SAVE, { input: input() });
    expect(saved.session).toMatchObject({ version: 1, title: 'Weekly huddle', form: 'TOGETHER', lengthMinutes: 30 });
    sessionId = saved.session.id;
    const again = await ask(SAVE, { input: input({ id: sessionId, version: 1, title: 'Huddle' }) });
    expect(again).toMatchObject({ __typename: 'SessionSaved', session: { version: 2, title: 'Huddle' } });
    expect((await ask(SAVE, { input: input({ id: sessionId, version: 1 }) })).__typename).toBe('ChangedMeanwhile');
    expect(await ask(SAVE, { input: input({ lengthMinutes: 20 }) })).toMatchObject({
      __typename: 'InvalidInput',
      path: 'lengthMinutes',
    });
    expect(await ask(SAVE, { input: input({ title: ' ' }) })).toMatchObject({ path: 'title' });
  });

  it('are offered at the best starts, placed, moved and taken out, each one edit of the schedule', async () => {
    expect(await planned(sessionId)).toMatchObject({ members: 2, occurrences: [{ missing: 2, places: [] }] });
    const offer = await ask<{ proposals: { startAt: string; agentIds: string[]; harm: number }[] }>(PROPOSALS, {
      scheduleId,
      sessionId,
    });
    const [best] = offer.proposals;
    expect(best!.agentIds).toHaveLength(2);
    const place = { scheduleId, sessionId, startAt: best!.startAt, agentIds: best!.agentIds };
    const placed = await ask(PLACE, { input: place });
    expect(placed.__typename).toBe('ShiftsEdited');
    expect((await planned(sessionId)).occurrences).toMatchObject([
      { missing: 0, places: [{ startAt: best!.startAt }] },
    ]);
    const later = at(agents[0]!, 15);
    expect((await ask(PLACE, { input: { ...place, startAt: later, fromAt: best!.startAt } })).__typename).toBe(
      'ShiftsEdited',
    );
    expect((await planned(sessionId)).occurrences[0]!.places.map(({ startAt }) => Date.parse(startAt))).toEqual([
      Date.parse(later),
    ]);
    const outside = at(agents[0]!, 20);
    expect(await ask(PLACE, { input: { ...place, startAt: outside, fromAt: later } })).toMatchObject({
      path: 'startAt',
    });
    expect((await ask(REMOVE_PLACE, { input: { ...place, startAt: later } })).__typename).toBe('ShiftsEdited');
    expect((await planned(sessionId)).occurrences[0]!.missing).toBe(2);
  });

  it('offer three other starts for a place that is to move, and say their title on the shifts', async () => {
    const [best, next] = (
      await ask<{ proposals: { startAt: string; agentIds: string[] }[] }>(PROPOSALS, { scheduleId, sessionId })
    ).proposals;
    const place = { scheduleId, sessionId, startAt: next!.startAt, agentIds: next!.agentIds };
    const placed = await ask<Answer & { shifts: { activities: { startAt: string; title: string | null }[] }[] }>(
      PLACE,
      { input: place },
    );
    for (const { activities } of placed.shifts)
      expect(activities.filter(({ title }) => title !== null)).toMatchObject([
        { startAt: next!.startAt, title: 'Huddle' },
      ]);
    const { scheduleBoard } = await api.data<{ scheduleBoard: { sessionTitles: { title: string }[] } }>(
      `query ($id: ID) { scheduleBoard(id: $id) { sessionTitles { shiftId startMinute title } } }`,
      { id: scheduleId },
      centre.planner,
    );
    expect(scheduleBoard.sessionTitles.map(({ title }) => title)).toEqual(next!.agentIds.map(() => 'Huddle'));
    const from = { startAt: next!.startAt, agentIds: next!.agentIds };
    const moves = (
      await ask<{ proposals: { startAt: string; agentIds: string[]; harm: number }[] }>(PROPOSALS, {
        ...{ scheduleId, sessionId, from },
      })
    ).proposals;
    expect(moves).toHaveLength(3);
    expect(moves[0]).toMatchObject({ startAt: best!.startAt, agentIds: best!.agentIds });
    expect(moves[0]!.harm).toBeLessThanOrEqual(0);
    expect(moves.map(({ startAt }) => startAt)).not.toContain(next!.startAt);
    expect((await ask(REMOVE_PLACE, { input: place })).__typename).toBe('ShiftsEdited');
  });

  it('place what is missing in one go, and stay sessions when the board moves the shift', async () => {
    expect((await ask(MISSING, { scheduleId, sessionId })).__typename).toBe('ShiftsEdited');
    const [before] = (await planned(sessionId)).occurrences;
    expect(before!.missing).toBe(0);
    expect(await ask(MISSING, { scheduleId, sessionId })).toMatchObject({ path: 'sessionId' });
    const { scheduleBoard } = await api.data<{
      scheduleBoard: { agents: { id: string }[]; shifts: { ids: string[]; versions: number[]; agentIndex: number[] } };
    }>(
      `query ($id: ID) { scheduleBoard(id: $id) { agents { id } shifts { ids versions agentIndex } } }`,
      { id: scheduleId },
      centre.planner,
    );
    const { shifts } = scheduleBoard;
    const agentId = scheduleBoard.agents[shifts.agentIndex[0]!]!.id;
    const start = Date.parse(before!.places[0]!.startAt);
    const activities = [
      {
        activityTypeId,
        startAt: new Date(start + 30 * MINUTE_MILLIS).toISOString(),
        endAt: new Date(start + 60 * MINUTE_MILLIS).toISOString(),
      },
    ];
    const moved = await ask(`mutation ($input: EditShiftsInput!) { result: editShifts(input: $input) ${EDITED} }`, {
      input: {
        scheduleId,
        label: 'Move',
        edits: [{ shiftId: shifts.ids[0], agentId, expectedVersion: shifts.versions[0], activities }],
        overrideReason: 'test',
      },
    });
    expect(moved.__typename).toBe('ShiftsEdited');
    expect((await planned(sessionId)).occurrences[0]!.places).toHaveLength(2);
  });

  it('are for planners: an agent may neither see nor change them', async () => {
    const refused = [
      await api.gql(SAVE, { input: input() }, centre.agent),
      await api.gql('query { sessions { id } }', {}, centre.agent),
      await api.gql(MISSING, { scheduleId, sessionId }, centre.agent),
    ];
    expect(refused.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  });
});

describe('rules across agents', () => {
  it('are stored with every fault named, and refuse an edit that breaks one', async () => {
    const rule = {
      version: 0,
      title: 'Always here on Mondays',
      ruleId: 'maximum-off',
      parameters: { agents: 0 },
      level: 'MUST',
      who: { agentIds: [agents[0]!.id] },
      weekdays: [1],
    };
    expect(await ask(SAVE_RULE, { input: { ...rule, ruleId: 'pairing', parameters: {} } })).toMatchObject({
      path: 'partners',
    });
    expect(await ask(SAVE_RULE, { input: rule })).toMatchObject({
      __typename: 'TeamRuleSaved',
      teamRule: { level: 'MUST' },
    });
    const kinds = await ask<{ id: string }[]>(`query { result: teamRuleKinds { id } }`, {});
    expect(kinds.map(({ id }) => id)).toContain('pairing');
    const { scheduleBoard } = await api.data<{
      scheduleBoard: { agents: { id: string }[]; shifts: { ids: string[]; versions: number[]; agentIndex: number[] } };
    }>(
      `query ($id: ID) { scheduleBoard(id: $id) { agents { id } shifts { ids versions agentIndex } } }`,
      { id: scheduleId },
      centre.planner,
    );
    const { shifts } = scheduleBoard;
    const index = shifts.agentIndex.findIndex((agent) => scheduleBoard.agents[agent]!.id === agents[0]!.id);
    const edit = {
      shiftId: shifts.ids[index],
      agentId: agents[0]!.id,
      expectedVersion: shifts.versions[index],
      remove: true,
    };
    const refused = await ask(`mutation ($input: EditShiftsInput!) { result: editShifts(input: $input) ${EDITED} }`, {
      input: { scheduleId, label: 'Remove', edits: [edit] },
    });
    expect(refused).toMatchObject({ __typename: 'ScheduleHasBreaches' });
    expect((refused.breaches as { ruleId: string }[]).map(({ ruleId }) => ruleId)).toContain('maximum-off');
  });
});

import { addDays, instantOfLocal } from '@yotei/time';
import { Clock } from '../../apps/api/src/platform/clock/clock.js';
import { useTestApi, type Loose } from '../kit/test-api.js';
import { TEST_TODAY } from '../kit/test-centre.js';
import { TogetherCentre } from '../kit/together-centre.js';

const api = useTestApi();
let place: TogetherCentre;
/** Index of the agent with an account, and of somebody in another team (or the same, where there is one only). */
let own: number;

const PREVIEW = `query ($id: ID!, $part: PublishPartInput) { result: publishPreview(scheduleId: $id, part: $part) {
  newShifts changedShifts agentsToTell cost people { agentId firstAt shifts { before { startAt } after { startAt } } } } }`;
const PUBLISH = `mutation ($id: ID!, $version: Int!, $part: PublishPartInput) { result: publishSchedule(scheduleId: $id, expectedVersion: $version, overrideReason: "a test", part: $part) {
  __typename ... on SchedulePublished { notifiedAgents schedule { state } } ... on InvalidInput { path } } }`;
const PARTS = `query ($id: ID!) { result: schedulePublications(scheduleId: $id) { teamIds fromOn untilOn publishedBy } }`;
const RECEIPTS = `query ($id: ID!) { result: scheduleReceipts(scheduleId: $id) { agentId hasAccount kind toldAt acknowledgedAt openNotices } }`;
const WITHDRAW = `mutation ($id: ID!, $version: Int!, $reason: String!) { result: withdrawSchedule(scheduleId: $id, expectedVersion: $version, reason: $reason) {
  __typename ... on ScheduleWithdrawn { notifiedAgents schedule { state publishedAt } } ... on InvalidInput { path } } }`;
const MY_WEEK = `query ($on: LocalDate!) { myWeek(weekOf: $on) { published shifts { changedSincePublish shift { id startAt } } notices { id kind text { en } } } }`;

const variables = (more: object = {}) => ({ id: place.scheduleId, ...more });
const myWeek = async () => (await api.data<Loose>(MY_WEEK, { on: place.centre.weekOn }, place.centre.agent)).myWeek;
const part = () => ({
  teamIds: [place.agents[own]!.teamId],
  fromOn: place.centre.weekOn,
  untilOn: addDays(place.centre.weekOn, 2),
});

beforeAll(async () => {
  // The Wednesday before the week, whatever the day the tests run on: a week that is over cannot be taken back.
  jest.spyOn(Clock.prototype, 'now').mockReturnValue(instantOfLocal(TEST_TODAY, 720, 'Asia/Tokyo'));
  place = await TogetherCentre.open(api);
  own = place.agents.findIndex(({ id }) => id === place.centre.agentId);
  // Monday and Wednesday for everybody.
  await place.edit(
    place.ann,
    place.agents.flatMap((_, agent) => [place.shift(agent, 0), place.shift(agent, 2)]),
  );
}, 90_000);
afterAll(() => place?.close());

describe('publishing a part', () => {
  it('shows beforehand what it tells whom', async () => {
    const card = await place.ann.ask(PREVIEW, variables({ part: part() }));
    const team = place.agents.filter(({ teamId }) => teamId === place.agents[own]!.teamId);
    expect(card.newShifts).toBe(team.length);
    expect(card.agentsToTell).toBe(1);
    expect(card.people.map(({ agentId }: Loose) => agentId).sort()).toEqual(team.map(({ id }) => id).sort());
    expect(card.people[0].shifts).toEqual([{ before: null, after: { startAt: expect.any(String) } }]);
  });

  it('refuses days outside the schedule', async () => {
    const outside = { fromOn: addDays(place.centre.weekOn, -1) };
    expect(await place.ann.ask(PUBLISH, variables({ version: await place.version(), part: outside }))).toEqual({
      __typename: 'InvalidInput',
      path: 'part.fromOn',
    });
  });

  it('puts that team’s days before its agents and leaves the rest a draft', async () => {
    const done = await place.ann.ask(PUBLISH, variables({ version: await place.version(), part: part() }));
    expect(done).toEqual({ __typename: 'SchedulePublished', notifiedAgents: 1, schedule: { state: 'DRAFT' } });
    expect(await place.ben.ask(PARTS, variables())).toEqual([{ ...part(), publishedBy: 'Test planner' }]);
    const week = await myWeek();
    expect(week.published).toBe(true);
    expect(week.shifts).toHaveLength(1);
    const again = await place.ann.ask(PUBLISH, variables({ version: await place.version(), part: part() }));
    expect(again.__typename).toBe('ScheduleAlreadyPublished');
  });

  it('tells of edits in the part, not of edits outside it', async () => {
    const before = (await myWeek()).notices.length;
    await place.edit(place.ann, [{ ...place.shift(own, 3) }]);
    expect((await myWeek()).notices).toHaveLength(before);
    const [{ shift }] = (await myWeek()).shifts;
    const longer = { ...place.shift(own, 0, 7), shiftId: shift.id, expectedVersion: 1 };
    expect((await place.edit(place.ann, [longer])).__typename).toBe('ShiftsEdited');
    const after = await myWeek();
    expect(after.notices).toHaveLength(before + 1);
    expect(after.shifts[0].changedSincePublish).toBe(true);
    const card = await place.ann.ask(PREVIEW, variables({ part: part() }));
    expect(card).toMatchObject({ newShifts: 0, changedShifts: 1 });
    expect(card.people[0].shifts[0].before.startAt).toBe(shift.startAt);
  });

  it('is completed by publishing everything: only what is new is told', async () => {
    const card = await place.ann.ask(PREVIEW, variables());
    // Two shifts each and one more, of which the team's Mondays are out (one of them changed since).
    const out = place.agents.filter(({ teamId }) => teamId === place.agents[own]!.teamId).length;
    expect(card.newShifts).toBe(place.agents.length * 2 + 1 - out);
    const done = await place.ann.ask(PUBLISH, variables({ version: await place.version() }));
    expect(done).toMatchObject({ __typename: 'SchedulePublished', schedule: { state: 'PUBLISHED' } });
    expect((await myWeek()).shifts).toHaveLength(3);
  });
});

describe('acknowledgement', () => {
  it('is told agent by agent', async () => {
    const receipts = async () => {
      const all = await place.ben.ask(RECEIPTS, variables());
      return all.find(({ agentId }: Loose) => agentId === place.agents[own]!.id);
    };
    const open = await receipts();
    expect(open).toMatchObject({ hasAccount: true, kind: 'schedule-published', acknowledgedAt: null });
    expect((await place.ben.ask(RECEIPTS, variables())).length).toBe(place.agents.length);
    for (const { id } of (await myWeek()).notices)
      await api.data('mutation ($id: ID!) { acknowledgeNotice(id: $id) }', { id }, place.centre.agent);
    expect(await receipts()).toMatchObject({ acknowledgedAt: expect.any(String), openNotices: 0 });
  });
});

describe('taking a published schedule back', () => {
  it('needs a reason and the permission to publish', async () => {
    const version = await place.version();
    expect(await place.ann.ask(WITHDRAW, variables({ version, reason: ' ' }))).toEqual({
      __typename: 'InvalidInput',
      path: 'reason',
    });
    const refused = await api.gql(WITHDRAW, variables({ version, reason: 'No' }), place.centre.agent);
    expect(refused.errors![0]!.extensions.code).toBe('FORBIDDEN');
  });

  it('empties the agents’ week, tells them why, keeps the roster as a draft and writes it down', async () => {
    const reason = 'The wrong forecast was used';
    const done = await place.ann.ask(WITHDRAW, variables({ version: await place.version(), reason }));
    expect(done).toEqual({
      __typename: 'ScheduleWithdrawn',
      notifiedAgents: 1,
      schedule: { state: 'DRAFT', publishedAt: null },
    });
    const week = await myWeek();
    expect(week.published).toBe(false);
    expect(week.shifts).toEqual([]);
    expect(week.notices[0]).toMatchObject({ kind: 'schedule-withdrawn' });
    expect(week.notices[0].text.en).toContain(reason);
    expect((await place.shifts()).ids).toHaveLength(place.agents.length * 2 + 1);
    expect(await place.ann.ask(PARTS, variables())).toEqual([]);
    const [audit] = await api.db.peek<{ reason: string }>(
      `select reason from audit_entries where action = 'schedule.withdraw' and subject_id = $1`,
      [place.scheduleId],
    );
    expect(audit!.reason).toBe(reason);
    const twice = await place.ann.ask(WITHDRAW, variables({ version: await place.version(), reason }));
    expect(twice).toMatchObject({ __typename: 'InvalidInput', path: 'scheduleId' });
  });
});

import { useTestApi, type Loose } from '../kit/test-api.js';
import { TogetherCentre } from '../kit/together-centre.js';

const api = useTestApi();
let place: TogetherCentre;

const KEEP = `mutation ($id: ID!, $title: String!) { result: keepScheduleVersion(scheduleId: $id, title: $title) { __typename ... on ScheduleVersionKept { version } ... on InvalidInput { path } } }`;
const RESTORE = `mutation ($id: ID!, $version: Int!, $expected: Int!, $reason: String) { result: restoreScheduleVersion(scheduleId: $id, version: $version, expectedVersion: $expected, overrideReason: $reason) {
  __typename ... on ScheduleRestored { changedShifts schedule { version state } } ... on EditedMeanwhile { changedBy scheduleVersion } ... on ScheduleHasBreaches { breaches { ruleId } } } }`;
const VERSIONS = `query ($id: ID!) { result: scheduleVersions(scheduleId: $id) { version keptBecause title keptBy shiftCount } }`;
const DIFFERENCE = `query ($id: ID!, $version: Int!, $against: Int) { result: scheduleDifference(scheduleId: $id, version: $version, against: $against) {
  __typename ... on ScheduleDifference { agents { agentId } before { shortHours wellbeingCost } after { shortHours wellbeingCost } } } }`;

const variables = (more: object = {}) => ({ id: place.scheduleId, ...more });

beforeAll(async () => {
  place = await TogetherCentre.open(api);
}, 90_000);
afterAll(() => place?.close());

describe('versions of a draft', () => {
  let kept: number;
  let other: number;

  it('are kept by hand under a name, never without one', async () => {
    expect(await place.ann.ask(KEEP, variables({ title: 'Empty' }))).toMatchObject({ __typename: 'InvalidInput' });
    await place.edit(place.ann, [place.shift(0, 0), place.shift(1, 0)]);
    expect(await place.ann.ask(KEEP, variables({ title: '  ' }))).toEqual({
      __typename: 'InvalidInput',
      path: 'title',
    });
    kept = (await place.ann.ask(KEEP, variables({ title: 'Before the storm' }))).version;
    expect(await place.ben.ask(VERSIONS, variables())).toMatchObject([
      { version: kept, keptBecause: 'HAND', title: 'Before the storm', keptBy: 'Test planner', shiftCount: 2 },
    ]);
  });

  it('are compared with one another and with now', async () => {
    await place.edit(place.ann, [place.shift(2, 0)]);
    other = (await place.ann.ask(KEEP, variables({ title: 'One more' }))).version;
    await place.edit(place.ann, [place.shift(3, 1), place.shift(4, 1)]);
    const agentsOf = async (more: object) =>
      (await place.ben.ask(DIFFERENCE, variables(more))).agents.map(({ agentId }: Loose) => agentId).sort();
    const ids = (...at: number[]) => at.map((index) => place.agents[index]!.id).sort();
    expect(await agentsOf({ version: kept })).toEqual(ids(2, 3, 4));
    expect(await agentsOf({ version: kept, against: other })).toEqual(ids(2));
    expect(await place.ben.ask(DIFFERENCE, variables({ version: kept, against: 999 }))).toEqual({
      __typename: 'NotFound',
    });
  });

  it('are gone back to: shifts that are as they were keep their rows, and the way back stays open', async () => {
    const before = await place.shifts();
    expect(before.ids).toHaveLength(5);
    const expected = await place.version();
    const done = await place.ann.ask(RESTORE, variables({ version: kept, expected }));
    expect(done).toMatchObject({ __typename: 'ScheduleRestored', changedShifts: 3, schedule: { state: 'DRAFT' } });
    const after = await place.shifts();
    expect(after.ids).toHaveLength(2);
    expect(before.ids).toEqual(expect.arrayContaining(after.ids));
    const [newest] = await place.ann.ask(VERSIONS, variables());
    expect(newest).toMatchObject({ keptBecause: 'RESTORE', shiftCount: 5 });
    await place.ann.ask(RESTORE, variables({ version: newest.version, expected: await place.version() }));
    expect((await place.shifts()).ids).toHaveLength(5);
  });

  it('are not gone back to over the edit of somebody else', async () => {
    const expected = await place.version();
    await place.edit(place.ben, [place.shift(5, 2)]);
    expect(await place.ann.ask(RESTORE, variables({ version: kept, expected }))).toMatchObject({
      __typename: 'EditedMeanwhile',
      scheduleVersion: expected + 1,
    });
    expect((await place.shifts()).ids).toHaveLength(6);
  });

  it('leave nothing to undo that is no longer there', async () => {
    await place.ann.ask(RESTORE, variables({ version: other, expected: await place.version() }));
    const undo = await place.ann.ask(
      `query ($id: ID!) { result: scheduleUndo(scheduleId: $id) { done { version } undone { version } } }`,
      variables(),
    );
    expect(undo).toEqual({ done: [], undone: [] });
  });

  it('belong to planners', async () => {
    const refused = await api.gql(KEEP, variables({ title: 'Mine' }), place.centre.agent);
    expect(refused.errors![0]!.extensions.code).toBe('FORBIDDEN');
  });
});

describe('a version of a published schedule', () => {
  it('comes back as edits that agents are told of', async () => {
    const { result: published } = await api.data<Loose>(
      `mutation ($id: ID!, $version: Int!) { result: publishSchedule(scheduleId: $id, expectedVersion: $version, overrideReason: "a test") { __typename ... on ScheduleHasBreaches { breaches { ruleId } } } }`,
      variables({ version: await place.version() }),
      place.ann.person,
    );
    expect(published).toEqual({ __typename: 'SchedulePublished' });
    const [publishedVersion] = await place.ann.ask(VERSIONS, variables());
    const board = await place.shifts();
    const added = await place.edit(place.ann, [place.shift(6, 3)]);
    const back = { version: publishedVersion.version, reason: 'a test' };
    const done = await place.ann.ask(RESTORE, variables({ ...back, expected: added.scheduleVersion }));
    expect(done).toMatchObject({ __typename: 'ScheduleRestored', changedShifts: 1, schedule: { state: 'PUBLISHED' } });
    expect((await place.shifts()).ids).toEqual(board.ids);
  });
});

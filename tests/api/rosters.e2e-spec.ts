import { addDays, localDateOf, startOfLocalDay } from '@yotei/time';
import { finishedJob, newTestCentre, TEST_TODAY, type TestCentre } from '../kit/test-centre.js';
import { useTestApi, type TestPerson } from '../kit/test-api.js';

const api = useTestApi({ worker: true });
let centre: TestCentre;
let scheduleId: string;
/** The shift that breaks a rule, once it does. */
let movedId: string;

const BOARD = `query ($id: ID, $weekOf: LocalDate) { scheduleBoard(id: $id, weekOf: $weekOf) {
  schedule { id state version changesSincePublish requirementId } startAt endAt slotMinutes agents { id name }
  shifts { ids versions agentIndex startMinute lengthMinutes flags activityOffset activityType activityStartMinute activityLengthMinutes activityTypeIds }
  requirement { queues { queue { id } agentsToRoster } } } }`;
const GENERATE = `mutation ($input: GenerateInput!) { generateSchedule(input: $input) { __typename ... on JobStarted { job { id } } ... on InvalidInput { path } } }`;
const EDIT = `mutation ($input: EditShiftsInput!) { editShifts(input: $input) { __typename
  ... on ShiftsEdited { scheduleVersion changesSincePublish shifts { id version startAt endAt handEdited locked activities { activityTypeId startAt endAt } } removedIds breaches { ruleId level } }
  ... on EditedMeanwhile { scheduleVersion changedBy shifts { id version } removedIds } ... on ScheduleHasBreaches { breaches { ruleId agentId message { en ja } } } ... on InvalidInput { path } } }`;
const PUBLISH = `mutation ($scheduleId: ID!, $expectedVersion: Int!, $overrideReason: String) { publishSchedule(scheduleId: $scheduleId, expectedVersion: $expectedVersion, overrideReason: $overrideReason) {
  __typename ... on SchedulePublished { notifiedAgents schedule { state version } } ... on ScheduleHasBreaches { breaches { ruleId } } ... on EditedMeanwhile { scheduleVersion } } }`;
const WEEK = `query ($weekOf: LocalDate!) { myWeek(weekOf: $weekOf) { published scheduledPaidMinutes zone notices { id kind acknowledgedAt text { en ja } } shifts { changedSincePublish before { startAt } shift { id startAt endAt } } } }`;

interface Board {
  readonly schedule: {
    readonly id: string;
    readonly state: string;
    readonly version: number;
    readonly changesSincePublish: number;
  };
  readonly startAt: string;
  readonly agents: readonly { readonly id: string }[];
  readonly shifts: Record<
    | 'versions'
    | 'agentIndex'
    | 'startMinute'
    | 'lengthMinutes'
    | 'flags'
    | 'activityOffset'
    | 'activityType'
    | 'activityStartMinute'
    | 'activityLengthMinutes',
    number[]
  > & { ids: string[]; activityTypeIds: string[] };
  readonly requirement: { readonly queues: readonly unknown[] } | null;
}
type Answer = Record<string, unknown> & { __typename: string };

const board = async (person: TestPerson = centre.planner) =>
  (await api.data<{ scheduleBoard: Board }>(BOARD, { id: scheduleId }, person)).scheduleBoard;
const edit = async (input: Record<string, unknown>, person: TestPerson = centre.planner) =>
  (await api.data<{ editShifts: Answer }>(EDIT, { input: { scheduleId, label: 'Test', ...input } }, person)).editShifts;
const publish = async (variables: Record<string, unknown>) =>
  (await api.data<{ publishSchedule: Answer }>(PUBLISH, { scheduleId, ...variables }, centre.planner)).publishSchedule;

/** A shift of the board by its place, as an edit refers to it. */
function shiftAt(of: Board, index: number) {
  const startAt = Date.parse(of.startAt) + of.shifts.startMinute[index]! * 60_000;
  return {
    shiftId: of.shifts.ids[index]!,
    agentId: of.agents[of.shifts.agentIndex[index]!]!.id,
    expectedVersion: of.shifts.versions[index]!,
    startAt: new Date(startAt).toISOString(),
    endAt: new Date(startAt + of.shifts.lengthMinutes[index]! * 60_000).toISOString(),
  };
}

beforeAll(async () => {
  centre = await newTestCentre(api);
}, 60_000);

describe('making a schedule', () => {
  it('begins with an empty draft of a week, of which there is one only', async () => {
    const CREATE = `mutation ($weekStartOn: LocalDate!) { createSchedule(weekStartOn: $weekStartOn) { __typename ... on ScheduleCreated { schedule { id state zone } } ... on InvalidInput { path } } }`;
    const create = async (weekStartOn: string) =>
      (
        await api.data<{ createSchedule: Answer & { schedule?: { id: string } } }>(
          CREATE,
          { weekStartOn },
          centre.planner,
        )
      ).createSchedule;
    const created = await create(centre.weekOn);
    expect(created).toMatchObject({ __typename: 'ScheduleCreated', schedule: { state: 'DRAFT', zone: 'Asia/Tokyo' } });
    scheduleId = created.schedule!.id;
    expect(await create(centre.weekOn)).toMatchObject({ __typename: 'InvalidInput', path: 'weekStartOn' });
    expect(await create(addDays(centre.weekOn, 9))).toMatchObject({ __typename: 'InvalidInput' }); // a Wednesday
  });

  it('needs a requirement before the engine can fill it', async () => {
    const { generateSchedule } = await api.data<{ generateSchedule: Answer }>(
      GENERATE,
      { input: { scheduleId, keepLocked: true, keepHandEdited: true, timeLimitSeconds: 2 } },
      centre.planner,
    );
    expect(generateSchedule.__typename).toBe('RequirementMissing');
  });

  it('is filled by the engine in a job, with no must rule broken and its progress told', async () => {
    const { startForecast } = await api.data<{ startForecast: { job: { id: string } } }>(
      `mutation ($fromOn: LocalDate!) { startForecast(fromOn: $fromOn, days: 14, methodId: "planner-mean") { ... on JobStarted { job { id } } } }`,
      { fromOn: TEST_TODAY },
      centre.planner,
    );
    await finishedJob(api, centre.planner, startForecast.job.id);
    await api.data(
      `mutation ($fromOn: LocalDate!) { computeRequirement(fromOn: $fromOn, days: 7) { __typename } }`,
      { fromOn: centre.weekOn },
      centre.planner,
    );
    const { generateSchedule } = await api.data<{ generateSchedule: Answer & { job?: { id: string } } }>(
      GENERATE,
      { input: { scheduleId, keepLocked: true, keepHandEdited: true, timeLimitSeconds: 2, seed: 5 } },
      centre.planner,
    );
    const job = await finishedJob(api, centre.planner, generateSchedule.job!.id);
    expect(job).toMatchObject({ state: 'DONE', errorCode: null });
    expect(job.result).toMatchObject({
      gapHours: expect.any(Number),
      problemHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const filled = await board();
    expect(filled.shifts.ids.length).toBeGreaterThan(20);
    expect(filled.shifts.activityOffset).toHaveLength(filled.shifts.ids.length + 1);
    // Activities tile their shift.
    filled.shifts.ids.forEach((_, i) => {
      const parts = filled.shifts.activityLengthMinutes.slice(
        filled.shifts.activityOffset[i],
        filled.shifts.activityOffset[i + 1],
      );
      expect(parts.reduce((sum, minutes) => sum + minutes, 0)).toBe(filled.shifts.lengthMinutes[i]);
    });
    expect(filled.requirement!.queues).toHaveLength(5);
    const { publishPreview } = await api.data<{ publishPreview: { mustBreaches: unknown[]; newShifts: number } }>(
      `query ($id: ID!) { publishPreview(scheduleId: $id) { mustBreaches { ruleId } newShifts shortHours withinFivePercentFraction } }`,
      { id: scheduleId },
      centre.planner,
    );
    expect(publishPreview).toMatchObject({ mustBreaches: [], newShifts: filled.shifts.ids.length });
  }, 90_000);
});

describe('editing on the board', () => {
  it('changes a shift in one step, raises its version and marks it as made by hand', async () => {
    const before = await board();
    const answer = await edit({ edits: [{ ...shiftAt(before, 0), locked: true }] });
    expect(answer).toMatchObject({
      __typename: 'ShiftsEdited',
      scheduleVersion: before.schedule.version + 1,
      shifts: [{ locked: true, handEdited: true, version: before.shifts.versions[0]! + 1 }],
    });
    expect((await board()).shifts.flags[0]).toBe(3); // locked and edited by hand
  });

  it('answers with the newer state when somebody was faster', async () => {
    const stale = await board();
    await edit({ edits: [{ ...shiftAt(stale, 1), locked: true }] });
    expect(await edit({ edits: [{ ...shiftAt(stale, 1), locked: false }] })).toMatchObject({
      __typename: 'EditedMeanwhile',
      changedBy: 'Test planner',
      scheduleVersion: stale.schedule.version + 1,
    });
  });

  it('lets one of two who save at the same time through', async () => {
    const now = await board();
    const answers = await Promise.all([true, false].map((locked) => edit({ edits: [{ ...shiftAt(now, 2), locked }] })));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['EditedMeanwhile', 'ShiftsEdited']);
  });

  it('refuses what breaks a must rule, tells which, and takes a written reason', async () => {
    const now = await board();
    const { agentId, shiftId, expectedVersion, startAt } = shiftAt(now, 3);
    // A shift from 02:00 of its day lies outside every template's start window.
    const dayAt = startOfLocalDay(localDateOf(Date.parse(startAt), 'Asia/Tokyo'), 'Asia/Tokyo');
    const at = (hours: number) => new Date(dayAt + hours * 3_600_000).toISOString();
    movedId = shiftId;
    const early = { shiftId, agentId, expectedVersion, startAt: at(2), endAt: at(11), activities: [] };
    const refused = await edit({ edits: [early] });
    expect(refused.__typename).toBe('ScheduleHasBreaches');
    expect((refused['breaches'] as { ruleId: string }[]).map(({ ruleId }) => ruleId)).toContain(
      'template-start-window',
    );
    expect((await board()).schedule.version).toBe(now.schedule.version);
    expect(await edit({ edits: [early], overrideReason: 'agreed with the agent' })).toMatchObject({
      __typename: 'ShiftsEdited',
    });
    const audit = await api.db.peek<{ action: string; reason: string }>(
      `select action, reason from audit_entries where subject_id = $1`,
      [scheduleId],
    );
    expect(audit).toEqual([{ action: 'schedule.edit-with-override', reason: 'agreed with the agent' }]);
  });

  it('blocks publishing while a must rule is broken; a shift taken away needs a reason where hours are owed', async () => {
    const now = await board();
    expect(await publish({ expectedVersion: now.schedule.version })).toMatchObject({
      __typename: 'ScheduleHasBreaches',
    });
    const index = now.shifts.ids.indexOf(movedId);
    expect(
      await edit({ edits: [{ ...shiftAt(now, index), remove: true }], overrideReason: 'hours made up next week' }),
    ).toMatchObject({
      __typename: 'ShiftsEdited',
      removedIds: [now.shifts.ids[index]],
    });
  });

  it('names wrong input by its path, and is not for agents', async () => {
    const now = await board();
    const one = shiftAt(now, 0);
    expect(await edit({ edits: [{ ...one, endAt: one.startAt }] })).toMatchObject({
      __typename: 'InvalidInput',
      path: 'edits.0.endAt',
    });
    expect(await edit({ edits: [] })).toMatchObject({ __typename: 'InvalidInput', path: 'edits' });
    expect(await edit({ scheduleId: centre.agentId, edits: [one] })).toMatchObject({ __typename: 'NotFound' });
    const refused = await api.gql(EDIT, { input: { scheduleId, label: 'x', edits: [one] } }, centre.agent);
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('publishing', () => {
  it('shows the agent nothing before, everything after, and tells those who can be told', async () => {
    const before = await api.data<{ myWeek: { published: boolean; shifts: unknown[] } }>(
      WEEK,
      { weekOf: centre.weekOn },
      centre.agent,
    );
    expect(before.myWeek).toMatchObject({ published: false, shifts: [] });
    const now = await board();
    expect(await publish({ expectedVersion: now.schedule.version - 1 })).toMatchObject({
      __typename: 'EditedMeanwhile',
      scheduleVersion: now.schedule.version,
    });
    const published = await publish({
      expectedVersion: now.schedule.version,
      overrideReason: 'one shift short, agreed',
    });
    expect(published).toMatchObject({
      __typename: 'SchedulePublished',
      notifiedAgents: 1,
      schedule: { state: 'PUBLISHED' },
    });
    const after = await api.data<{
      myWeek: {
        published: boolean;
        shifts: { changedSincePublish: boolean }[];
        notices: { kind: string; acknowledgedAt: string | null }[];
      };
    }>(WEEK, { weekOf: centre.weekOn }, centre.agent);
    expect(after.myWeek.published).toBe(true);
    expect(after.myWeek.shifts.length).toBeGreaterThan(0);
    expect(after.myWeek.notices).toMatchObject([
      {
        kind: 'schedule-published',
        acknowledgedAt: null,
        text: { en: 'The schedule of 23–29 Nov 2026 is published', ja: '2026年11月23日〜29日のシフトが公開されました' },
      },
    ]);
    expect(await publish({ expectedVersion: now.schedule.version + 1 })).toMatchObject({
      __typename: 'ScheduleAlreadyPublished',
    });
  });

  it('keeps what the agent was told beside a later change until it is published, and notices are acknowledged', async () => {
    const now = await board();
    const own = now.agents.findIndex(({ id }) => id === centre.agentId);
    const index = now.shifts.agentIndex.indexOf(own);
    const one = shiftAt(now, index);
    const later = {
      ...one,
      startAt: new Date(Date.parse(one.startAt) + 1_800_000).toISOString(),
      activities: undefined,
    };
    expect(await edit({ edits: [later], overrideReason: 'train strike' })).toMatchObject({
      __typename: 'ShiftsEdited',
    });
    const { myWeek } = await api.data<{
      myWeek: {
        notices: { id: string; kind: string }[];
        shifts: {
          changedSincePublish: boolean;
          before: { startAt: string } | null;
          shift: { id: string; startAt: string };
        }[];
      };
    }>(WEEK, { weekOf: centre.weekOn }, centre.agent);
    const changed = myWeek.shifts.find(({ shift }) => shift.id === one.shiftId)!;
    expect(changed).toMatchObject({
      changedSincePublish: true,
      before: { startAt: one.startAt.replace('.000Z', 'Z') },
    });
    expect(myWeek.notices.map(({ kind }) => kind)).toContain('schedule-changed');
    const ACKNOWLEDGE = 'mutation ($id: ID!) { acknowledgeNotice(id: $id) }';
    expect(await api.data(ACKNOWLEDGE, { id: myWeek.notices[0]!.id }, centre.planner)).toEqual({
      acknowledgeNotice: false,
    }); // not theirs
    expect(await api.data(ACKNOWLEDGE, { id: myWeek.notices[0]!.id }, centre.agent)).toEqual({
      acknowledgeNotice: true,
    });
    expect((await board()).schedule.changesSincePublish).toBe(1);
    const back = { ...one, expectedVersion: one.expectedVersion + 1 };
    expect(await edit({ edits: [back], overrideReason: 'trains run again' })).toMatchObject({
      __typename: 'ShiftsEdited',
      changesSincePublish: 0,
    });
    expect((await board()).schedule.changesSincePublish).toBe(0);
    const again = { ...later, expectedVersion: one.expectedVersion + 2 };
    expect(await edit({ edits: [again], overrideReason: 'train strike' })).toMatchObject({ changesSincePublish: 1 });
    const gone = { ...again, expectedVersion: one.expectedVersion + 3, remove: true };
    expect(await edit({ edits: [gone], overrideReason: 'train strike' })).toMatchObject({ changesSincePublish: 1 });
  });

  it('refuses to generate a published schedule anew', async () => {
    const { generateSchedule } = await api.data<{ generateSchedule: Answer }>(
      GENERATE,
      { input: { scheduleId, keepLocked: true, keepHandEdited: true, timeLimitSeconds: 2 } },
      centre.planner,
    );
    expect(generateSchedule).toMatchObject({ __typename: 'InvalidInput', path: 'scheduleId' });
  });
});

describe('the ladder of weeks', () => {
  it('tells how far each week has come', async () => {
    const { weeks } = await api.data<{
      weeks: { weekStartOn: string; forecast: boolean; requirement: boolean; schedule: { state: string } | null }[];
    }>(
      `query ($fromOn: LocalDate!) { weeks(fromOn: $fromOn, count: 3) { weekStartOn forecast requirement schedule { state } } }`,
      { fromOn: addDays(centre.weekOn, 3) },
      centre.planner,
    );
    expect(weeks).toMatchObject([
      { weekStartOn: centre.weekOn, forecast: true, requirement: true, schedule: { state: 'PUBLISHED' } },
      { weekStartOn: addDays(centre.weekOn, 7), forecast: true, requirement: false, schedule: null },
      { weekStartOn: addDays(centre.weekOn, 14), forecast: false, requirement: false, schedule: null },
    ]);
  });

  it('is empty for another organisation', async () => {
    const stranger = await api.person(['planner']);
    expect(await api.data(BOARD, { id: scheduleId }, stranger)).toEqual({ scheduleBoard: null });
  });
});

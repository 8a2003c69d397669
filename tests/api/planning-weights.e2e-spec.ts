import { finishedJob, newTestCentre, TEST_TODAY, type TestCentre } from '../kit/test-centre.js';
import { useTestApi, type TestPerson } from '../kit/test-api.js';

const api = useTestApi({ worker: true });
let centre: TestCentre;
let scheduleId: string;

const WEIGHTS = `version changedBy weights { id group value standard min max step }`;
const READ = `query { planningWeights { ${WEIGHTS} } }`;
const SAVE = `mutation ($expectedVersion: Int!, $weights: [PlanningWeightInput!]!) { savePlanningWeights(expectedVersion: $expectedVersion, weights: $weights) { __typename
  ... on PlanningWeightsSaved { planningWeights { ${WEIGHTS} } } ... on PlanningWeightsEditedMeanwhile { planningWeights { version } } ... on InvalidInput { path message } } }`;
const GENERATE = `mutation ($input: GenerateInput!) { generateSchedule(input: $input) { __typename ... on JobStarted { job { id } } ... on InvalidInput { path } } }`;
const BOARD = `query ($id: ID) { scheduleBoard(id: $id) { schedule { version } startAt
  shifts { ids agentIndex startMinute lengthMinutes activityOffset activityType activityStartMinute activityTypeIds } } }`;
const PROPOSE = `query ($scheduleId: ID!, $fromAt: DateTime!) { breakProposal(scheduleId: $scheduleId, fromAt: $fromAt) { staffingBefore staffingAfter savedHours searchedShifts shifts { id } } }`;
const PLACE = `mutation ($scheduleId: ID!, $fromAt: DateTime!) { placeBreaks(scheduleId: $scheduleId, fromAt: $fromAt, label: "Breaks") { __typename
  ... on BreaksPlaced { scheduleVersion proposal { staffingBefore staffingAfter shifts { id } } } } }`;

type Answer = Record<string, unknown> & { __typename: string };
interface Weights {
  readonly version: number;
  readonly weights: readonly { readonly id: string; readonly value: number; readonly standard: number }[];
}
interface Board {
  readonly schedule: { readonly version: number };
  readonly startAt: string;
  readonly shifts: Record<'agentIndex' | 'startMinute' | 'lengthMinutes' | 'activityStartMinute', number[]> & {
    ids: string[];
  };
}

const weights = async (person: TestPerson = centre.planner) =>
  (await api.data<{ planningWeights: Weights }>(READ, {}, person)).planningWeights;
const save = async (expectedVersion: number, values: Record<string, number>) => {
  const list = Object.entries(values).map(([id, value]) => ({ id, value }));
  const variables = { expectedVersion, weights: list };
  return (await api.data<{ savePlanningWeights: Answer }>(SAVE, variables, centre.planner)).savePlanningWeights;
};
const board = async () =>
  (await api.data<{ scheduleBoard: Board }>(BOARD, { id: scheduleId }, centre.planner)).scheduleBoard;

async function generate(
  input: Record<string, unknown>,
): Promise<{ state: string; result: Record<string, unknown> | null }> {
  const { generateSchedule } = await api.data<{ generateSchedule: { job: { id: string } } }>(
    GENERATE,
    { input: { scheduleId, keepLocked: true, keepHandEdited: true, timeLimitSeconds: 2, seed: 3, ...input } },
    centre.planner,
  );
  return finishedJob(api, centre.planner, generateSchedule.job.id);
}

const spans = ({ shifts }: Board) =>
  shifts.ids.map((_, i) => `${shifts.agentIndex[i]} ${shifts.startMinute[i]} ${shifts.lengthMinutes[i]}`).sort();

beforeAll(async () => {
  centre = await newTestCentre(api);
  const { startForecast } = await api.data<{ startForecast: { job: { id: string } } }>(
    `mutation ($fromOn: LocalDate!) { startForecast(fromOn: $fromOn, days: 14, methodId: "planner-mean") { ... on JobStarted { job { id } } } }`,
    { fromOn: TEST_TODAY },
    centre.planner,
  );
  await finishedJob(api, centre.planner, startForecast.job.id);
  await api.data(
    `mutation ($on: LocalDate!) { computeRequirement(fromOn: $on, days: 7) { __typename } }`,
    { on: centre.weekOn },
    centre.planner,
  );
  const { createSchedule } = await api.data<{ createSchedule: { schedule: { id: string } } }>(
    `mutation ($on: LocalDate!) { createSchedule(weekStartOn: $on) { ... on ScheduleCreated { schedule { id } } } }`,
    { on: centre.weekOn },
    centre.planner,
  );
  scheduleId = createSchedule.schedule.id;
}, 90_000);

describe('planning weights', () => {
  it('are the standard until the centre changes them, each change a version', async () => {
    const before = await weights();
    expect(before.version).toBe(0);
    expect(before.weights.every(({ value, standard }) => value === standard)).toBe(true);
    const saved = await save(0, { night: 12 });
    expect(saved.__typename).toBe('PlanningWeightsSaved');
    const after = await weights();
    expect(after.version).toBe(1);
    expect(after.weights.find(({ id }) => id === 'night')!.value).toBe(12);
    // Untouched: the standard.
    expect(after.weights.find(({ id }) => id === 'weekend')!.value).toBe(10);
  });

  it('are refused when out of range, and when someone changed them meanwhile', async () => {
    expect(await save(1, { night: -3 })).toMatchObject({ __typename: 'InvalidInput', path: 'weights.night' });
    expect(await save(0, { night: 4 })).toMatchObject({
      __typename: 'PlanningWeightsEditedMeanwhile',
      planningWeights: { version: 1 },
    });
  });

  it('go back to the standard when none is given', async () => {
    expect((await save(1, {})).__typename).toBe('PlanningWeightsSaved');
    expect((await weights()).weights.every(({ value, standard }) => value === standard)).toBe(true);
  });

  it('are not for agents', async () => {
    const answer = await api.gql(READ, {}, centre.agent);
    expect(answer.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});

describe('planning again', () => {
  it('counts the weights in the score of a run, and keeps what it is told to', async () => {
    const first = await generate({});
    expect(first).toMatchObject({ state: 'DONE' });
    const before = await board();
    const again = await generate({ again: { keep: ['SHIFTS'], disruption: 1 } });
    expect(again.state).toBe('DONE');
    const now = new Set(spans(await board()));
    for (const span of spans(before)) expect(now).toContain(span);
    const parts = again.result!['parts'] as Record<string, number>;
    expect(Object.keys(parts)).toEqual(expect.arrayContaining(['fairness', 'wellbeing', 'stability', 'money']));
  }, 60_000);
});

describe('placing breaks again', () => {
  it('proposes and places better places of breaks, as one edit', async () => {
    const before = await board();
    const variables = { scheduleId, fromAt: before.startAt };
    const { breakProposal } = await api.data<{ breakProposal: { staffingBefore: number; staffingAfter: number } }>(
      PROPOSE,
      variables,
      centre.planner,
    );
    expect(breakProposal.staffingAfter).toBeLessThanOrEqual(breakProposal.staffingBefore);
    const { placeBreaks } = await api.data<{
      placeBreaks: { __typename: string; scheduleVersion: number | null; proposal: { shifts: unknown[] } };
    }>(PLACE, variables, centre.planner);
    expect(placeBreaks.__typename).toBe('BreaksPlaced');
    const after = await board();
    expect(spans(after)).toEqual(spans(before));
    const moved = placeBreaks.proposal.shifts.length > 0;
    expect(after.schedule.version).toBe(moved ? before.schedule.version + 1 : before.schedule.version);
    expect(placeBreaks.scheduleVersion).toBe(moved ? after.schedule.version : null);
    const again = await api.data<{ breakProposal: { shifts: unknown[] } }>(PROPOSE, variables, centre.planner);
    expect(again.breakProposal.shifts).toEqual([]);
  }, 60_000);

  it('answers that there is no such schedule', async () => {
    const unknown = { scheduleId: '00000000-0000-7000-8000-000000000000', fromAt: '2026-01-01T00:00:00Z' };
    const { placeBreaks } = await api.data<{ placeBreaks: Answer }>(PLACE, unknown, centre.planner);
    expect(placeBreaks.__typename).toBe('NotFound');
  });
});

import { addDays } from '@yotei/time';
import { useTestApi, type Loose } from '../kit/test-api.js';
import { finishedJob, newTestCentre, TEST_TODAY, type TestCentre } from '../kit/test-centre.js';

const api = useTestApi({ worker: true });
let centre: TestCentre;
let scheduleId: string;

const ask = async (query: string, variables: object = {}): Promise<Loose> =>
  (await api.data<Loose>(query, variables as Record<string, unknown>, centre.planner)).result;

async function generate(seed: number): Promise<void> {
  const input = { scheduleId, timeLimitSeconds: 1, keepLocked: false, keepHandEdited: false, seed };
  const { job } = await ask(
    `mutation ($input: GenerateInput!) { result: generateSchedule(input: $input) { ... on JobStarted { job { id } } } }`,
    { input },
  );
  expect(await finishedJob(api, centre.planner, job.id)).toMatchObject({ state: 'DONE' });
}

/** `agent start length` of every shift, by whether it starts before the minute. */
async function shifts(untilMinute: number): Promise<{ early: string[]; late: string[] }> {
  const { shifts: packed } = await ask(
    `query ($id: ID!) { result: scheduleBoard(id: $id) { shifts { agentIndex startMinute lengthMinutes } } }`,
    { id: scheduleId },
  );
  const all = packed.agentIndex.map((agent: number, i: number) => ({
    start: packed.startMinute[i],
    text: `${agent} ${packed.startMinute[i]} ${packed.lengthMinutes[i]}`,
  }));
  const of = (isEarly: boolean) =>
    all
      .filter(({ start }: Loose) => start < untilMinute === isEarly)
      .map(({ text }: Loose) => text)
      .sort();
  return { early: of(true), late: of(false) };
}

beforeAll(async () => {
  centre = await newTestCentre(api);
  const forecast = await ask(
    `mutation ($on: LocalDate!) { result: startForecast(fromOn: $on, days: 14, methodId: "planner-mean") { ... on JobStarted { job { id } } } }`,
    { on: TEST_TODAY },
  );
  await finishedJob(api, centre.planner, forecast.job.id);
  await ask(`mutation ($on: LocalDate!) { result: computeRequirement(fromOn: $on, days: 7) { __typename } }`, {
    on: centre.weekOn,
  });
  const created = await ask(
    `mutation ($on: LocalDate!) { result: createSchedule(weekStartOn: $on) { ... on ScheduleCreated { schedule { id } } } }`,
    { on: centre.weekOn },
  );
  scheduleId = created.schedule.id;
  await generate(1);
}, 120_000);

describe('generating a draft that is published in part', () => {
  it('leaves alone what agents know, shifts and days off, and plans the rest', async () => {
    const board = await ask(`query ($id: ID!) { result: scheduleBoard(id: $id) { schedule { version } } }`, {
      id: scheduleId,
    });
    const published = await ask(
      `mutation ($id: ID!, $version: Int!, $part: PublishPartInput) { result: publishSchedule(scheduleId: $id, expectedVersion: $version, overrideReason: "a test", part: $part) { __typename } }`,
      { id: scheduleId, version: board.schedule.version, part: { untilOn: addDays(centre.weekOn, 2) } },
    );
    expect(published).toEqual({ __typename: 'SchedulePublished' });
    const twoDays = 2 * 24 * 60;
    const before = await shifts(twoDays);
    expect(before.early.length).toBeGreaterThan(4);
    await generate(77);
    const after = await shifts(twoDays);
    expect(after.early).toEqual(before.early);
    expect(after.late.length).toBeGreaterThan(10);
  }, 60_000);
});

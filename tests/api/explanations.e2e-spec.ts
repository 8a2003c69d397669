import { finishedJob, newTestCentre, TEST_TODAY, type TestCentre } from '../kit/test-centre.js';
import { useTestApi, type TestPerson } from '../kit/test-api.js';

// Places and explanations are computed in threads, which a busy machine starts slowly.
jest.setTimeout(60_000);

const api = useTestApi({ worker: true });
let centre: TestCentre;
let scheduleId: string;

type Answer = Record<string, unknown> & { __typename: string };
const BOARD = `query ($id: ID!) { scheduleBoard(id: $id) { startAt slotMinutes schedule { version } agents { id }
  shifts { ids versions agentIndex startMinute lengthMinutes } requirement { queues { queue { id } agentsToRoster } } } }`;
const SHORTAGE = `query ($scheduleId: ID!, $queueId: ID!, $at: DateTime!) { explainShortage(scheduleId: $scheduleId, queueId: $queueId, at: $at) {
  __typename ... on ShortageExplained { startAt endAt missingHours agentsToRoster scheduledAgents severalLimits noTemplate worthMoreElsewhere improvable
    improvements { agentId hoursSaved shifts { startAt activities { activityTypeId } } }
    reasons { limit title { en ja } agentIds gain { agentId text { en ja } hoursSaved shifts { startAt endAt activities { startAt endAt } } } } } } }`;
const WEEK = `query ($scheduleId: ID!, $wish: WishInput!) { explainWeek(scheduleId: $scheduleId, wish: $wish) {
  __typename ... on WeekExplained { outcome planner { en ja } agent { en ja } hoursChange conflict { en } shifts { startAt } } ... on InvalidInput { path } } }`;
const VERSIONS = `query ($scheduleId: ID!) { scheduleVersions(scheduleId: $scheduleId) { version keptBecause shiftCount } }`;
const DIFFERENCE = `query ($scheduleId: ID!, $version: Int!) { scheduleDifference(scheduleId: $scheduleId, version: $version) {
  __typename ... on ScheduleDifference { before { cost shortHours } after { cost shortHours } agents { agentId shifts { kind on aspects } } coverage { queueId shortHoursBefore } } } }`;
const GENERATE = `mutation ($input: GenerateInput!) { generateSchedule(input: $input) { ... on JobStarted { job { id } } } }`;

interface Board {
  readonly startAt: string;
  readonly slotMinutes: number;
  readonly agents: readonly { readonly id: string }[];
  readonly shifts: Record<'versions' | 'agentIndex' | 'startMinute' | 'lengthMinutes', number[]> & { ids: string[] };
  readonly requirement: { readonly queues: readonly { queue: { id: string }; agentsToRoster: number[] }[] };
}

interface Reason {
  readonly limit: string;
  readonly title: { readonly en: string; readonly ja: string };
  readonly gain: {
    readonly shifts: readonly { readonly startAt: string; readonly activities: readonly { startAt: string }[] }[];
  } | null;
}

const ask = async (query: string, field: string, variables: object, person: TestPerson = centre.planner) =>
  (await api.data<Record<string, Answer>>(query, { scheduleId, ...variables }, person))[field]!;
const board = async () =>
  (await api.data<{ scheduleBoard: Board }>(BOARD, { id: scheduleId }, centre.planner)).scheduleBoard;

async function generate(seed: number): Promise<void> {
  const { generateSchedule } = await api.data<{ generateSchedule: { job: { id: string } } }>(
    GENERATE,
    { input: { scheduleId, keepLocked: true, keepHandEdited: true, timeLimitSeconds: 1, seed } },
    centre.planner,
  );
  expect((await finishedJob(api, centre.planner, generateSchedule.job.id)).state).toBe('DONE');
}

beforeAll(async () => {
  centre = await newTestCentre(api);
  const { createSchedule } = await api.data<{ createSchedule: { schedule: { id: string } } }>(
    `mutation ($weekStartOn: LocalDate!) { createSchedule(weekStartOn: $weekStartOn) { ... on ScheduleCreated { schedule { id } } } }`,
    { weekStartOn: centre.weekOn },
    centre.planner,
  );
  scheduleId = createSchedule.schedule.id;
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
  await generate(5);
}, 120_000);

describe('why a queue is short', () => {
  it('names limits with what letting them out would save, in both languages', async () => {
    const { startAt, slotMinutes, requirement } = await board();
    // The interval that asks for most: with ten agents over two sites somewhere it is short.
    const answers: Answer[] = [];
    for (const { queue, agentsToRoster } of requirement.queues) {
      const most = agentsToRoster.indexOf(Math.max(...agentsToRoster));
      const at = new Date(Date.parse(startAt) + most * slotMinutes * 60_000).toISOString();
      answers.push(await ask(SHORTAGE, 'explainShortage', { queueId: queue.id, at }));
    }
    const short = answers.filter(({ __typename }) => __typename === 'ShortageExplained');
    expect(short.length).toBeGreaterThan(0);
    const reasons = short.flatMap(({ reasons: found }) => found as Reason[]);
    expect(reasons.length).toBeGreaterThan(0);
    for (const { title } of reasons) expect(title).toEqual({ en: expect.any(String), ja: expect.any(String) });
    const gains = reasons.flatMap(({ limit, gain }) => (gain ? [{ limit, ...gain }] : []));
    expect(gains.length).toBeGreaterThan(0);
    // What shifts alone can mend comes with the shifts; an absence or a missing skill does not.
    for (const { limit, shifts } of gains) expect(shifts.length > 0).toBe(limit !== 'absence' && limit !== 'skill');
    for (const { startAt: from, activities } of gains.flatMap(({ shifts }) => shifts))
      expect(activities[0]!.startAt).toBe(from);
  }, 60_000);

  it('says when the queue is not short, and what it does not know', async () => {
    const { startAt, requirement } = await board();
    const queueId = requirement.queues[0]!.queue.id;
    const before = new Date(Date.parse(startAt) - 3_600_000).toISOString();
    expect(await ask(SHORTAGE, 'explainShortage', { queueId, at: before })).toMatchObject({
      __typename: 'QueueNotShort',
    });
    expect(await ask(SHORTAGE, 'explainShortage', { queueId: scheduleId, at: before })).toMatchObject({
      __typename: 'NotFound',
    });
  });

  it('is not for agents to ask', async () => {
    const variables = { scheduleId, queueId: scheduleId, at: '2026-11-23T00:00:00Z' };
    const refused = await api.gql(SHORTAGE, variables, centre.agent);
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('why a week is not the wished one', () => {
  it('answers planner and agent in sentences, and proposes the week where it is possible', async () => {
    const { agents, shifts, startAt } = await board();
    const agentId = agents[shifts.agentIndex[0]!]!.id;
    const on = new Date(Date.parse(startAt) + shifts.startMinute[0]! * 60_000 + 9 * 3_600_000)
      .toISOString()
      .slice(0, 10);
    const answer = await ask(WEEK, 'explainWeek', { wish: { agentId, kind: 'DAY_OFF', on } });
    expect(answer).toMatchObject({
      __typename: 'WeekExplained',
      planner: { en: expect.stringContaining('day off'), ja: expect.stringContaining('休み') },
    });
    expect(['POSSIBLE', 'FORBIDDEN']).toContain(answer['outcome']);
  });

  it('refuses a date outside the week, and a day off without a date', async () => {
    const { agents } = await board();
    const wish = { agentId: agents[0]!.id, kind: 'DAY_OFF', on: '2027-01-01' };
    expect(await ask(WEEK, 'explainWeek', { wish })).toMatchObject({ __typename: 'InvalidInput', path: 'wish.on' });
    const { on: _on, ...dateless } = wish;
    expect(await ask(WEEK, 'explainWeek', { wish: dateless })).toMatchObject({ __typename: 'InvalidInput' });
    expect(await ask(WEEK, 'explainWeek', { wish: { ...wish, on: centre.weekOn, agentId: scheduleId } })).toMatchObject(
      {
        __typename: 'NotFound',
      },
    );
  });
});

describe('what a schedule costs', () => {
  const SCORE = `query ($scheduleId: ID!) { scheduleScore(scheduleId: $scheduleId) { __typename ... on ScheduleScore {
    cost hourPrice teamRules parts { part cost } agents { agentId cost parts { part cost } } intervals { startAt understaffing overstaffing } } } }`;

  it('is told by part, agent and interval, which add up to the whole', async () => {
    const score = (await ask(SCORE, 'scheduleScore', {})) as unknown as {
      cost: number;
      hourPrice: number;
      teamRules: number;
      parts: { part: string; cost: number }[];
      agents: { agentId: string; cost: number }[];
      intervals: { understaffing: number; overstaffing: number }[];
    };
    const sum = (costs: readonly number[]): number => costs.reduce((total, cost) => total + cost, 0);
    expect(sum(score.parts.map(({ cost }) => cost))).toBeCloseTo(score.cost, 4);
    const staffing = sum(score.intervals.map(({ understaffing, overstaffing }) => understaffing + overstaffing));
    expect(staffing).toBeGreaterThan(0);
    expect(staffing + sum(score.agents.map(({ cost }) => cost)) + score.teamRules).toBeCloseTo(score.cost, 4);
    expect(score.hourPrice).toBeGreaterThan(0);
  });

  it('is not told of a schedule that is not there, nor to agents', async () => {
    expect(await ask(SCORE, 'scheduleScore', { scheduleId: centre.agentId })).toMatchObject({
      __typename: 'NotFound',
    });
    const refused = await api.gql(SCORE, { scheduleId }, centre.agent);
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('planning again with published days', () => {
  it('leaves the days up to the last one published as they are', async () => {
    const before = await board();
    const publishedUntilOn = centre.weekOn;
    const { generateSchedule } = await api.data<{ generateSchedule: { job: { id: string } } }>(
      GENERATE,
      {
        input: {
          scheduleId,
          keepLocked: false,
          keepHandEdited: false,
          timeLimitSeconds: 1,
          seed: 77,
          again: { keep: ['PUBLISHED_DAYS'], disruption: 0, publishedUntilOn },
        },
      },
      centre.planner,
    );
    expect((await finishedJob(api, centre.planner, generateSchedule.job.id)).state).toBe('DONE');
    const after = await board();
    const firstDay = ({ shifts, agents }: Board) =>
      shifts.ids
        .map((_, i) => ({
          id: agents[shifts.agentIndex[i]!]!.id,
          at: shifts.startMinute[i]!,
          long: shifts.lengthMinutes[i]!,
        }))
        .filter(({ at }) => at < 1440)
        .sort((a, b) => a.at - b.at || a.id.localeCompare(b.id));
    expect(firstDay(before).length).toBeGreaterThan(0);
    expect(firstDay(after)).toEqual(firstDay(before));
  }, 60_000);
});

describe('what changed since', () => {
  it('compares with the roster the engine replaced, and with the one published', async () => {
    const filled = await board();
    await generate(6);
    const { scheduleVersions } = await api.data<{
      scheduleVersions: { version: number; keptBecause: string; shiftCount: number }[];
    }>(VERSIONS, { scheduleId }, centre.planner);
    expect(scheduleVersions[0]).toMatchObject({ keptBecause: 'GENERATE', shiftCount: filled.shifts.ids.length });
    const { version } = scheduleVersions[0]!;
    const difference = await ask(DIFFERENCE, 'scheduleDifference', { version });
    expect(difference).toMatchObject({
      __typename: 'ScheduleDifference',
      before: { cost: expect.any(Number) },
      agents: expect.any(Array),
    });
    expect(await ask(DIFFERENCE, 'scheduleDifference', { version: version + 100 })).toMatchObject({
      __typename: 'NotFound',
    });
  }, 60_000);
});

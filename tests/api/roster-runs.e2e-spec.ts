import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';
import { finishedJob, newTestCentre, TEST_TODAY, type TestCentre } from '../kit/test-centre.js';
import { useTestApi } from '../kit/test-api.js';

const api = useTestApi({ worker: true });
let centre: TestCentre;
let scheduleId: string;
let socket: Client;

interface Change {
  readonly version: number;
  readonly reload: boolean;
  readonly changedBy: string | null;
  readonly shifts: readonly { readonly id: string; readonly locked: boolean }[];
}

const GENERATE = `mutation ($input: GenerateInput!) { generateSchedule(input: $input) { ... on JobStarted { job { id } } } }`;
const BOARD = `query ($id: ID) { scheduleBoard(id: $id) { schedule { version } startAt agents { id } shifts { ids versions agentIndex startMinute lengthMinutes flags } } }`;
const LOCK = `mutation ($input: EditShiftsInput!) { editShifts(input: $input) { __typename } }`;

interface Board {
  readonly scheduleBoard: {
    readonly schedule: { readonly version: number };
    readonly agents: readonly { readonly id: string }[];
    readonly shifts: {
      readonly ids: string[];
      readonly versions: number[];
      readonly agentIndex: number[];
      readonly startMinute: number[];
      readonly lengthMinutes: number[];
      readonly flags: number[];
    };
  };
}

const board = async () => (await api.data<Board>(BOARD, { id: scheduleId }, centre.planner)).scheduleBoard;
const generate = async (timeLimitSeconds: number, seed = 1): Promise<string> => {
  const input = { scheduleId, keepLocked: true, keepHandEdited: true, timeLimitSeconds, seed };
  return (await api.data<{ generateSchedule: { job: { id: string } } }>(GENERATE, { input }, centre.planner))
    .generateSchedule.job.id;
};

/** Locks the first shift of the board that is not locked yet. */
async function lockOne(): Promise<string> {
  const { shifts, agents } = await board();
  const index = shifts.flags.findIndex((flags) => (flags & 1) === 0);
  const edit = {
    shiftId: shifts.ids[index],
    agentId: agents[shifts.agentIndex[index]!]!.id,
    expectedVersion: shifts.versions[index],
    locked: true,
  };
  const { editShifts } = await api.data<{ editShifts: { __typename: string } }>(
    LOCK,
    { input: { scheduleId, label: 'Lock', edits: [edit] } },
    centre.planner,
  );
  expect(editShifts.__typename).toBe('ShiftsEdited');
  return shifts.ids[index]!;
}

/** Until the job has told its first roster: from then on there is a best one to keep. */
async function running(jobId: string): Promise<void> {
  for (;;) {
    const { job } = await api.data<{ job: { state: string; progress: { bestCost?: number | null } | null } }>(
      'query ($id: ID!) { job(id: $id) { state progress } }',
      { id: jobId },
      centre.planner,
    );
    if (job.progress?.bestCost != null || job.state === 'DONE') return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

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
  class PageSocket extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { origin: api.url, headers: { cookie: centre.planner.cookie } });
    }
  }
  socket = createClient({
    url: `${api.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: PageSocket,
    retryAttempts: 0,
  });
}, 90_000);

afterAll(() => socket?.dispose());

interface Best {
  readonly jobId: string;
  readonly cost: number;
  readonly shifts: { readonly ids: string[]; readonly agentIndex: number[]; readonly activityOffset: number[] };
}

const best = async () =>
  (
    await api.data<{ rosterBest: Best | null }>(
      'query ($id: ID!) { rosterBest(scheduleId: $id) { jobId cost shifts { ids agentIndex activityOffset } } }',
      { id: scheduleId },
      centre.planner,
    )
  ).rosterBest;

/** The best roster of a run, as soon as one is stored. */
async function bestOf(jobId: string): Promise<Best> {
  for (;;) {
    const found = await best();
    if (found?.jobId === jobId) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('a run of the engine', () => {
  it('shows its best roster while it goes on, and keeps it when it is stopped', async () => {
    const jobId = await generate(600);
    const { shifts: shown } = await bestOf(jobId);
    expect(shown.ids.length).toBeGreaterThan(20);
    expect(Math.min(...shown.agentIndex)).toBeGreaterThanOrEqual(0);
    expect(shown.activityOffset.at(-1)).toBeGreaterThan(shown.ids.length);
    expect((await board()).shifts.ids).toEqual([]);
    await running(jobId);
    await api.data('mutation ($id: ID!) { cancelJob(id: $id) { __typename } }', { id: jobId }, centre.planner);
    const job = await finishedJob(api, centre.planner, jobId);
    expect(job).toMatchObject({ state: 'DONE', result: { stoppedBy: 'cancel' } });
    const { shifts } = await board();
    expect(shifts.ids.length).toBeGreaterThan(20);
    expect(shifts.ids.length).toBe(job.result!['shifts']);
    expect(await best()).toBeNull();
  }, 60_000);

  it('leaves the draft alone when it is stopped before its first roster', async () => {
    const { version } = (await board()).schedule;
    const jobId = await generate(600);
    await api.data('mutation ($id: ID!) { cancelJob(id: $id) { __typename } }', { id: jobId }, centre.planner);
    const { state, result } = await finishedJob(api, centre.planner, jobId);
    // The worker may have been quick enough to hold a roster already; either ending is told and done.
    expect((await board()).schedule.version).toBe(state === 'CANCELLED' ? version : version + 1);
    expect(result === null).toBe(state === 'CANCELLED');
  }, 60_000);

  it('leaves locked shifts where they are', async () => {
    const lockedId = await lockOne();
    const before = await board();
    const place = (of: typeof before) => of.shifts.startMinute[of.shifts.ids.indexOf(lockedId)];
    await finishedJob(api, centre.planner, await generate(1, 2));
    const after = await board();
    expect(place(after)).toBe(place(before));
    expect(after.schedule.version).toBe(before.schedule.version + 1);
  }, 60_000);

  it('gives way to an edit made meanwhile: its result is not applied but stays beside the draft', async () => {
    const jobId = await generate(3, 3);
    await running(jobId);
    await lockOne();
    const { version } = (await board()).schedule;
    expect(await finishedJob(api, centre.planner, jobId)).toMatchObject({
      state: 'FAILED',
      errorCode: 'roster.draft-changed',
    });
    expect((await board()).schedule.version).toBe(version);
    expect(await best()).toMatchObject({ jobId });
  }, 60_000);
});

describe('watching a schedule', () => {
  it('shows an edit of somebody else as it happens', async () => {
    const changes = socket.iterate<{ scheduleChanged: Change }>({
      query:
        'subscription ($id: ID!) { scheduleChanged(scheduleId: $id) { version reload changedBy shifts { id locked } } }',
      variables: { id: scheduleId },
    });
    const next = changes.next();
    let isHeard = false;
    void next.then(() => (isHeard = true));
    // Nobody tells when the listening has begun, so edits are made until one is heard.
    const edited: string[] = [];
    while (!isHeard) {
      edited.push(await lockOne());
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const { value } = await next;
    expect(value.data.scheduleChanged).toMatchObject({ reload: false, changedBy: 'Test planner' });
    expect(value.data.scheduleChanged.shifts).toEqual([{ id: expect.any(String), locked: true }]);
    expect(edited).toContain(value.data.scheduleChanged.shifts[0].id);
    await changes.return?.();
  }, 30_000);
});

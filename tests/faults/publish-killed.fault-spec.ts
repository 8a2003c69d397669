import { addDays } from '@yotei/time';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PlannerClient } from '../kit/planner-client.js';
import { ProgramFolder } from '../kit/program-folder.js';
import { until, type RunningProgram } from '../kit/running-program.js';

const AGENTS = 12;
const ACCOUNTS = 5;
const DAYS = [0, 1, 2, 3, 4];
const SHIFTS = AGENTS * DAYS.length;
const FIRST_MONDAY = '2026-11-30';
const SEED = 20261130;
/** Kills spread over publishing; one more comes at once and one right after the answer. */
const ROUNDS = 5;
const REASON = 'invented for a test';

interface Draft {
  readonly id: string;
  readonly version: number;
}

/** All that publishing leaves in the database. */
interface Traces {
  readonly state: string;
  readonly version: number;
  readonly stamped: boolean;
  readonly shifts: number;
  readonly publishedShifts: number;
  readonly audits: number;
  readonly notices: number;
}

const TRACES = `
select s.state, s.version, s.published_at is not null as stamped,
  (select count(*)::int from shifts h where h.schedule_id = s.id) as shifts,
  (select count(*)::int from shifts h where h.schedule_id = s.id and h.published) as "publishedShifts",
  (select count(*)::int from audit_entries a where a.subject_id = s.id::text and a.action like 'schedule.publish%') as audits,
  (select count(*)::int from notifications n where n.kind = 'schedule-published' and n.payload->>'scheduleId' = s.id::text) as notices
from schedules s where s.id = $1`;

const draftOf = ({ version }: Draft): Traces => ({
  ...{ state: 'draft', version, stamped: false, shifts: SHIFTS, publishedShifts: 0, audits: 0, notices: 0 },
});
const publishedOf = ({ version }: Draft): Traces => ({
  ...{ state: 'published', version: version + 1, stamped: true, shifts: SHIFTS, publishedShifts: SHIFTS },
  ...{ audits: 1, notices: ACCOUNTS },
});

/** Park and Miller's generator: the same moments in every run. */
function* fractions(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

/** Holds publishing inside COMMIT for two seconds: all is written, nothing is decided. */
const SLOW_COMMIT = `
create function test_waits() returns trigger language plpgsql as $$ begin perform pg_sleep(2); return null; end $$;
create constraint trigger test_waits after insert on audit_entries deferrable initially deferred
  for each row when (new.action = 'schedule.publish') execute function test_waits()`;
const IN_COMMIT = `select 1 from pg_stat_activity where query ilike 'commit%' and wait_event = 'PgSleep'`;

describe('publishing, when', () => {
  const home = new ProgramFolder();
  let program: RunningProgram;
  let planner: PlannerClient;
  let agentIds: readonly string[];
  let week = 0;
  /** How long publishing takes here when nothing is killed. */
  let usualMillis: number;

  beforeAll(async () => {
    program = await home.start();
    planner = await home.newCentre(program, { agents: AGENTS, agentAccounts: ACCOUNTS });
    agentIds = (await program.rows<{ id: string }>('select id from agents')).map(({ id }) => id);
    await publish(await newDraft()); // the first one pays for compiling queries
    const draft = await newDraft();
    const begin = performance.now();
    expect(await publish(draft)).toBe('SchedulePublished');
    usualMillis = performance.now() - begin;
  }, 120_000);

  afterAll(() => home.remove(), 60_000);

  /** The next week with one hand-made shift for each agent and day, not yet published. */
  async function newDraft(): Promise<Draft> {
    const weekStartOn = addDays(FIRST_MONDAY, 7 * week++);
    const id = await planner.createSchedule(weekStartOn);
    const edits = agentIds.flatMap((agentId) =>
      DAYS.map((day) => {
        const on = addDays(weekStartOn, day);
        return { agentId, startAt: `${on}T14:00:00Z`, endAt: `${on}T20:00:00Z` };
      }),
    );
    const { scheduleVersion } = await planner.must(
      'ShiftsEdited',
      'mutation ($input: EditShiftsInput!) { editShifts(input: $input) { __typename ... on ShiftsEdited { scheduleVersion } ... on ScheduleHasBreaches { message } ... on InvalidInput { path message } } }',
      { input: { scheduleId: id, label: 'first plan', overrideReason: REASON, edits } },
    );
    return { id, version: scheduleVersion };
  }

  const publish = ({ id, version }: Draft): Promise<string> => planner.publish(id, version, REASON);

  const tracesOf = async ({ id }: Draft): Promise<Traces> => (await program.rows<Traces>(TRACES, [id]))[0]!;

  /** Whole or nothing; what was acknowledged is there; trying again brings it to an end, once. */
  async function expectWholeOrNothing(draft: Draft, answer: string): Promise<void> {
    const traces = await tracesOf(draft);
    if (answer === 'SchedulePublished') expect(traces).toEqual(publishedOf(draft));
    else expect(answer).toBe('failed');
    expect(traces).toEqual(traces.state === 'published' ? publishedOf(draft) : draftOf(draft));
    expect(await publish(draft)).toBe(traces.state === 'published' ? 'ScheduleAlreadyPublished' : 'SchedulePublished');
    expect(await tracesOf(draft)).toEqual(publishedOf(draft));
  }

  it('the database is killed before anything of it was stored, leaves a draft that can be published', async () => {
    const draft = await newDraft();
    const answer = publish(draft).catch(() => 'failed');
    await program.killDatabase();
    await expectWholeOrNothing(draft, await answer);
  }, 60_000);

  it('the database is killed right after the answer, keeps what was answered', async () => {
    const draft = await newDraft();
    const answer = await publish(draft);
    await program.killDatabase();
    expect(answer).toBe('SchedulePublished');
    await expectWholeOrNothing(draft, answer);
  }, 60_000);

  it(`the database is killed at ${ROUNDS} moments in between (seed ${SEED}), leaves all of it or nothing`, async () => {
    const chance = fractions(SEED);
    for (let round = 0; round < ROUNDS; round += 1) {
      const draft = await newDraft();
      const answer = publish(draft).catch(() => 'failed');
      await sleep((usualMillis * (round + chance.next().value)) / ROUNDS);
      await program.killDatabase();
      await expectWholeOrNothing(draft, await answer);
    }
  }, 120_000);

  /** Publishes and returns once all of it is written and the commit has begun. */
  async function inCommit(draft: Draft): Promise<{ answer: Promise<string> }> {
    await program.rows(SLOW_COMMIT);
    const answer = publish(draft).catch(() => 'failed');
    await until('publishing is committed', async () => (await program.rows(IN_COMMIT)).length > 0);
    return { answer };
  }
  const commitFastAgain = () => program.rows('drop function test_waits cascade');

  it('the database is killed inside the commit, leaves the draft as it was', async () => {
    const draft = await newDraft();
    const { answer } = await inCommit(draft);
    await program.killDatabase();
    expect(await answer).toBe('failed');
    expect(await tracesOf(draft)).toEqual(draftOf(draft));
    await commitFastAgain();
    await expectWholeOrNothing(draft, 'failed');
  }, 60_000);

  it('the api is killed inside the commit, is published although the answer was lost; asking again says so', async () => {
    const draft = await newDraft();
    const { answer } = await inCommit(draft);
    process.kill(program.childProcesses('api')[0]!, 'SIGKILL');
    expect(await answer).toBe('failed');
    await until('the commit is through', async () => (await tracesOf(draft)).state === 'published');
    await commitFastAgain();
    await until('the api is ready again', () => program.ready());
    await expectWholeOrNothing(draft, 'failed');
  }, 60_000);
});

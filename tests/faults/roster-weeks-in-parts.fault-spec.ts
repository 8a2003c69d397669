import { joinRosters } from '@yotei/scheduling/optimiser';
import type { Roster, RosterProblem } from '@yotei/scheduling/roster';
import { rosterShiftOf } from '../../apps/api/src/features/rosters/roster-problem.mapper.js';
import { PlanningService, ScheduleRepository, ShiftRepository } from '../../apps/api/src/features/rosters/index.js';
import { TenantDatabase } from '../../apps/api/src/platform/database/tenant-database.js';
import { JobQueue } from '../../apps/api/src/platform/jobs/job-queue.js';
import { dayNumber, oracleAmounts, wallClock } from '../kit/roster-oracle.js';
import { useTestApi } from '../kit/test-api.js';
import { finishedJob, newTestCentre, TEST_TODAY, type TestCentre } from '../kit/test-centre.js';
import { untilSo, WorkerProcesses } from '../kit/worker-processes.js';

const WEEKS = 3;
const AGENTS = 24;
const SECONDS = 20;
/** So few days in a row that weeks planned as if nobody had worked before do not fit together. */
const DAYS_IN_ROW = 4;

interface PartRow {
  readonly part: string;
  readonly holder: string | null;
  readonly roster: Roster | null;
}

/** What the oracle finds broken of the must rules, agent by agent. */
function broken(problem: RosterProblem, { shifts }: Roster): string[] {
  const must = problem.rules.filter(({ level }) => level === 'must').map(({ ruleId }) => ruleId);
  return problem.agents.flatMap((agent) => {
    const own = shifts.filter(({ agentId }) => agentId === agent.id);
    const amounts = oracleAmounts(problem, agent, own);
    return must.filter((ruleId) => (amounts[ruleId] ?? 0) > 0).map((ruleId) => `${agent.name}: ${ruleId}`);
  });
}

/** Most days in a row that anybody works, by the calendar alone. */
function mostDaysInRow({ agents }: RosterProblem, { shifts }: Roster): number {
  const runs = agents.map(({ id, zone }) => {
    const own = shifts.filter(({ agentId }) => agentId === id);
    const days = new Set(own.map(({ startAt }) => dayNumber(wallClock(startAt, zone).on)));
    const runFrom = (day: number): number => (days.has(day) ? 1 + runFrom(day + 1) : 0);
    return Math.max(0, ...[...days].map(runFrom));
  });
  return Math.max(...runs);
}

describe('several weeks, each planned by a worker process of its own', () => {
  const api = useTestApi();
  let workers: WorkerProcesses;
  let centre: TestCentre;
  let scheduleId: string;

  const service = <Service>(type: new (...needs: never[]) => Service): Service => api.app.get(type, { strict: false });
  const parts = (): Promise<PartRow[]> =>
    api.db.peek<PartRow>(
      `select part, holder_id as holder, result->'roster' as roster from roster_parts order by part::integer`,
    );

  /** The problem of the schedule and what is stored of it, read as the program reads them. */
  async function stored(): Promise<{ problem: RosterProblem; roster: Roster; version: number }> {
    return service(TenantDatabase).withTenant(centre.context, async () => {
      const schedule = (await service(ScheduleRepository).byId(centre.context, scheduleId))!;
      const shifts = await service(ShiftRepository).ofSchedule(centre.context, scheduleId);
      const { problem } = await service(PlanningService).planningWithMemory(centre.context, schedule);
      return { problem, roster: { shifts: shifts.map(rosterShiftOf) }, version: schedule.version };
    });
  }

  async function start(): Promise<string> {
    const order = { scheduleId, timeLimitSeconds: SECONDS, keepLocked: true, keepHandEdited: true };
    const { id } = await service(JobQueue).enqueue(
      centre.context,
      'roster',
      { ...order, split: { by: 'week' } },
      { seed: 1, subjectId: scheduleId },
    );
    return id;
  }

  beforeAll(async () => {
    workers = new WorkerProcesses(api.db.runtimeUrl, (sql, parameters) => api.db.peek(sql, parameters));
    for (let n = 0; n < 3; n++) await workers.start();
    centre = await newTestCentre(api, AGENTS);
    await api.db.peek(`update rule_settings set parameters = $1 where rule_id = 'max-consecutive-days'`, [
      { days: DAYS_IN_ROW },
    ]);
    const { startForecast } = await api.data<{ startForecast: { job: { id: string } } }>(
      `mutation ($fromOn: LocalDate!) { startForecast(fromOn: $fromOn, days: 28, methodId: "planner-mean") { ... on JobStarted { job { id } } } }`,
      { fromOn: TEST_TODAY },
      centre.planner,
    );
    await finishedJob(api, centre.planner, startForecast.job.id);
    const { createSchedule } = await api.data<{ createSchedule: { schedule: { id: string } } }>(
      `mutation ($on: LocalDate!, $weeks: Int!, $days: Int!) {
        computeRequirement(fromOn: $on, days: $days) { __typename }
        createSchedule(weekStartOn: $on, weeks: $weeks) { ... on ScheduleCreated { schedule { id } } } }`,
      { on: centre.weekOn, weeks: WEEKS, days: WEEKS * 7 },
      centre.planner,
    );
    scheduleId = createSchedule.schedule.id;
  }, 300_000);

  afterAll(() => workers.killAll());

  it.each(['the run itself', 'one of its weeks'])(
    'fit together and are stored once, though the worker of %s is killed',
    async (whose) => {
      const before = await stored();
      const id = await start();
      await untilSo(async () => new Set((await parts()).flatMap(({ holder }) => holder ?? [])).size === WEEKS);
      const holders = (await parts()).map(({ holder }) => holder!);
      const victim = await workers.holderOf(whose === 'the run itself' ? id : holders.find((each) => each !== id)!);
      await workers.kill(victim!);
      // All weeks are planned, and the whole is being planned on from them.
      let planned: PartRow[] = [];
      await untilSo(async () => (planned = await parts()).every(({ roster }) => roster !== null));
      const job = await finishedJob(api, centre.planner, id);
      expect(job).toMatchObject({ state: 'DONE', result: { shifts: expect.any(Number) } });
      const { problem, roster, version } = await stored();
      expect(planned).toHaveLength(WEEKS);
      const apart = joinRosters(
        problem,
        planned.map((each) => each.roster!),
      );
      expect(mostDaysInRow(problem, apart)).toBeGreaterThan(DAYS_IN_ROW);
      expect(mostDaysInRow(problem, roster)).toBeLessThanOrEqual(DAYS_IN_ROW);
      expect(broken(problem, roster)).toEqual([]);
      expect(roster.shifts).toHaveLength(job.result!['shifts'] as number);
      expect(version).toBe(before.version + 1);
      expect(await parts()).toEqual([]);
      await workers.start();
    },
    300_000,
  );
});

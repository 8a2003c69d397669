import { randomUUID } from 'node:crypto';
import { WORK_RULES } from '@yotei/scheduling/rules';
import { addDays, localDateOf, weekStartOf } from '@yotei/time';
import {
  DEMO_ORGANISATION_ID,
  DEMO_PASSWORD,
  DEMO_SIGN_INS,
  DemoFiller,
} from '../../apps/api/src/platform/demo-filler.js';
import { useTestApi } from '../kit/test-api.js';

const api = useTestApi();
const lines: string[] = [];
const person = async (role: string) => ({
  cookie: await api.signIn(DEMO_SIGN_INS.find((signIn) => signIn.role === role)!.email, DEMO_PASSWORD),
});
const fill = () =>
  api.app
    .get(DemoFiller, { strict: false })
    .fill({ agents: 20, weeks: 8, seed: 3, report: (line) => lines.push(line) });

beforeAll(fill, 120_000);

describe('the demo centre', () => {
  const thisWeekOn = weekStartOf(localDateOf(Date.now(), 'Asia/Tokyo'));

  it('lets every role of the start line sign in, and reports what it does', async () => {
    for (const { role } of DEMO_SIGN_INS) expect((await person(role)).cookie).toContain('=');
    expect(lines.length).toBeGreaterThan(3);
  });

  it('has last week and this week published, next week in draft, each forecast and staffed', async () => {
    const { weeks } = await api.data<{
      weeks: {
        weekStartOn: string;
        forecast: boolean;
        requirement: boolean;
        schedule: { id: string; state: string };
      }[];
    }>(
      'query ($fromOn: LocalDate!) { weeks(fromOn: $fromOn, count: 3) { weekStartOn forecast requirement schedule { id state } } }',
      { fromOn: addDays(thisWeekOn, -7) },
      await person('planner'),
    );
    expect(weeks.map(({ schedule }) => schedule.state)).toEqual(['PUBLISHED', 'PUBLISHED', 'DRAFT']);
    expect(weeks.every(({ forecast, requirement }) => forecast && requirement)).toBe(true);
  });

  it('keeps every must rule in all three weeks', async () => {
    const planner = await person('planner');
    const { schedules } = await api.data<{ schedules: { id: string }[] }>('{ schedules { id } }', {}, planner);
    expect(schedules).toHaveLength(3);
    for (const { id } of schedules) {
      const { publishPreview } = await api.data<{ publishPreview: { mustBreaches: unknown[] } }>(
        'query ($id: ID!) { publishPreview(scheduleId: $id) { mustBreaches { ruleId agentId at } } }',
        { id },
        planner,
      );
      expect(publishPreview.mustBreaches).toEqual([]);
    }
  });

  it('has forecasts of past weeks that were approved in time and scored against what came', async () => {
    const { accuracyOverview } = await api.data<{
      accuracyOverview: {
        waitingDays: number;
        queues: { scoredDays: number; approvedDays: number; week: { naive: object | null } | null }[];
      };
    }>(
      `query ($untilOn: LocalDate!) { accuracyOverview(untilOn: $untilOn) { waitingDays
        queues { scoredDays approvedDays week { naive { addedDay } } } } }`,
      { untilOn: thisWeekOn },
      await person('planner'),
    );
    expect(accuracyOverview.waitingDays).toBe(0);
    for (const { scoredDays, approvedDays, week } of accuracyOverview.queues) {
      expect(scoredDays).toBeGreaterThanOrEqual(10); // two past weeks of at least five open days
      expect(approvedDays).toBe(scoredDays);
      expect(week?.naive).not.toBeNull();
    }
  });

  it('has hand edits on the draft and up to two swaps asked for', async () => {
    const planner = await person('planner');
    const { scheduleBoard } = await api.data<{ scheduleBoard: { shifts: { flags: number[] } } }>(
      'query ($on: LocalDate!) { scheduleBoard(weekOf: $on) { shifts { flags } } }',
      { on: addDays(thisWeekOn, 7) },
      planner,
    );
    expect(scheduleBoard.shifts.flags.filter((flags) => (flags & 2) !== 0).length).toBeGreaterThanOrEqual(3);
    const { exchanges } = await api.data<{ exchanges: { state: string; verdict: { parties: unknown[] } }[] }>(
      '{ exchanges { state verdict { parties { answer } } } }',
      {},
      planner,
    );
    // Only shifts that have not begun can be swapped, so late in the week there may be none.
    expect(exchanges.length).toBeLessThanOrEqual(2);
    for (const { state, verdict } of exchanges) {
      expect(state).toBe('proposed');
      expect(verdict.parties).toHaveLength(2);
    }
  });

  it('gives the demo agent a published week', async () => {
    const { myWeek } = await api.data<{
      myWeek: { published: boolean; shifts: unknown[]; scheduledPaidMinutes: number };
    }>(
      'query ($on: LocalDate!) { myWeek(weekOf: $on) { published scheduledPaidMinutes shifts { siteZone } } }',
      { on: thisWeekOn },
      await person('agent'),
    );
    expect(myWeek.published).toBe(true);
    expect(myWeek.scheduledPaidMinutes).toBeLessThanOrEqual(2400); // forty hours, less leave
  });

  it('has a forecast far ahead, so that scenarios over a quarter and a year and the capacity plan know each day', async () => {
    const manager = await person('manager');
    const fromOn = addDays(thisWeekOn, 7);
    for (const days of [91, 364]) {
      const { scenarioBase } = await api.data<{
        scenarioBase: { __typename: string; gaps: { kind: string }[] };
      }>(
        `query ($range: ScenarioRangeInput!) { scenarioBase(range: $range) { __typename
          ... on ScenarioBaseView { gaps { kind } } } }`,
        { range: { fromOn, days } },
        manager,
      );
      expect(scenarioBase.__typename).toBe('ScenarioBaseView');
      const gaps = scenarioBase.gaps.map(({ kind }) => kind);
      expect(gaps).toContain('long-range');
      expect(gaps).not.toContain('no-forecast');
    }
    const { capacityPlans } = await api.data<{ capacityPlans: { id: string }[] }>(
      '{ capacityPlans { id } }',
      {},
      manager,
    );
    const { capacityPlan } = await api.data<{ capacityPlan: { notes: { kind: string }[] } }>(
      'query ($id: ID!) { capacityPlan(id: $id) { notes { kind } } }',
      { id: capacityPlans[0]!.id },
      manager,
    );
    const notes = capacityPlan.notes.map(({ kind }) => kind);
    expect(notes).not.toContain('no-long-range');
    expect(notes).not.toContain('short-long-range');
  }, 60_000);

  it('names only rules that exist', async () => {
    const stored = await api.db.peek<{ id: string }>('select rule_id as id from rule_settings');
    const known = new Set(WORK_RULES.map(({ id }) => id));
    expect(stored.filter(({ id }) => !known.has(id))).toEqual([]);
  });

  it('is filled once: a second filling fails and changes nothing', async () => {
    const count = async () => (await api.db.peek<{ n: string }>('select count(*) as n from shifts'))[0]!.n;
    const before = await count();
    await expect(fill()).rejects.toThrow();
    expect(await count()).toBe(before);
    const context = { organisationId: DEMO_ORGANISATION_ID, userId: null, roles: [], requestId: randomUUID() };
    expect(await api.db.database.read(context, 'select 1 from organisations')).toHaveLength(1);
  }, 60_000);
});

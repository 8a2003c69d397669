import { coverageGrid, tileActivities } from '@yotei/scheduling/roster';
import type {
  Activity,
  Agent,
  Contract,
  Preference,
  QueueDemand,
  Roster,
  RosterProblem,
  Shift,
  TimeOff,
} from '@yotei/scheduling/roster';
import { defaultRuleSettings } from '@yotei/scheduling/rules';
import { addDays, instantOfLocal, MINUTE_MILLIS, startOfLocalDay, type LocalDate, type ZoneId } from '@yotei/time';
import fc from 'fast-check';
import { dayTemplate, problemOf } from './roster-builder.js';

/** Weeks that hold a clock change where the zone has one, so that half the cases cross it. */
const PLACES: readonly { readonly zone: ZoneId; readonly startsOn: LocalDate }[] = [
  { zone: 'Asia/Tokyo', startsOn: '2026-11-02' },
  { zone: 'Europe/Berlin', startsOn: '2025-03-24' },
  { zone: 'Europe/Berlin', startsOn: '2025-10-20' },
  { zone: 'Australia/Lord_Howe', startsOn: '2025-09-29' },
];

const SKILLS = ['voice', 'chat', 'mail'];

/** One planner's idea of a shift, good or bad: on a quarter-hour mostly, off the grid sometimes. */
export interface ShiftSketch {
  readonly day: number;
  readonly startQuarter: number;
  readonly lengthQuarters: number;
  readonly offsetMinutes: number;
  readonly templated: boolean;
  readonly queue: number;
  readonly parts: readonly { readonly type: string; readonly atQuarter: number; readonly minutes: number }[];
}

const part = fc.record({
  type: fc.constantFrom('break', 'lunch', 'training'),
  atQuarter: fc.nat({ max: 40 }),
  minutes: fc.constantFrom(5, 15, 30, 60),
});

export const shiftSketch: fc.Arbitrary<ShiftSketch> = fc.record({
  day: fc.integer({ min: -1, max: 7 }),
  startQuarter: fc.nat({ max: 95 }),
  lengthQuarters: fc.integer({ min: 1, max: 44 }),
  offsetMinutes: fc.constantFrom(0, 0, 0, 5),
  templated: fc.boolean(),
  queue: fc.integer({ min: -3, max: 2 }),
  parts: fc.array(part, { maxLength: 3 }),
});

/** Makes the sketch a shift of that agent. The activities always tile; everything else may break a rule. */
export function shiftFromSketch(sketch: ShiftSketch, agent: Agent, problem: RosterProblem): Shift {
  const minute = sketch.startQuarter * 15 + sketch.offsetMinutes;
  const startAt = instantOfLocal(addDays(problem.startsOn, sketch.day), minute, agent.zone);
  const span = { startAt, endAt: startAt + sketch.lengthQuarters * 15 * MINUTE_MILLIS };
  const placed: Activity[] = sketch.parts.map(({ type, atQuarter, minutes }) => {
    const partStartAt = startAt + atQuarter * 15 * MINUTE_MILLIS;
    return { activityTypeId: type, startAt: partStartAt, endAt: partStartAt + minutes * MINUTE_MILLIS };
  });
  const queueId = problem.demand[sketch.queue]?.queueId;
  const activities = tileActivities(span, placed, 'contact').map((activity) =>
    activity.activityTypeId === 'contact' && queueId ? { ...activity, queueId } : activity,
  );
  return { agentId: agent.id, ...span, templateId: sketch.templated ? 'day' : undefined, activities };
}

/** A plain day's work, so that long runs of days come up. */
const dayShift = (day: number, agent: Agent, problem: RosterProblem): Shift =>
  shiftFromSketch(
    {
      day,
      startQuarter: 36,
      lengthQuarters: 36,
      offsetMinutes: 0,
      templated: true,
      queue: -1,
      parts: [{ type: 'lunch', atQuarter: 14, minutes: 60 }],
    },
    agent,
    problem,
  );

const contract: fc.Arbitrary<Contract> = fc.record({
  id: fc.constant('contract'),
  title: fc.constant('Contract'),
  weeklyMinutesMin: fc.constantFrom(0, 600, 2400),
  weeklyMinutesMax: fc.constantFrom(2400, 2880),
  daysPerWeekMax: fc.integer({ min: 1, max: 6 }),
  templateIds: fc.constantFrom<string[]>(['day'], []),
});

const availability = fc.array(
  fc.record({
    weekday: fc.integer({ min: 1, max: 7 }),
    fromMinute: fc.constantFrom(0, 480),
    untilMinute: fc.constantFrom(1080, 1440, 1800),
  }),
  { maxLength: 6 },
);

/** Dates at the start of the horizon on which it is otherwise. */
const availabilityExceptions = (startsOn: LocalDate) =>
  fc.array(
    fc.record({
      on: fc.integer({ min: -1, max: 8 }).map((day) => addDays(startsOn, day)),
      canWork: fc.boolean(),
      fromMinute: fc.constantFrom(0, 480, 900),
      untilMinute: fc.constantFrom(960, 1440, 1560),
    }),
    { maxLength: 3 },
  );

function agents(zone: ZoneId, startsOn: LocalDate): fc.Arbitrary<Agent[]> {
  const agent = fc.record({
    skillIds: fc.subarray(SKILLS),
    availability,
    availabilityExceptions: availabilityExceptions(startsOn),
  });
  return fc
    .array(agent, { minLength: 1, maxLength: 5 })
    .map((list) => list.map((one, i) => ({ id: `a${i}`, name: `A${i}`, zone, contractId: 'contract', ...one })));
}

function timeOffOf(problem: RosterProblem, days: readonly number[]): TimeOff[] {
  return days.map((day, i) => ({
    agentId: problem.agents[i % problem.agents.length]!.id,
    startAt: startOfLocalDay(addDays(problem.startsOn, day), problem.zone),
    endAt: startOfLocalDay(addDays(problem.startsOn, day + 2), problem.zone),
    paidMinutes: 500,
  }));
}

function demandOf(problem: RosterProblem, levels: readonly number[]): QueueDemand[] {
  const grid = coverageGrid(problem);
  return SKILLS.map((skillId, queue) => ({
    queueId: `queue-${skillId}`,
    skillId,
    grid,
    agentsToRoster: Array.from(
      { length: grid.count },
      (_, slot) => (levels[(slot + queue) % levels.length]! * (1 + queue)) / 2,
    ),
  }));
}

const wish: fc.Arbitrary<Omit<Preference, 'agentId'>> = fc.record({
  kind: fc.constantFrom<'day-off' | 'start-between'>('day-off', 'start-between'),
  fromMinute: fc.constantFrom(360, 540, 1320),
  untilMinute: fc.constantFrom(600, 1500),
  weight: fc.constantFrom(1, 2.5, 7),
});

export interface RosterCase {
  readonly problem: RosterProblem;
  readonly roster: Roster;
}

/** A small centre in a week that may hold a clock change, with a roster that breaks rules freely. */
export const rosterCase: fc.Arbitrary<RosterCase> = fc.constantFrom(...PLACES).chain(({ zone, startsOn }) =>
  fc
    .record({
      agents: agents(zone, startsOn),
      contract,
      levels: fc.array(
        fc.integer({ min: 0, max: 24 }).map((n) => n / 8),
        { minLength: 1, maxLength: 20 },
      ),
      leaveDays: fc.array(fc.integer({ min: -1, max: 6 }), { maxLength: 2 }),
      wishes: fc.array(wish, { maxLength: 4 }),
      historyDays: fc.option(fc.integer({ min: 0, max: 10 })),
      history: fc.array(fc.tuple(fc.nat(), shiftSketch, fc.integer({ min: -9, max: -1 })), { maxLength: 8 }),
      streak: fc.record({ from: fc.integer({ min: -6, max: 3 }), days: fc.constantFrom(0, 0, 5, 7, 12) }),
      plan: fc.array(fc.tuple(fc.nat(), shiftSketch), { maxLength: 14 }),
    })
    .map((drawn) => {
      const base = problemOf({
        zone,
        startsOn,
        contracts: [drawn.contract],
        templates: [dayTemplate],
        agents: drawn.agents,
        rules: defaultRuleSettings(),
      });
      const owner = (n: number) => base.agents[n % base.agents.length]!;
      const withDemand = { ...base, demand: demandOf(base, drawn.levels), timeOff: timeOffOf(base, drawn.leaveDays) };
      const historyFromAt =
        drawn.historyDays === null ? undefined : startOfLocalDay(addDays(startsOn, -drawn.historyDays), zone);
      const problem: RosterProblem = {
        ...withDemand,
        historyFromAt,
        history: drawn.history
          .map(([n, sketch, day]) => shiftFromSketch({ ...sketch, day }, owner(n), withDemand))
          .filter((shift) => historyFromAt !== undefined && shift.endAt > historyFromAt),
        preferences: drawn.wishes.map((one, i) => ({ ...one, agentId: owner(i).id })),
      };
      const streak = Array.from({ length: drawn.streak.days }, (_, i) =>
        dayShift(drawn.streak.from + i, owner(0), problem),
      );
      const horizonStartAt = startOfLocalDay(startsOn, zone);
      const shifts = drawn.plan.map(([n, sketch]) => shiftFromSketch(sketch, owner(n), problem));
      return {
        problem: {
          ...problem,
          history: [...problem.history, ...streak.filter((shift) => shift.startAt < horizonStartAt)],
        },
        roster: { shifts: [...shifts, ...streak].filter((shift) => shift.startAt >= horizonStartAt) },
      };
    }),
);

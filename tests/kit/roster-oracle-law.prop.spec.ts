import { evaluateAgent } from '@yotei/scheduling/evaluation';
import { paidMinutesOf, tileActivities, type Activity, type RosterProblem, type Shift } from '@yotei/scheduling/roster';
import { WORK_RULES } from '@yotei/scheduling/rules';
import { addDays, instantOfLocal, MINUTE_MILLIS, startOfLocalDay } from '@yotei/time';
import fc from 'fast-check';
import { activityTypes, problemOf } from './roster-builder.js';
import { lawRules, type LawParameters } from './roster-oracle-law-rules.js';
import { oracleLawAmounts } from './roster-oracle-law.js';

/** How many rosters are drawn: a few hundred, or as many as the environment asks for (10,000 in the long run). */
const RUNS = Number(process.env['YOTEI_ORACLE_RUNS'] ?? 200);
/** Days before the plan: those of the history, and those before it of which only hours are known. */
const HISTORY_DAYS = 14;
const EARLIER_DAYS = 84;

const PLACES = fc.constantFrom(
  { zone: 'Asia/Tokyo', startsOn: '2026-11-02' },
  { zone: 'Asia/Tokyo', startsOn: '2027-03-29' }, // April begins in it
  { zone: 'Europe/Berlin', startsOn: '2025-03-24' },
  { zone: 'Europe/Berlin', startsOn: '2025-10-20' },
  { zone: 'Australia/Lord_Howe', startsOn: '2025-09-29' },
);

const parameters: fc.Arbitrary<LawParameters> = fc.record({
  weekMost: fc.constantFrom(1200, 2400, 2880),
  average: fc.constantFrom(1500, 2000, 2400),
  averageWeeks: fc.integer({ min: 1, max: 13 }),
  rollingMost: fc.constantFrom(960, 1920, 2640),
  rollingDays: fc.integer({ min: 1, max: 28 }),
  overtime: fc.constantFrom(0, 60, 400),
  fewestMonths: fc.integer({ min: 1, max: 2 }),
  mostMonths: fc.integer({ min: 1, max: 3 }),
  yearOvertime: fc.constantFrom(0, 300, 1500),
  yearStart: fc.integer({ min: 1, max: 12 }),
  longMonth: fc.constantFrom(0, 120, 480),
  longMonths: fc.integer({ min: 0, max: 3 }),
  longRest: fc.constantFrom(1440, 2100, 3540),
  restWeeks: fc.integer({ min: 1, max: 2 }),
  daysOff: fc.integer({ min: 1, max: 8 }),
  offWeeks: fc.integer({ min: 1, max: 4 }),
  weekday: fc.integer({ min: 1, max: 7 }),
  freeDays: fc.integer({ min: 0, max: 6 }),
  freeWeeks: fc.integer({ min: 1, max: 10 }),
  nightShifts: fc.integer({ min: 1, max: 6 }),
  nightWeeks: fc.integer({ min: 1, max: 6 }),
  nightFrom: fc.constantFrom(1260, 1320, 1440),
  nightUntil: fc.constantFrom(300, 420),
  nightMost: fc.constantFrom(420, 480),
  youngDay: fc.constantFrom(420, 480),
  youngWeek: fc.constantFrom(1500, 2400),
  youngRest: fc.constantFrom(660, 720),
  youngWork: fc.constantFrom(270, 360),
  startRange: fc.constantFrom(0, 120, 600),
  startWeeks: fc.integer({ min: 0, max: 2 }),
  steps: fc.integer({ min: 0, max: 2 }),
  stepWeeks: fc.integer({ min: 0, max: 2 }),
  mealWork: fc.constantFrom(300, 360, 480),
  mealMinutes: fc.constantFrom(30, 60),
  mealLatest: fc.constantFrom(180, 300),
  meal: fc.integer({ min: 1, max: 2 }),
  pauseEvery: fc.constantFrom(120, 240),
  pauseMinutes: fc.constantFrom(10, 15),
  stretch: fc.constantFrom(180, 360),
  leastPause: fc.constantFrom(10, 30),
  trainingLeast: fc.constantFrom(0, 60),
  trainingMost: fc.constantFrom(60, 240),
  trainingWeeks: fc.integer({ min: 0, max: 2 }),
});

/** Starts (minute of the day) and lengths of days of work; null is a day off. */
const KINDS: readonly (readonly [start: number, length: number] | null)[] = [
  null,
  null,
  [420, 540],
  [540, 480],
  [840, 600],
  [1320, 480],
  [60, 300],
];
type Parts = readonly { readonly type: string; readonly at: number; readonly minutes: number }[];
const PART_SETS: readonly Parts[] = [
  [],
  [{ type: 'lunch', at: 240, minutes: 60 }],
  [
    { type: 'break', at: 100, minutes: 10 },
    { type: 'lunch', at: 200, minutes: 45 },
    { type: 'break', at: 360, minutes: 15 },
  ],
  [
    { type: 'training', at: 30, minutes: 60 },
    { type: 'break', at: 90, minutes: 5 },
    { type: 'lunch', at: 310, minutes: 30 },
  ],
];

const day = fc.record({ kind: fc.nat({ max: KINDS.length - 1 }), parts: fc.nat({ max: PART_SETS.length - 1 }) });
const days = fc.array(day, {
  minLength: EARLIER_DAYS + HISTORY_DAYS + 14,
  maxLength: EARLIER_DAYS + HISTORY_DAYS + 14,
});

interface Drawn {
  readonly place: { readonly zone: string; readonly startsOn: string };
  readonly weeks: number;
  readonly days: readonly { readonly kind: number; readonly parts: number }[];
  readonly youngFor: number | null;
  /** The same parts in every shift; null: as drawn for each. */
  readonly allParts: number | null;
  readonly p: LawParameters;
}

function shiftsOf({ place, weeks, days: letters, allParts }: Drawn): Shift[] {
  return letters.slice(0, EARLIER_DAYS + HISTORY_DAYS + weeks * 7).flatMap(({ kind, parts }, i): Shift[] => {
    const work = KINDS[kind];
    if (!work) return [];
    const startAt = instantOfLocal(addDays(place.startsOn, i - EARLIER_DAYS - HISTORY_DAYS), work[0], place.zone);
    const span = { startAt, endAt: startAt + work[1] * MINUTE_MILLIS };
    const placed = PART_SETS[allParts ?? parts]!.map(({ type, at, minutes }): Activity => ({
      activityTypeId: type,
      startAt: startAt + at * MINUTE_MILLIS,
      endAt: startAt + (at + minutes) * MINUTE_MILLIS,
    }));
    return [{ agentId: 'amy', ...span, activities: tileActivities(span, placed, 'contact') }];
  });
}

/** The problem with what was worked before it: shifts of two weeks, and only the hours of those before. */
function centre(drawn: Drawn): { problem: RosterProblem; plan: Shift[]; before: Shift[] } {
  const { place, weeks, youngFor, p } = drawn;
  const { zone, startsOn } = place;
  const shifts = shiftsOf(drawn);
  const startAt = startOfLocalDay(startsOn, zone);
  const historyFromAt = startOfLocalDay(addDays(startsOn, -HISTORY_DAYS), zone);
  const before = shifts.filter((shift) => shift.startAt < startAt);
  const types = new Map(activityTypes.map((type) => [type.id, type]));
  const base = problemOf({
    ...{ zone, startsOn, weeks, historyFromAt, rules: lawRules(p) },
    // Nothing was worked before the days drawn.
    earlierFromAt: startOfLocalDay(addDays(startsOn, -800), zone),
    history: before.filter(({ endAt }) => endAt > historyFromAt),
    earlier: before
      .filter(({ endAt }) => endAt <= historyFromAt)
      .map((shift) => ({
        agentId: 'amy',
        startAt: shift.startAt,
        endAt: shift.endAt,
        paidMinutes: paidMinutesOf(shift, types),
      })),
  });
  const agents = base.agents.map((agent) => ({
    ...agent,
    ...(youngFor !== null && { youngUntilOn: addDays(startsOn, youngFor) }),
  }));
  return { problem: { ...base, agents }, plan: shifts.filter((shift) => shift.startAt >= startAt), before };
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  place: PLACES,
  weeks: fc.integer({ min: 1, max: 2 }),
  days,
  youngFor: fc.option(fc.integer({ min: 0, max: 16 })),
  allParts: fc.option(fc.nat({ max: PART_SETS.length - 1 }), { freq: 2 }),
  p: parameters,
});

describe('rules that laws ask for, against an independent oracle', () => {
  it('find the same amounts', () => {
    const [broken, kept] = [new Set<string>(), new Set<string>()];
    fc.assert(
      fc.property(drawn, (one) => {
        const { problem, plan, before } = centre(one);
        const found = evaluateAgent(problem, 'amy', plan);
        const amounts = Object.fromEntries(problem.rules.map(({ ruleId }) => [ruleId, 0]));
        for (const { ruleId, amount } of found.breaches) if (ruleId in amounts) amounts[ruleId]! += amount;
        const expected = oracleLawAmounts(problem, problem.agents[0]!, { plan, before, p: one.p });
        expect(amounts).toEqual(expected);
        expect(found.cannotJudge).toEqual([]);
        for (const [ruleId, amount] of Object.entries(expected)) (amount > 0 ? broken : kept).add(ruleId);
      }),
      { numRuns: RUNS },
    );
    // Every rule was met both broken and kept, so that agreement says something.
    const all = lawRules(fc.sample(parameters, { numRuns: 1, seed: 1 })[0]!).map(({ ruleId }) => ruleId);
    expect([...broken].sort()).toEqual([...all].sort());
    expect([...kept].sort()).toEqual([...all].sort());
  });

  it('stand for every rule of the catalogue that a centre has to ask for and no other oracle knows', () => {
    const rows = [
      ...['min-consecutive-days', 'min-consecutive-days-off', 'max-consecutive-nights', 'max-weekends'],
      ...['period-paid-minutes', 'max-template-count', 'forbidden-succession'],
      ...['max-consecutive-days-off', 'min-start-distance', 'max-consecutive-weekends', 'period-days-off'],
      ...['day-bound-minutes', 'week-bound-minutes'],
    ];
    const known = [
      ...rows,
      ...lawRules(fc.sample(parameters, { numRuns: 1, seed: 1 })[0]!).map(({ ruleId }) => ruleId),
    ];
    expect(
      WORK_RULES.filter(({ optIn }) => optIn)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(known.sort());
  });
});

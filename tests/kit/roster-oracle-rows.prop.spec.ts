import { evaluateAgent } from '@yotei/scheduling/evaluation';
import { tileActivities, type RosterProblem, type Shift } from '@yotei/scheduling/roster';
import { addDays, instantOfLocal, MINUTE_MILLIS, startOfLocalDay } from '@yotei/time';
import fc from 'fast-check';
import { dayTemplate, problemOf } from './roster-builder.js';
import { oracleRowAmounts, rowRules, type RowParameters } from './roster-oracle-rows.js';

const PLACES = fc.constantFrom(
  { zone: 'Asia/Tokyo', startsOn: '2026-11-02' },
  { zone: 'Asia/Tokyo', startsOn: '2026-11-01' }, // a Sunday
  { zone: 'Asia/Tokyo', startsOn: '2026-11-16' }, // December begins in it
  { zone: 'Europe/Berlin', startsOn: '2025-03-24' },
  { zone: 'Europe/Berlin', startsOn: '2025-10-20' },
  { zone: 'Australia/Lord_Howe', startsOn: '2025-09-29' },
);

const byWeeks = {
  minDays: fc.integer({ min: 1, max: 4 }),
  minDaysOff: fc.integer({ min: 1, max: 4 }),
  nights: fc.integer({ min: 1, max: 3 }),
  weekends: fc.integer({ min: 0, max: 2 }),
  weekendWeeks: fc.integer({ min: 0, max: 3 }),
  minMinutes: fc.constantFrom(0, 1200, 4800),
  maxMinutes: fc.constantFrom(2400, 4800, 9600),
  periodWeeks: fc.integer({ min: 0, max: 3 }),
  calendarMonths: fc.constant(0),
  templateCount: fc.integer({ min: 0, max: 4 }),
  countWeeks: fc.integer({ min: 0, max: 2 }),
  templates: fc.constantFrom(['late'], ['late', 'night']),
  maxDaysOff: fc.integer({ min: 1, max: 5 }),
  startDistance: fc.constantFrom(0, 900, 1320, 1380, 1440),
  weekendsInRow: fc.integer({ min: 1, max: 3 }),
  leastOff: fc.integer({ min: 0, max: 6 }),
  mostOff: fc.integer({ min: 2, max: 9 }),
  offWeeks: fc.integer({ min: 0, max: 3 }),
  dayBound: fc.constantFrom<[number, number]>([0, 480], [420, 600], [481, 600], [0, 540]),
  weekBound: fc.constantFrom<[number, number]>([0, 2400], [1200, 1920], [1920, 10_080]),
  pairs: fc.constantFrom<[string, string][]>(
    [['late', 'early']],
    [
      ['late', 'early'],
      ['night', 'early'],
      ['night', 'late'],
    ],
  ),
};
/** Half of the rosters are judged by months of the calendar, with numbers that a month comes near. */
const parameters: fc.Arbitrary<RowParameters> = fc.oneof(
  fc.record(byWeeks),
  fc.record({
    ...byWeeks,
    calendarMonths: fc.constant(1),
    minMinutes: fc.constantFrom(0, 4800, 9600),
    maxMinutes: fc.constantFrom(4800, 7200, 9600),
    leastOff: fc.integer({ min: 0, max: 14 }),
    mostOff: fc.integer({ min: 4, max: 16 }),
  }),
);

/** Days of history: three weekends and more. */
const HISTORY = 24;

/** A letter a day: early, late, night, a long day or off; the first are history. */
const days = fc.array(fc.constantFrom('-', '-', 'e', 'e', 'l', 'n', 'd'), {
  minLength: HISTORY + 21,
  maxLength: HISTORY + 21,
});
const STARTS: Readonly<Record<string, readonly [id: string, minute: number, length: number]>> = {
  e: ['early', 420, 480],
  l: ['late', 840, 480],
  n: ['night', 1320, 480],
  d: ['day', 600, 600],
};

function centre(
  place: { zone: string; startsOn: string },
  weeks: number,
  letters: readonly string[],
  p: RowParameters,
) {
  const base = problemOf({
    ...place,
    weeks,
    templates: Object.values(STARTS).map(([id]) => ({ ...dayTemplate, id })),
    rules: rowRules(p),
    historyFromAt: startOfLocalDay(addDays(place.startsOn, -40), place.zone),
    timeOff: [
      {
        agentId: 'amy',
        startAt: startOfLocalDay(addDays(place.startsOn, 6), place.zone),
        endAt: startOfLocalDay(addDays(place.startsOn, 8), place.zone),
        paidMinutes: 960,
      },
    ],
  });
  const shifts = letters.slice(0, HISTORY + weeks * 7).flatMap((letter, i): Shift[] => {
    const start = STARTS[letter];
    if (!start) return [];
    const startAt = instantOfLocal(addDays(place.startsOn, i - HISTORY), start[1], place.zone);
    const span = { startAt, endAt: startAt + start[2] * MINUTE_MILLIS };
    return [{ agentId: 'amy', templateId: start[0], ...span, activities: tileActivities(span, [], 'contact') }];
  });
  const horizonStart = startOfLocalDay(place.startsOn, place.zone);
  const problem: RosterProblem = { ...base, history: shifts.filter((shift) => shift.startAt < horizonStart) };
  return { problem, plan: shifts.filter((shift) => shift.startAt >= horizonStart) };
}

describe('rules about rows of days, weekends, periods and order, against an independent oracle', () => {
  it('find the same amounts', () => {
    const broken = new Set<string>();
    fc.assert(
      fc.property(PLACES, fc.integer({ min: 1, max: 3 }), days, parameters, (place, weeks, letters, p) => {
        const { problem, plan } = centre(place, weeks, letters, p);
        const found = evaluateAgent(problem, 'amy', plan);
        const amounts = Object.fromEntries(problem.rules.map(({ ruleId }) => [ruleId, 0]));
        for (const { ruleId, amount } of found.breaches) if (ruleId in amounts) amounts[ruleId]! += amount;
        const expected = oracleRowAmounts(problem, problem.agents[0]!, plan, p);
        expect(amounts).toEqual(expected);
        expect(found.cannotJudge).toEqual([]);
        for (const [ruleId, amount] of Object.entries(expected)) if (amount > 0) broken.add(ruleId);
      }),
      { numRuns: Number(process.env['YOTEI_ORACLE_RUNS'] ?? 150) },
    );
    expect(broken.size).toBe(13);
  });
});

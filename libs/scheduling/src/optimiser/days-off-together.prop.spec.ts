import fc from 'fast-check';
import { amy, dayTemplate, openContract, problemOf, shiftOf } from '../../../../tests/kit/roster-builder.js';
import { evaluateRoster } from '../evaluation/index.js';
import { unmetWishes } from '../explanation/unmet-wishes.js';
import { coverageGrid, type RosterProblem, type Shift } from '../roster/index.js';
import { defaultRuleSettings } from '../rules/index.js';
import { optimiseRoster } from './optimise-roster.js';

const grid = coverageGrid(problemOf());
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const eight = { ...dayTemplate, earliestStartMinute: 540, latestStartMinute: 540, activities: [], lengthMinutes: 480 };
const onDay = (day: number): Shift => shiftOf(`${DAYS[day]} 9:00-17:00 as:${eight.id}`);

interface Drawn {
  /** Agents asked for on each day, 9 to 17. */
  readonly asked: readonly number[];
  readonly weight: number;
  readonly daysMax: number;
  readonly restDays: number;
  readonly workedBefore: boolean;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  asked: fc.array(fc.constantFrom(0, 0.25, 0.5, 1), { minLength: 7, maxLength: 7 }),
  weight: fc.constantFrom(5, 60, 400),
  daysMax: fc.integer({ min: 2, max: 6 }),
  restDays: fc.constantFrom(2, 6),
  workedBefore: fc.boolean(),
});

function problemFor({ asked, weight, daysMax, restDays, workedBefore }: Drawn): RosterProblem {
  const before = shiftOf('Sun-1 9:00-17:00');
  return problemOf({
    agents: [amy],
    templates: [eight],
    contracts: [{ ...openContract, templateIds: [eight.id], weeklyMinutesMin: 0, daysPerWeekMax: daysMax }],
    rules: [
      ...defaultRuleSettings().filter(({ level, ruleId }) => level === 'must' && ruleId !== 'max-consecutive-days'),
      { ruleId: 'max-consecutive-days', level: 'must', parameters: { days: restDays } },
    ],
    history: workedBefore ? [before] : [],
    preferences: [{ agentId: 'amy', kind: 'days-off-together', weight }],
    demand: [
      {
        queueId: 'phone',
        skillId: 'voice',
        grid,
        agentsToRoster: Array.from({ length: grid.count }, (_, slot) =>
          slot % 96 >= 36 && slot % 96 < 68 ? asked[Math.floor(slot / 96)]! : 0,
        ),
      },
    ],
  });
}

/** Days alone counted from the days worked, Sunday of last week first. */
const aloneIn = (worked: readonly boolean[]): number =>
  worked.filter((one, i) => !one && i > 0 && i < 7 && worked[i - 1]! && worked[i + 1]!).length;

describe('days off together', () => {
  it('are planned as the best of all 128 weeks, and cost what counting them finds', () => {
    fc.assert(
      fc.property(drawn, (how) => {
        const problem = problemFor(how);
        let [least, counted] = [Number.POSITIVE_INFINITY, 0];
        for (let mask = 0; mask < 128; mask++) {
          const worked = DAYS.map((_, day) => ((mask >> day) & 1) === 1);
          const roster = { shifts: DAYS.flatMap((_, day) => (worked[day] ? [onDay(day)] : [])) };
          const { cost, parts, hardBreaches } = evaluateRoster(problem, roster);
          const alone = aloneIn([how.workedBefore, ...worked]);
          expect(parts.preferences).toBeCloseTo(alone * how.weight, 6);
          expect(unmetWishes(problem, roster)).toHaveLength(alone > 0 ? 1 : 0);
          if (alone > 0) counted++;
          if (hardBreaches === 0) least = Math.min(least, cost);
        }
        expect(counted).toBeGreaterThan(0);
        const result = optimiseRoster(problem, { seed: 1, iterationLimit: 10, nowMillis: () => 0 });
        if (result.kind !== 'roster') throw new Error(result.kind);
        expect(result.cost).toBeCloseTo(least, 4);
        expect(result.lowerBound).toBeLessThanOrEqual(least + 1e-6);
      }),
      { numRuns: 12 },
    );
  });
});

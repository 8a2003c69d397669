import { addDays, instantOfLocal, MINUTE_MILLIS } from '@yotei/time';
import fc from 'fast-check';
import { problemOf } from '../../../../../tests/kit/roster-builder.js';
import { evaluateAgent } from '../../evaluation/index.js';
import {
  tileActivities,
  type RosterProblem,
  type RuleSetting,
  type Shift,
  type ShiftTemplate,
} from '../../roster/index.js';
import { findRule } from '../../rules/index.js';
import { prepare, type PreparedProblem } from '../problem/prepare.js';
import { TourProgramme } from './tour-programme.js';
import { emptyTour, type Tour } from './tour.js';

const ON = '2025-03-24';
const template = (id: string, start: number, lengthMinutes: number): ShiftTemplate => ({
  id,
  title: id,
  earliestStartMinute: start,
  latestStartMinute: start,
  startStepMinutes: 60,
  lengthMinutes,
  activities: [],
});
const TEMPLATES = [template('early', 360, 240), template('late', 960, 360), template('night', 1320, 480)];

const setting = (ruleId: string, parameters: RuleSetting['parameters'] = {}): fc.Arbitrary<RuleSetting> =>
  fc.constant({ ruleId, level: 'must', parameters });
const oneOf = (ruleId: string, key: string, values: readonly number[], more: RuleSetting['parameters'] = {}) =>
  fc.constantFrom(...values).map((value): RuleSetting => {
    return { ruleId, level: 'must', parameters: { ...more, [key]: value } };
  });

/** Each rule is there or not; at least one of those that make a tour long is. */
const rules = fc
  .tuple(
    oneOf('min-consecutive-days', 'days', [2, 3]),
    fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
    fc.tuple(
      oneOf('min-consecutive-days-off', 'days', [2, 3]),
      oneOf('max-consecutive-days', 'days', [2, 4]),
      oneOf('max-weekends', 'weekends', [0, 1], { periodWeeks: 1 }),
      oneOf('max-weekends', 'weekends', [1]),
      fc.constantFrom([960, 2400], [0, 1500], [1800, 1800]).map(([minMinutes, maxMinutes]): RuleSetting => {
        return {
          ruleId: 'period-paid-minutes',
          level: 'must',
          parameters: { minMinutes: minMinutes!, maxMinutes: maxMinutes! },
        };
      }),
      oneOf('max-template-count', 'count', [1, 2], { templates: 'late, night' }),
      oneOf('max-consecutive-nights', 'nights', [1, 2]),
      setting('forbidden-succession', { pairs: 'late > early, night > early, night > late' }),
      setting('weekly-paid-minutes'),
      oneOf('min-rest-between-shifts', 'restMinutes', [600, 1000]),
    ),
  )
  .map(([first, kept, others]) => [first, ...kept.map((i) => others[i]!)]);

const scene = fc.record({
  rules,
  weekly: fc.constantFrom([0, 10_080, 7], [480, 1440, 3], [0, 960, 4]),
  history: fc.array(fc.record({ back: fc.integer({ min: 1, max: 4 }), kind: fc.nat({ max: 2 }) }), { maxLength: 3 }),
  known: fc.constantFrom(0, 2, 10),
  fixed: fc.option(fc.record({ day: fc.nat({ max: 4 }), kind: fc.nat({ max: 2 }) })),
  gains: fc.array(fc.integer({ min: -60, max: 40 }), { minLength: 18, maxLength: 18 }),
});
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

/** A shift of Berlin's clock; the spring clock change lies in the horizon. */
function shiftOf(day: number, kind: number, locked = false): Shift {
  const { id, earliestStartMinute, lengthMinutes } = TEMPLATES[kind]!;
  const startAt = instantOfLocal(addDays(ON, day), earliestStartMinute, 'Europe/Berlin');
  const span = { startAt, endAt: startAt + lengthMinutes * MINUTE_MILLIS };
  return { agentId: 'amy', templateId: id, ...span, locked, activities: tileActivities(span, [], 'contact') };
}

/** Two weeks of which only the last days of the first and the first of the second can be worked: days 4 to 9. */
function problemFor(given: Scene): RosterProblem {
  const zone = 'Europe/Berlin';
  const [weeklyMinutesMin, weeklyMinutesMax, daysPerWeekMax] = given.weekly as [number, number, number];
  const days = [...new Set(given.history.map(({ back }) => back))];
  return problemOf({
    zone,
    startsOn: ON,
    weeks: 2,
    slotMinutes: 30,
    templates: TEMPLATES,
    contracts: [
      {
        id: 'open',
        title: 'Open',
        weeklyMinutesMin,
        weeklyMinutesMax,
        daysPerWeekMax,
        templateIds: ['early', 'late', 'night'],
      },
    ],
    agents: [{ id: 'amy', name: 'Amy', zone, contractId: 'open', skillIds: ['voice'] }],
    rules: [...given.rules, { ruleId: 'no-work-in-time-off', level: 'must' }],
    timeOff: [
      [0, 4],
      [10, 14],
    ].map(([from, until]) => ({
      agentId: 'amy',
      paidMinutes: 0,
      startAt: instantOfLocal(addDays(ON, from!), 0, zone),
      // A night of the day before may reach into it.
      endAt: instantOfLocal(addDays(ON, until!), 0, zone),
    })),
    history: days.map((back) => shiftOf(-back, given.history.find((each) => each.back === back)!.kind)),
    historyFromAt: instantOfLocal(addDays(ON, -given.known), 0, zone),
    fixedShifts: given.fixed ? [shiftOf(4 + given.fixed.day, given.fixed.kind, true)] : [],
  });
}

/** Value of each choice for the gains: own per day and template, so that every sum is exact. */
function gainOf(prepared: PreparedProblem, given: Scene): Float64Array {
  const gain = new Float64Array(prepared.frame.paddedSlots);
  const [space] = prepared.spaces;
  space!.pattern.forEach((pattern, choice) => {
    const day = space!.dayFrom.findIndex((from, i) => choice >= from && choice < space!.dayFrom[i + 1]!);
    if (pattern >= 0) gain[space!.startSlot[choice]! + 3] = given.gains[((day - 4) * 3 + pattern) % 18]!;
  });
  return gain;
}

function valueOf(prepared: PreparedProblem, gain: Float64Array, choice: number): number {
  const [space] = prepared.spaces;
  const pattern = space!.pattern[choice]!;
  if (pattern < 0) return space!.cost[choice]!;
  let value = space!.cost[choice]!;
  const start = space!.startSlot[choice]!;
  for (let slot = start; slot < start + prepared.patterns[pattern]!.lengthSlots; slot++) value -= gain[slot]!;
  return value;
}

/** Least value over all tours that the rules, asked one by one, find nothing wrong with. */
function bestByTrial(problem: RosterProblem, prepared: PreparedProblem, gain: Float64Array): number {
  const [space] = prepared.spaces;
  let best = Number.POSITIVE_INFINITY;
  const shifts: Shift[] = [];
  const visit = (day: number, value: number): void => {
    if (day === space!.days) {
      if (value < best && evaluateAgent(problem, 'amy', shifts).hardBreaches === 0) best = value;
      return;
    }
    if (space!.mustWork[day] === 0) visit(day + 1, value);
    for (let choice = space!.dayFrom[day]!; choice < space!.dayFrom[day + 1]!; choice++) {
      const pattern = space!.pattern[choice]!;
      shifts.push(pattern < 0 ? problem.fixedShifts[0]! : shiftOf(day, pattern));
      visit(day + 1, value + valueOf(prepared, gain, choice));
      shifts.pop();
    }
  };
  visit(0, 0);
  return best;
}

function shiftsIn(problem: RosterProblem, prepared: PreparedProblem, tour: Tour): Shift[] {
  return [...tour.choice].flatMap((choice, day) => {
    if (choice < 0) return [];
    const pattern = prepared.spaces[0]!.pattern[choice]!;
    return [pattern < 0 ? problem.fixedShifts[0]! : shiftOf(day, pattern)];
  });
}

describe('the programme of long tours', () => {
  it('finds the best of all tours the rules allow, or that there is none', () => {
    let found = 0;
    fc.assert(
      fc.property(scene, (given) => {
        const problem = problemFor(given);
        const prepared = prepare(problem, { find: findRule });
        expect(prepared.spaces).toHaveLength(1);
        const programme = new TourProgramme(prepared.patterns, prepared.programmeSize);
        const gain = gainOf(prepared, given);
        const tour = emptyTour(prepared.tourSize);
        const value = programme.best(prepared.spaces[0]!, gain, prepared.carried[0]!, tour);
        expect(value).toBe(bestByTrial(problem, prepared, gain));
        if (value === Number.POSITIVE_INFINITY) return;
        found++;
        const shifts = shiftsIn(problem, prepared, tour);
        expect(evaluateAgent(problem, 'amy', shifts).hardBreaches).toBe(0);
        let own = tour.ownCost;
        for (let i = 0; i < tour.slotCount; i++) own -= gain[tour.slots[i]! + prepared.frame.pad]!;
        expect(own).toBe(value);
      }),
      { numRuns: 40 },
    );
    expect(found).toBeGreaterThan(12);
  });
});

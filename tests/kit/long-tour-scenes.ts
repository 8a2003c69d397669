import { addDays, instantOfLocal, MINUTE_MILLIS } from '@yotei/time';
import fc from 'fast-check';
import {
  tileActivities,
  type RosterProblem,
  type RuleSetting,
  type Shift,
  type ShiftTemplate,
} from '@yotei/scheduling/roster';
import type { PreparedProblem } from '../../libs/scheduling/src/optimiser/problem/prepare.js';
import { problemOf } from './roster-builder.js';

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
    fc.subarray(Array.from({ length: 15 }, (_, i) => i)),
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
      oneOf('max-consecutive-days-off', 'days', [1, 2]),
      oneOf('min-start-distance', 'distanceMinutes', [1320, 1440]),
      oneOf('max-consecutive-weekends', 'weekendsInRow', [1]),
      fc.constantFrom([0, 10], [11, 14], [9, 9]).map(([minDaysOff, maxDaysOff]): RuleSetting => {
        return {
          ruleId: 'period-days-off',
          level: 'must',
          parameters: { minDaysOff: minDaysOff!, maxDaysOff: maxDaysOff! },
        };
      }),
      fc.constantFrom([0, 900], [480, 10_080]).map(([minBoundMinutes, maxBoundMinutes]): RuleSetting => {
        return {
          ruleId: 'week-bound-minutes',
          level: 'must',
          parameters: { minBoundMinutes: minBoundMinutes!, maxBoundMinutes: maxBoundMinutes! },
        };
      }),
    ),
  )
  .map(([first, kept, others]) => [first, ...kept.map((i) => others[i]!)]);

/** One agent under rules that span two weeks over a spring clock change. */
export const longTourScene = fc.record({
  rules,
  weekly: fc.constantFrom([0, 10_080, 7], [480, 1440, 3], [0, 960, 4]),
  history: fc.array(fc.record({ back: fc.integer({ min: 1, max: 4 }), kind: fc.nat({ max: 2 }) }), { maxLength: 3 }),
  known: fc.constantFrom(0, 2, 10),
  // Price of a start less than so many hours after the last end: sixteen is a night before a late shift.
  quick: fc.constantFrom(null, { weight: 7, restHours: 12 }, { weight: 15, restHours: 16 }),
  fixed: fc.option(fc.record({ day: fc.nat({ max: 4 }), kind: fc.nat({ max: 2 }) })),
  gains: fc.array(fc.integer({ min: -60, max: 40 }), { minLength: 18, maxLength: 18 }),
});
export type LongTourScene = typeof longTourScene extends fc.Arbitrary<infer T> ? T : never;

/** A shift of Berlin's clock; the spring clock change lies in the horizon. */
export function longTourShift(day: number, kind: number, locked = false): Shift {
  const { id, earliestStartMinute, lengthMinutes } = TEMPLATES[kind]!;
  const startAt = instantOfLocal(addDays(ON, day), earliestStartMinute, 'Europe/Berlin');
  const span = { startAt, endAt: startAt + lengthMinutes * MINUTE_MILLIS };
  return { agentId: 'amy', templateId: id, ...span, locked, activities: tileActivities(span, [], 'contact') };
}

/** Two weeks of which only the last days of the first and the first of the second can be worked: days 4 to 9. */
export function longTourProblem(given: LongTourScene): RosterProblem {
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
    history: days.map((back) => longTourShift(-back, given.history.find((each) => each.back === back)!.kind)),
    historyFromAt: instantOfLocal(addDays(ON, -given.known), 0, zone),
    objective: given.quick
      ? {
          wellbeing: [
            { termId: 'quick-return', weight: given.quick.weight, parameters: { restHours: given.quick.restHours } },
          ],
        }
      : undefined,
    fixedShifts: given.fixed ? [longTourShift(4 + given.fixed.day, given.fixed.kind, true)] : [],
  });
}

/** Value of each choice for the gains: own per day and template, so that every sum is exact. */
export function longTourGain(prepared: PreparedProblem, given: LongTourScene): Float64Array {
  const gain = new Float64Array(prepared.frame.paddedSlots);
  const [space] = prepared.spaces;
  space!.pattern.forEach((pattern, choice) => {
    const day = space!.dayFrom.findIndex((from, i) => choice >= from && choice < space!.dayFrom[i + 1]!);
    if (pattern >= 0) gain[space!.startSlot[choice]! + 3] = given.gains[((day - 4) * 3 + pattern) % 18]!;
  });
  return gain;
}

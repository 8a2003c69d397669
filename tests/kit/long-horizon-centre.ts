import fc from 'fast-check';
import { coverageGrid, type RosterProblem, type RuleSetting, type ShiftTemplate } from '@yotei/scheduling/roster';
import { openContract, problemOf } from './roster-builder.js';

const template = (id: string, start: number, lengthMinutes: number): ShiftTemplate => ({
  id,
  title: id,
  earliestStartMinute: start,
  latestStartMinute: start + 60,
  startStepMinutes: 60,
  lengthMinutes,
  activities: [{ activityTypeId: 'break', lengthMinutes: 30, earliestStartMinutes: 60, latestStartMinutes: 180 }],
});

const must = (ruleId: string, parameters: RuleSetting['parameters'] = {}, contractIds?: string[]): RuleSetting => ({
  ruleId,
  level: 'must',
  parameters,
  ...(contractIds ? { contractIds } : {}),
});

/** Demand and rules of {@link longHorizonCentre}. */
export const longHorizonScene = fc.record({
  weeks: fc.constantFrom(1, 2),
  levels: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 }),
  runs: fc.constantFrom(2, 3),
  weekends: fc.constantFrom(0, 1),
  nights: fc.constantFrom(1, 2),
  periodWeeks: fc.constantFrom(0, 2),
  counted: fc.integer({ min: 1, max: 3 }),
});

/** Three agents under rules of the whole horizon, two planned week by week, over the autumn clock change of Berlin. */
export function longHorizonCentre(
  given: typeof longHorizonScene extends fc.Arbitrary<infer T> ? T : never,
): RosterProblem {
  const zone = 'Europe/Berlin';
  const templateIds = ['early', 'late', 'night'];
  const base = problemOf({
    zone,
    startsOn: '2025-10-20',
    weeks: given.weeks,
    slotMinutes: 30,
    templates: [template('early', 360, 480), template('late', 840, 480), template('night', 1260, 540)],
    contracts: [
      { ...openContract, id: 'long', templateIds },
      { ...openContract, id: 'week', templateIds, weeklyMinutesMin: 960, weeklyMinutesMax: 2400, daysPerWeekMax: 5 },
    ],
    agents: ['a', 'b', 'c', 'd', 'e'].map((id, i) => {
      return { id, name: id, zone, contractId: i < 3 ? 'long' : 'week', skillIds: ['voice'] };
    }),
    rules: [
      must('min-rest-between-shifts'),
      must('max-consecutive-days', { days: 5 }),
      must('weekly-paid-minutes'),
      must('max-days-per-week'),
      must('min-consecutive-days', { days: given.runs }, ['long']),
      must('min-consecutive-days-off', { days: 2 }, ['long']),
      must('max-weekends', { weekends: given.weekends, periodWeeks: given.periodWeeks }, ['long']),
      must('max-consecutive-nights', { nights: given.nights }, ['long']),
      must('period-paid-minutes', { minMinutes: 1440 * given.weeks, maxMinutes: 1920 * given.weeks }, ['long']),
      must('max-template-count', { templates: 'night', count: given.counted }, ['long']),
      must('forbidden-succession', { pairs: 'night > early, late > early' }, ['long']),
      must('min-start-distance', { distanceMinutes: 1320 }),
      must('max-consecutive-days-off', { days: 5 }, ['long']),
      must('max-consecutive-weekends', { weekendsInRow: 1 }, ['long']),
      must('period-days-off', { minDaysOff: 2 * given.weeks, maxDaysOff: 5 * given.weeks }, ['long']),
      must('week-bound-minutes', { maxBoundMinutes: 2100 }, ['long']),
    ],
    preferences: [{ agentId: 'a', kind: 'template-on', templateId: 'late', on: '2025-10-23', weight: 5 }],
  });
  const grid = coverageGrid(base);
  const agentsToRoster = Array.from({ length: grid.count }, (_, slot) => given.levels[Math.floor(slot / 7) % 5]!);
  return { ...base, demand: [{ queueId: 'voice', skillId: 'voice', grid, agentsToRoster }] };
}

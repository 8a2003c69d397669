import { addDays, startOfLocalDay } from '@yotei/time';
import { rosterInstance } from '../../../../tests/kit/roster-instances.js';
import { evaluateRoster } from '../evaluation/index.js';
import type { RosterProblem, RuleSetting } from '../roster/index.js';
import { findRule } from '../rules/index.js';
import { optimiseRoster } from './optimise-roster.js';

const must = (ruleId: string, parameters: RuleSetting['parameters']): RuleSetting => ({
  ruleId,
  level: 'must',
  parameters,
});

/** Rules that laws ask for and the tours hold, tight enough to bind in a centre of full-time people. */
const PLANNED: readonly RuleSetting[] = [
  must('max-week-minutes', { maxMinutes: 2400 }),
  must('average-week-minutes', { averageMinutes: 2400, weeks: 3 }),
  must('days-off-in-weeks', { daysOffTogether: 5, weeks: 3 }),
  must('break-latest-start', { workMinutes: 300, breakMinutes: 30, latestStartMinutes: 300 }),
  must('rest-breaks-by-hours', { everyMinutes: 480, fromMinutes: 210, breakMinutes: 10 }),
  must('max-work-without-break', { workMinutes: 360, breakMinutes: 15 }),
  must('young-night', {}),
  must('young-rest', { restMinutes: 780 }),
  must('min-start-distance', { distanceMinutes: 1380 }),
  must('day-bound-minutes', { minBoundMinutes: 240, maxBoundMinutes: 600 }),
];
/** No roster of people who work on five days keeps both of these. */
const JUDGED: readonly RuleSetting[] = [
  must('free-weekdays', { weekday: 3, freeDays: 4, weeks: 4 }),
  must('start-time-range', { rangeMinutes: 0 }),
];

function centre(weeks: number): RosterProblem {
  const problem = rosterInstance({ agents: 4, seed: 2, weeks, tightness: 0.8 });
  return {
    ...problem,
    agents: problem.agents.map((agent, i) =>
      i % 2 ? agent : { ...agent, youngUntilOn: addDays(problem.startsOn, 90) },
    ),
    historyFromAt: startOfLocalDay(addDays(problem.startsOn, -28), problem.zone),
    rules: [...problem.rules, ...PLANNED, ...JUDGED],
  };
}

describe('a roster under rules that laws ask for', () => {
  it.each([1, 2])('keeps those the tours hold over %i weeks, and says what it breaks of the others', (weeks) => {
    const problem = centre(weeks);
    const result = optimiseRoster(problem, { seed: 1, iterationLimit: 4, nowMillis: () => 0 });
    if (result.kind !== 'roster')
      throw new Error(`roster expected; the answer is ${JSON.stringify(result).slice(0, 400)}`);
    const broken = evaluateRoster(problem, result.roster).breaches.filter(({ level }) => level === 'must');
    expect(result.roster.shifts.length).toBeGreaterThan(0);
    expect([...new Set(broken.map(({ ruleId }) => findRule(ruleId)!.tour.kind))]).toEqual(['judged']);
    expect(result.judgedBreaches).toEqual(broken);
  });
});

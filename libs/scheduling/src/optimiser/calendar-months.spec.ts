import { addDays, instantOfLocal, localDateOf, startOfLocalDay } from '@yotei/time';
import { longHorizonCentre } from '../../../../tests/kit/long-horizon-centre.js';
import { evaluateRoster } from '../evaluation/index.js';
import { tileActivities, type RosterProblem, type RuleSetting, type Shift } from '../roster/index.js';
import { optimiseRoster } from './optimise-roster.js';

const zone = 'Europe/Berlin';
const HOUR = 3_600_000;

const ofMonths = (ruleId: string, parameters: Record<string, number>): RuleSetting => ({
  ruleId,
  level: 'must',
  parameters: { ...parameters, calendarMonths: 1 },
  contractIds: ['long'],
});

/** Two weeks from 20 October 2025 with more demand than people; agent a worked on the first 17 days of October. */
function centre(rules: readonly RuleSetting[]): RosterProblem {
  const problem = longHorizonCentre({
    ...{ weeks: 2, levels: [3, 3, 3, 3, 3] },
    ...{ runs: 2, weekends: 1, nights: 2, periodWeeks: 0, counted: 3 },
  });
  const history = Array.from({ length: 17 }, (_, day): Shift => {
    const startAt = instantOfLocal(addDays('2025-10-01', day), 360, zone);
    const span = { startAt, endAt: startAt + 8 * HOUR };
    return { agentId: 'a', ...span, activities: tileActivities(span, [], 'contact') };
  });
  const plain = problem.rules.filter(({ contractIds }) => contractIds === undefined);
  return {
    ...problem,
    ...{ history, historyFromAt: startOfLocalDay('2025-10-01', zone) },
    agents: problem.agents.filter(({ id }) => id < 'c'),
    rules: [...plain.filter(({ ruleId }) => ruleId !== 'weekly-paid-minutes'), ...rules],
  };
}

/** Days that the agent works in each month of the plan. */
function worked(problem: RosterProblem, agentId: string): Record<string, number> {
  const result = optimiseRoster(problem, { seed: 1, iterationLimit: 60, nowMillis: () => 0 });
  if (result.kind !== 'roster') throw new Error(`a roster must be found; it says ${result.kind}`);
  expect(evaluateRoster(problem, result.roster).breaches.filter(({ level }) => level === 'must')).toEqual([]);
  expect(result.lowerBound).toBeLessThanOrEqual(result.cost);
  const months: Record<string, number> = {};
  for (const shift of result.roster.shifts.filter((each) => each.agentId === agentId)) {
    const month = localDateOf(shift.startAt, zone).slice(0, 7);
    months[month] = (months[month] ?? 0) + 1;
  }
  return months;
}

describe('planning under rules of calendar months', () => {
  it('leaves the days off that a month still asks for, and the next month alone', () => {
    // 31 days less 10 off less 17 worked: four more in October. Five days in a row and a week's limits as everywhere.
    const days = worked(centre([ofMonths('period-days-off', { minDaysOff: 10 })]), 'a');
    expect(days['2025-10']).toBe(4);
    expect(days['2025-11']).toBeGreaterThan(0);
    expect(worked(centre([]), 'a')['2025-10']).toBeGreaterThan(4);
  });

  it('works no more paid time than the month has left, also where it has none', () => {
    const most = (maxMinutes: number) => centre([ofMonths('period-paid-minutes', { maxMinutes })]);
    // 17 shifts of eight hours, each paid in full: 8,160 minutes.
    expect(worked(most(8160 + 450), 'a')['2025-10'] ?? 0).toBeLessThanOrEqual(1);
    expect(worked(most(8000), 'a')['2025-10'] ?? 0).toBe(0);
  });
});

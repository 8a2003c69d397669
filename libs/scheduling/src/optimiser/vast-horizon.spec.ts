import { longHorizonCentre } from '../../../../tests/kit/long-horizon-centre.js';
import { evaluateRoster } from '../evaluation/index.js';
import type { RosterProblem, RuleSetting } from '../roster/index.js';
import { findRule } from '../rules/index.js';
import { optimiseRoster } from './optimise-roster.js';
import { prepare } from './problem/prepare.js';
import { hasVastTours } from './tour/long-corridor.js';

const must = (ruleId: string, parameters: RuleSetting['parameters']): RuleSetting => ({
  ruleId,
  level: 'must',
  parameters,
});

/** Two agents over a year, their paid time and weekends counted over all of it. */
function yearOf(minMinutes: number): RosterProblem {
  const weeks = 52;
  const levels = [1, 2, 0, 1, 2];
  const centre = longHorizonCentre({ weeks: 1, levels, runs: 2, weekends: 1, nights: 2, periodWeeks: 0, counted: 3 });
  const [queue] = centre.demand;
  const count = queue!.grid.count * weeks;
  return {
    ...centre,
    zone: 'UTC',
    weeks,
    agents: centre.agents.slice(0, 2).map((agent) => ({ ...agent, zone: 'UTC' })),
    preferences: [],
    rules: [
      must('period-paid-minutes', { minMinutes, maxMinutes: minMinutes + 40_000 }),
      must('max-weekends', { weekends: 20 }),
      must('max-consecutive-days', { days: 5 }),
      must('min-consecutive-days-off', { days: 2 }),
      must('forbidden-succession', { pairs: 'night > early, late > early' }),
      must('max-template-count', { templates: 'night', count: 40 }),
    ],
    demand: [
      {
        ...queue!,
        grid: { ...queue!.grid, startAt: Date.UTC(2025, 9, 20), count },
        agentsToRoster: Array.from({ length: count }, (_, slot) => levels[Math.floor(slot / 9) % 5]!),
      },
    ],
  };
}

describe('a horizon too vast to look at all states of a tour', () => {
  it('gets a roster that keeps every must rule, improved by the search', () => {
    const problem = yearOf(100_000);
    expect(hasVastTours(prepare(problem, { find: findRule }))).toBe(true);
    const plan = (iterationLimit: number) => {
      const result = optimiseRoster(problem, { seed: 2, iterationLimit, nowMillis: () => 0 });
      if (result.kind !== 'roster') throw new Error(`a roster must be found; it says ${result.kind}`);
      const judged = evaluateRoster(problem, result.roster);
      expect(judged.breaches.filter(({ level }) => level === 'must')).toEqual([]);
      expect(result.cost).toBe(judged.cost);
      expect(result.lowerBound).toBeLessThanOrEqual(result.cost);
      return result.cost;
    };
    expect(plan(400)).toBeLessThan(plan(1));
  });

  it('names the rules that fight where an agent has no tour', () => {
    // 364 days of nine hours are 196,560 minutes.
    const result = optimiseRoster(yearOf(196_600), { seed: 2, iterationLimit: 1, nowMillis: () => 0 });
    if (result.kind !== 'infeasible') throw new Error(`nobody can be planned; it says ${result.kind}`);
    expect(result.agents[0]!.ruleIds).toContain('period-paid-minutes');
    expect(result.agents[0]!.conflict!.length).toBeGreaterThan(0);
  });
});

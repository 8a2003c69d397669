import fc from 'fast-check';
import { objectiveFor } from '../../../../tests/kit/objective-arbitraries.js';
import { rosterCase } from '../../../../tests/kit/roster-arbitraries.js';
import { evaluateRoster } from './evaluator.js';
import { scoreBreakdown } from './score-breakdown.js';

const drawn = rosterCase.chain(({ problem, roster }) =>
  objectiveFor(problem, roster.shifts.slice(1)).map((objective) => ({ problem: { ...problem, objective }, roster })),
);

describe('the score taken apart', () => {
  it('adds up by agent, interval and part to the cost of the evaluation', () => {
    fc.assert(
      fc.property(drawn, ({ problem, roster }) => {
        const judged = evaluateRoster(problem, roster);
        const { byAgent, byInterval, cost, parts, teamRules } = scoreBreakdown(problem, roster);
        expect(cost).toBe(judged.cost);
        expect(parts).toEqual(judged.parts);
        const agents = byAgent.reduce((sum, agent) => sum + agent.cost, 0);
        const short = byInterval.reduce((sum, interval) => sum + interval.understaffing, 0);
        const over = byInterval.reduce((sum, interval) => sum + interval.overstaffing, 0);
        expect(short).toBeCloseTo(parts.understaffing, 5);
        expect(over).toBeCloseTo(parts.overstaffing, 5);
        expect(agents + short + over + teamRules).toBeCloseTo(cost, 5);
      }),
      { numRuns: 40 },
    );
  });
});

import { optimiseRoster } from '@yotei/scheduling/optimiser';
import type { RosterProblem } from '@yotei/scheduling/roster';
import { validateProblem } from '@yotei/scheduling/rules';
import { oracleAmounts, oracleStaffingCost } from './roster-oracle.js';
import { ROSTER_SHAPES } from './roster-shapes.js';

const SEEDS = [1, 2];
/** Trying every sharing of everybody is for small centres. */
const MOST_AGENTS_TRIED = 8;

/** Must rules that some agent's plan breaks, by the oracle. */
function broken(problem: RosterProblem, shifts: ReturnType<typeof planned>['roster']['shifts']): string[] {
  const must = new Set(problem.rules.filter(({ level }) => level === 'must').map(({ ruleId }) => ruleId));
  return problem.agents.flatMap((agent) => {
    const own = shifts.filter((shift) => shift.agentId === agent.id);
    const amounts = Object.entries(oracleAmounts(problem, agent, own));
    return amounts.flatMap(([id, amount]) => (amount > 0 && must.has(id) ? [`${agent.id} ${id} ${amount}`] : []));
  });
}

function planned(problem: RosterProblem, seed: number) {
  const result = optimiseRoster(problem, { seed, iterationLimit: 20, nowMillis: () => 0 });
  if (result.kind !== 'roster') throw new Error(`roster expected; the answer is ${JSON.stringify(result)}`);
  return result;
}

describe.each(ROSTER_SHAPES.map((shape) => [shape.name, shape] as const))('a roster for %s', (_name, shape) => {
  it.each(shape.slow ? SEEDS.slice(0, 1) : SEEDS)(
    'keeps every must rule, costs what is counted anew and is not below its bound (seed %i)',
    (seed) => {
      const problem = shape.problem(seed);
      expect(validateProblem(problem)).toEqual({ kind: 'valid' });
      const { roster, parts, cost, lowerBound } = planned(problem, seed);
      expect(roster.shifts.length).toBeGreaterThan(0);
      expect(broken(problem, roster.shifts)).toEqual([]);
      expect(lowerBound).toBeLessThanOrEqual(cost + 1e-6);
      if (problem.agents.length <= MOST_AGENTS_TRIED && problem.weeks === 1) {
        const staffing = parts['understaffing']! + parts['overstaffing']!;
        expect(staffing).toBeCloseTo(oracleStaffingCost(problem, roster), 2);
      }
      for (const locked of problem.fixedShifts)
        expect(roster.shifts).toContainEqual(
          expect.objectContaining({ agentId: locked.agentId, startAt: locked.startAt }),
        );
    },
  );
});

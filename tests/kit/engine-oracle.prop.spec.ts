import { optimiseRoster } from '@yotei/scheduling/optimiser';
import type { RosterProblem } from '@yotei/scheduling/roster';
import fc from 'fast-check';
import { rosterInstance } from './roster-instances.js';
import { oracleAmounts, oracleStaffingCost } from './roster-oracle.js';

const places = fc.constantFrom(
  { zone: 'Asia/Tokyo', startsOn: '2026-11-02' },
  { zone: 'Europe/Berlin', startsOn: '2025-03-24' },
  { zone: 'Europe/Berlin', startsOn: '2025-10-20' },
);

/** Rules the settings of the instance do not ask for. */
const asked = (problem: RosterProblem) =>
  new Set(problem.rules.filter((setting) => setting.level === 'must').map((setting) => setting.ruleId));

describe('planned rosters against the independent oracle', () => {
  it('break no must rule and cost what trying every sharing finds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 4, max: 8 }), places, (seed, agents, place) => {
        const problem = rosterInstance({ seed, agents, ...place });
        const result = optimiseRoster(problem, { seed, iterationLimit: 30, nowMillis: () => 0 });
        // A centre this small can be drawn with an agent whose leave leaves no legal week; that is an answer too.
        fc.pre(result.kind === 'roster');
        if (result.kind !== 'roster') return;
        const must = asked(problem);
        for (const agent of problem.agents) {
          const shifts = result.roster.shifts.filter((shift) => shift.agentId === agent.id);
          const broken = Object.entries(oracleAmounts(problem, agent, shifts)).filter(
            ([id, amount]) => amount > 0 && must.has(id),
          );
          expect(broken).toEqual([]);
        }
        const staffing = result.parts['understaffing']! + result.parts['overstaffing']!;
        expect(staffing).toBeCloseTo(oracleStaffingCost(problem, result.roster), 2);
      }),
      { numRuns: 5 },
    );
  });
});

import { evaluateAgent, evaluateRoster } from '@yotei/scheduling/evaluation';
import { WORK_RULES } from '@yotei/scheduling/rules';
import { addDays, startOfLocalDay } from '@yotei/time';
import fc from 'fast-check';
import { rosterCase } from './roster-arbitraries.js';
import { oracleAmounts, oracleStaffingCost } from './roster-oracle.js';

/** Rules of every new centre: those the generated rosters are drawn for. */
const RULES = WORK_RULES.filter((rule) => !rule.optIn);

describe('the rules against an independent oracle', () => {
  it('find the same amount for every rule and agent', () => {
    fc.assert(
      fc.property(rosterCase, ({ problem: drawn, roster }) => {
        const historyFromAt = startOfLocalDay(addDays(drawn.startsOn, -30), drawn.zone);
        const problem = { ...drawn, historyFromAt };
        for (const agent of problem.agents) {
          const shifts = roster.shifts.filter((shift) => shift.agentId === agent.id);
          const found = evaluateAgent(problem, agent.id, shifts);
          const amounts = Object.fromEntries(RULES.map((rule) => [rule.id, 0]));
          for (const breach of found.breaches) amounts[breach.ruleId]! += breach.amount;
          expect(amounts).toEqual(oracleAmounts(problem, agent, shifts));
          expect(found.cannotJudge).toEqual([]);
        }
      }),
      { numRuns: Number(process.env['YOTEI_ORACLE_RUNS'] ?? 200) },
    );
  });

  it('meets every rule broken and kept in the generated rosters', () => {
    const broken = new Set<string>();
    const kept = new Set<string>();
    for (const { problem, roster } of fc.sample(rosterCase, { numRuns: 200, seed: 1 })) {
      for (const agent of problem.agents) {
        const amounts = oracleAmounts(
          problem,
          agent,
          roster.shifts.filter((shift) => shift.agentId === agent.id),
        );
        for (const [ruleId, amount] of Object.entries(amounts)) (amount > 0 ? broken : kept).add(ruleId);
      }
    }
    const all = RULES.map((rule) => rule.id).sort();
    // The generated activities always tile; the spec of that rule breaks it by hand.
    expect([...broken].sort()).toEqual(all.filter((id) => id !== 'activities-tile-shift'));
    expect([...kept].sort()).toEqual(all);
  });

  it('find the staffing cost that trying every sharing finds', () => {
    fc.assert(
      fc.property(rosterCase, ({ problem, roster }) => {
        const { parts } = evaluateRoster(problem, roster);
        expect(parts.understaffing + parts.overstaffing).toBeCloseTo(oracleStaffingCost(problem, roster), 2);
      }),
      { numRuns: 25 },
    );
  });
});

import { createEvaluator, evaluateRoster } from '@yotei/scheduling/evaluation';
import { TEAM_RULES } from '@yotei/scheduling/rules';
import type { Shift } from '@yotei/scheduling/roster';
import fc from 'fast-check';
import { rosterCase, shiftFromSketch, shiftSketch } from './roster-arbitraries.js';
import { teamRules } from './team-arbitraries.js';
import { oracleTeamAmounts } from './team-oracle.js';

const centre = fc
  .tuple(rosterCase, teamRules)
  .map(([{ problem, roster }, settings]) => ({ problem: { ...problem, teamRules: settings }, roster }));

describe('rules across agents against an independent oracle', () => {
  it('find the same amount for every setting', () => {
    fc.assert(
      fc.property(centre, ({ problem, roster }) => {
        const found = Object.fromEntries(problem.teamRules.map(({ id }) => [id, 0]));
        for (const breach of evaluateRoster(problem, roster).teamBreaches) found[breach.settingId]! += breach.amount;
        expect(found).toEqual(oracleTeamAmounts(problem, roster.shifts));
      }),
      { numRuns: 40 },
    );
  });

  it('meets every rule broken in the generated rosters', () => {
    const met = new Set<string>();
    for (const { problem, roster } of fc.sample(centre, { numRuns: 60, seed: 1 }))
      for (const { ruleId } of evaluateRoster(problem, roster).teamBreaches) met.add(ruleId);
    expect([...met].sort()).toEqual(TEAM_RULES.map(({ id }) => id).sort());
  });

  it('follow edits: equal to judging the whole roster again after any moves', () => {
    const move = fc.record({ agent: fc.nat(), sketches: fc.array(shiftSketch, { maxLength: 4 }) });
    fc.assert(
      fc.property(centre, fc.array(move, { minLength: 1, maxLength: 6 }), ({ problem, roster }, moves) => {
        const evaluator = createEvaluator(problem, roster);
        let micros = Math.round(evaluator.totals().cost * 1e6);
        for (const { agent: n, sketches } of moves) {
          const agent = problem.agents[n % problem.agents.length]!;
          const shifts = sketches.map((sketch) => shiftFromSketch(sketch, agent, problem));
          micros += Math.round(
            evaluator.replaceShifts(
              agent.id,
              shifts.sort((a, b) => a.startAt - b.startAt),
            ).cost * 1e6,
          );
        }
        const plan: Shift[] = problem.agents.flatMap(({ id }) => evaluator.shiftsOf(id));
        const full = evaluateRoster(problem, { shifts: plan });
        expect(evaluator.evaluation()).toEqual(full);
        expect(micros).toBe(Math.round(full.cost * 1e6));
      }),
      { numRuns: 40 },
    );
  });
});

import fc from 'fast-check';
import { objectiveFor } from '../../../../tests/kit/objective-arbitraries.js';
import { rosterCase, shiftFromSketch, shiftSketch } from '../../../../tests/kit/roster-arbitraries.js';
import type { Shift } from '../roster/index.js';
import { createEvaluator, evaluateRoster } from './evaluator.js';

const move = fc.record({ agent: fc.nat(), sketches: fc.array(shiftSketch, { maxLength: 4 }) });

/** Centres with every part of the objective, judged against a part of their own roster. */
const pricedCase = rosterCase.chain(({ problem, roster }) =>
  objectiveFor(problem, roster.shifts.slice(1)).map((objective) => ({ problem: { ...problem, objective }, roster })),
);

describe('following edits', () => {
  it('equals a full evaluation after any moves, and its deltas add up', () => {
    fc.assert(
      fc.property(
        fc.oneof(rosterCase, pricedCase),
        fc.array(move, { minLength: 1, maxLength: 6 }),
        ({ problem, roster }, moves) => {
          const evaluator = createEvaluator(problem, roster);
          const plan = new Map<string, readonly Shift[]>(problem.agents.map(({ id }) => [id, evaluator.shiftsOf(id)]));
          let hardBreaches = evaluator.totals().hardBreaches;
          let micros = Math.round(evaluator.totals().cost * 1e6);
          for (const { agent: n, sketches } of moves) {
            const agent = problem.agents[n % problem.agents.length]!;
            const shifts = sketches.map((sketch) => shiftFromSketch(sketch, agent, problem));
            shifts.sort((a, b) => a.startAt - b.startAt);
            const delta = evaluator.replaceShifts(agent.id, shifts);
            plan.set(agent.id, shifts);
            hardBreaches += delta.hardBreaches;
            micros += Math.round(delta.cost * 1e6);
          }
          const full = evaluateRoster(problem, { shifts: [...plan.values()].flat() });
          expect(evaluator.evaluation()).toEqual(full);
          expect(hardBreaches).toBe(full.hardBreaches);
          expect(micros).toBe(Math.round(full.cost * 1e6));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('takes several agents at once as it takes them one by one', () => {
    fc.assert(
      fc.property(
        fc.oneof(rosterCase, pricedCase),
        fc.array(move, { minLength: 1, maxLength: 5 }),
        ({ problem, roster }, moves) => {
          const changes = moves.map(({ agent: n, sketches }) => {
            const agent = problem.agents[n % problem.agents.length]!;
            return { agentId: agent.id, shifts: sketches.map((sketch) => shiftFromSketch(sketch, agent, problem)) };
          });
          const single = createEvaluator(problem, roster);
          for (const { agentId, shifts } of changes) single.replaceShifts(agentId, shifts);
          const joint = createEvaluator(problem, roster);
          joint.replaceMany(changes);
          expect(joint.evaluation()).toEqual(single.evaluation());
        },
      ),
      { numRuns: 40 },
    );
  });

  it('comes back to where it was when a move is undone', () => {
    fc.assert(
      fc.property(rosterCase, move, ({ problem, roster }, { agent: n, sketches }) => {
        const evaluator = createEvaluator(problem, roster);
        const before = evaluator.evaluation();
        const agent = problem.agents[n % problem.agents.length]!;
        const old = evaluator.shiftsOf(agent.id);
        const there = evaluator.replaceShifts(
          agent.id,
          sketches.map((sketch) => shiftFromSketch(sketch, agent, problem)),
        );
        const back = evaluator.replaceShifts(agent.id, old);
        expect(evaluator.evaluation()).toEqual(before);
        expect(back.cost).toBeCloseTo(-there.cost, 9);
        expect(back.hardBreaches).toBe(-there.hardBreaches || 0);
      }),
      { numRuns: 40 },
    );
  });
});

import fc from 'fast-check';
import { staffingModel } from '../catalogue.js';
import { goalParts } from '../service-goal.js';
import { levelTableOf } from './level-table.js';

const model = staffingModel('erlang-a');
const GOAL = { serviceLevelFraction: 0.8, answerWithinSeconds: 20 };
const parts = goalParts(GOAL, model.judges);

describe('service levels read from a table', () => {
  it('are those of the model to 10⁻⁴', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: 30, max: 1200, noNaN: true }),
        fc.constantFrom(60, 240, 900),
        (agents, spread, handleSeconds, patienceSeconds) => {
          const erlangs = Math.max(0.001, agents + spread * Math.sqrt(agents));
          const table = levelTableOf(model, parts, { patienceSeconds, goal: GOAL })!;
          const level = table.levelAt(agents, erlangs, handleSeconds);
          const load = {
            contacts: erlangs,
            intervalSeconds: handleSeconds,
            averageHandleSeconds: handleSeconds,
            patienceSeconds,
          };
          const exact = model.performance(load, agents).serviceLevelFraction(20, 'answered-of-offered');
          if (!Number.isNaN(level)) expect(Math.abs(level - exact)).toBeLessThan(1e-4);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('are none for other models, other goals, and contacts that never leave', () => {
    const erlangC = staffingModel('erlang-c');
    expect(levelTableOf(erlangC, goalParts(GOAL, erlangC.judges), { patienceSeconds: 60, goal: GOAL })).toBeNull();
    expect(levelTableOf(model, parts, { patienceSeconds: Infinity, goal: GOAL })).toBeNull();
    const both = { ...GOAL, maxOccupancyFraction: 0.85 };
    expect(levelTableOf(model, goalParts(both, model.judges), { patienceSeconds: 60, goal: both })).toBeNull();
    expect(levelTableOf(model, parts, { patienceSeconds: 60, goal: GOAL })!.levelAt(3, 9, 300)).toBeNaN();
  });
});

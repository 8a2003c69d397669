import fc from 'fast-check';
import { objectiveFor } from '../../../../../tests/kit/objective-arbitraries.js';
import { rosterInstance } from '../../../../../tests/kit/roster-instances.js';
import { evaluateRoster } from '../../evaluation/index.js';
import type { RosterProblem } from '../../roster/index.js';
import { findRule } from '../../rules/index.js';
import { rosterOf } from '../explain/roster-of.js';
import { prepare } from '../problem/prepare.js';
import { RandomSource } from '../random-source.js';
import { DayChange } from './day-change.js';
import { greedyRoster } from './greedy.js';
import { SearchState } from './search-state.js';

/** A first roster of a centre where eight hours of rest must be and eleven are wished for. */
const drawn = fc
  .record({
    seed: fc.integer({ min: 1, max: 9999 }),
    agents: fc.integer({ min: 3, max: 6 }),
    weeks: fc.constantFrom(1, 2),
  })
  .chain(({ seed, agents, weeks }) => {
    const plain = rosterInstance({ seed, agents, weeks });
    const rules = plain.rules.map((rule) =>
      rule.ruleId === 'min-rest-between-shifts' ? { ...rule, parameters: { restMinutes: 480 } } : rule,
    );
    return objectiveFor(plain, []).map((objective) => {
      const problem: RosterProblem = {
        ...plain,
        rules,
        objective: {
          ...objective,
          wellbeing: [
            { termId: 'quick-return', weight: 50 },
            { termId: 'backward-rotation', weight: 7 },
          ],
        },
      };
      return { problem, seed };
    });
  });

describe('the best shift of one day', () => {
  it('costs what the evaluation says, between weeks and after short rests as well, and is never worse', () => {
    let changed = 0;
    fc.assert(
      fc.property(drawn, ({ problem, seed }) => {
        const prepared = prepare(problem, { find: findRule });
        const state = new SearchState(prepared);
        fc.pre(greedyRoster(state, new RandomSource(seed)) === null);
        const change = new DayChange(state);
        for (let unit = 0; unit < state.tours.length; unit++) {
          for (let day = 0; day < 7; day++) {
            if (!change.allows(unit, day)) continue;
            const before = state.cost;
            const choice = state.tours[unit]!.choice[day];
            const out = change.slotsOf(unit, day);
            state.takeSlots(unit, out.from, out.until);
            change.respond(unit, day, state.cover.gainOf(state.spaceOf(unit).group));
            const back = change.slotsOf(unit, day);
            state.putSlots(unit, back.from, back.until);
            expect(state.cost).toBeLessThanOrEqual(before + 1e-6);
            if (state.tours[unit]!.choice[day] !== choice) changed++;
          }
        }
        expect(state.cost).toBeCloseTo(evaluateRoster(problem, rosterOf(prepared, state.tours)).cost, 3);
      }),
      { numRuns: 25 },
    );
    expect(changed).toBeGreaterThan(20);
  });
});

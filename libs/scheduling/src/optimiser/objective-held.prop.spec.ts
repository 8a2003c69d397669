import fc from 'fast-check';
import { objectiveFor, wishesFor } from '../../../../tests/kit/objective-arbitraries.js';
import { rosterInstance } from '../../../../tests/kit/roster-instances.js';
import { evaluateRoster } from '../evaluation/index.js';
import type { Roster, RosterProblem } from '../roster/index.js';
import { findRule } from '../rules/index.js';
import { rosterOf } from './explain/roster-of.js';
import { optimiseRoster } from './optimise-roster.js';
import { prepare } from './problem/prepare.js';
import { RandomSource } from './random-source.js';
import { greedyRoster } from './search/greedy.js';
import { SearchState } from './search/search-state.js';

const places = fc.constantFrom(
  { zone: 'Asia/Tokyo', startsOn: '2026-11-02' },
  { zone: 'Europe/Berlin', startsOn: '2025-03-24' },
);

/** A first roster of the problem as the engine makes it, and what the engine takes it to cost. */
function firstRoster(
  problem: RosterProblem,
  seed: number,
): { roster: Roster; cost: number; state: SearchState } | null {
  const prepared = prepare(problem, { find: findRule });
  const state = new SearchState(prepared);
  const stuck = greedyRoster(state, new RandomSource(seed));
  return stuck === null ? { roster: rosterOf(prepared, state.tours), cost: state.cost, state } : null;
}

const drawn = fc
  .record({
    seed: fc.integer({ min: 1, max: 9999 }),
    agents: fc.integer({ min: 3, max: 6 }),
    weeks: fc.constantFrom(1, 1, 2),
    place: places,
  })
  .chain(({ seed, agents, weeks, place }) => {
    const plain = rosterInstance({ seed, agents, weeks, ...place });
    const base = firstRoster(plain, seed + 1)?.roster.shifts ?? [];
    // Part of the earlier roster, so that days come and go; one of its shifts must stay.
    const kept = base.filter((_, i) => i % 4 !== 0);
    return fc
      .record({ objective: objectiveFor(plain, kept), wishes: wishesFor(plain), fixed: fc.boolean() })
      .map(({ objective, wishes, fixed }) => ({
        seed,
        problem: {
          ...plain,
          objective,
          preferences: [...plain.preferences, ...wishes],
          fixedShifts: fixed ? base.slice(0, 1) : [],
        },
      }));
  });

describe('the objective beyond staffing', () => {
  it('costs the engine what it costs the evaluation, for first rosters and for planned ones', () => {
    let compared = 0;
    fc.assert(
      fc.property(drawn, ({ problem, seed }) => {
        const first = firstRoster(problem, seed);
        fc.pre(first !== null);
        compared++;
        const judged = evaluateRoster(problem, first!.roster);
        expect(first!.cost).toBeCloseTo(judged.cost, 3);
        // Out and back again: nothing is left behind.
        for (let unit = 0; unit < first!.state.tours.length; unit++) {
          first!.state.take(unit);
          first!.state.respondExactly(unit);
          first!.state.put(unit);
        }
        const again = evaluateRoster(problem, rosterOf(first!.state.prepared, first!.state.tours));
        expect(first!.state.cost).toBeCloseTo(again.cost, 3);
        expect(again.cost).toBeLessThanOrEqual(judged.cost + 1e-3);
      }),
      { numRuns: 25 },
    );
    expect(compared).toBeGreaterThan(12);
  });

  it('never costs less than the bound', () => {
    fc.assert(
      fc.property(drawn, ({ problem, seed }) => {
        const result = optimiseRoster(problem, { seed, iterationLimit: 20, nowMillis: () => 0 });
        fc.pre(result.kind === 'roster');
        if (result.kind !== 'roster') return;
        const parts = Object.values(result.parts).reduce((sum, part) => sum + part, 0);
        expect(parts).toBeCloseTo(result.cost, 5);
        expect(result.lowerBound).toBeLessThanOrEqual(result.cost);
      }),
      { numRuns: 4 },
    );
  });
});

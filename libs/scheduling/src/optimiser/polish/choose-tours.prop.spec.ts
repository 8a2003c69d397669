import fc from 'fast-check';
import { longHorizonCentre, longHorizonScene } from '../../../../../tests/kit/long-horizon-centre.js';
import { findRule } from '../../rules/index.js';
import { loadSolver, type MixedIntegerSolver } from '../../solver/index.js';
import { prepare } from '../problem/prepare.js';
import { SearchState } from '../search/search-state.js';
import { copyTour, emptyTour, type Tour } from '../tour/tour.js';
import { canChooseTours, chooseTours } from './choose-tours.js';
import { TourPool } from './tour-pool.js';

/** Worths of presence for which each of the agents' tours is best; one row a tour. */
const worths = fc.array(fc.array(fc.integer({ min: -4, max: 12 }), { minLength: 11, maxLength: 11 }), {
  minLength: 2,
  maxLength: 4,
});

/** Puts the tour into the roster in the place of the unit's present one. */
function replace(state: SearchState, unit: number, tour: Tour): void {
  if (state.placed[unit] === 1) state.take(unit);
  copyTour(tour, state.tours[unit]!);
  state.put(unit);
}

/** Least cost over every way to choose one tour of each unit. */
function leastOf(state: SearchState, offered: readonly (readonly Tour[])[], unit = 0): number {
  if (unit === offered.length) return state.cost;
  return offered[unit]!.reduce((least, tour) => {
    replace(state, unit, tour);
    return Math.min(least, leastOf(state, offered, unit + 1));
  }, Number.POSITIVE_INFINITY);
}

describe('choosing one of the tours met for every agent', () => {
  let solver: MixedIntegerSolver;
  beforeAll(async () => {
    solver = await loadSolver();
  });

  it('finds the cheapest of all ways to choose', () => {
    let better = 0;
    fc.assert(
      fc.property(longHorizonScene, worths, (scene, rows) => {
        const centre = longHorizonCentre({ ...scene, weeks: 1 });
        const problem = { ...centre, agents: centre.agents.filter(({ contractId }) => contractId === 'long') };
        const prepared = prepare(problem, { find: findRule });
        expect(canChooseTours(prepared)).toBe(true);
        const state = new SearchState(prepared);
        const pool = new TourPool(prepared);
        const offered = prepared.spaces.map((space, unit) =>
          rows.map((row) => {
            const gain = Float64Array.from({ length: prepared.frame.paddedSlots }, (_, slot) => row[slot % 11]!);
            const tour = emptyTour(prepared.tourSize);
            if (state.programme.best(space, gain, state.boundaryOf(unit), tour) === Number.POSITIVE_INFINITY)
              return null;
            pool.add(space, tour);
            return tour;
          }),
        );
        if (offered.flat().includes(null)) return;
        const tours = offered as Tour[][];
        const least = leastOf(state, tours);
        const best = tours.map((own) => own[0]!);
        best.forEach((tour, unit) => replace(state, unit, tour));
        const before = state.cost;
        const prices = prepared.groups.masks.map(() => new Float64Array(prepared.frame.paddedSlots));
        const limits = { nodes: 1000, shouldStop: () => false };
        expect(chooseTours(state, pool, { solver, prices, best, gap: 1e9, limits })).toBe(true);
        expect(state.cost).toBeCloseTo(least, 6);
        if (least < before - 1e-6) better++;
      }),
      { numRuns: 12 },
    );
    expect(better).toBeGreaterThan(1);
  });
});

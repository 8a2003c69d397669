import { rosterOf } from '../../libs/scheduling/src/optimiser/explain/roster-of.js';
import { prepare } from '../../libs/scheduling/src/optimiser/problem/prepare.js';
import { RandomSource } from '../../libs/scheduling/src/optimiser/random-source.js';
import { greedyRoster } from '../../libs/scheduling/src/optimiser/search/greedy.js';
import { SearchState } from '../../libs/scheduling/src/optimiser/search/search-state.js';
import type { Roster, RosterProblem } from '../../libs/scheduling/src/roster/index.js';
import { findRule } from '../../libs/scheduling/src/rules/index.js';

/** The engine's first roster: legal, made at once, and far from the best, so that weeks have much to gain. */
export function firstRoster(problem: RosterProblem, seed: number): Roster {
  const prepared = prepare(problem, { find: findRule });
  const state = new SearchState(prepared);
  expect(greedyRoster(state, new RandomSource(seed))).toBeNull();
  return rosterOf(prepared, state.tours);
}

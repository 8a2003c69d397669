import { rosterInstance } from './roster-instances.js';
import type { RosterProblem } from '@yotei/scheduling/roster';
import { findRule } from '@yotei/scheduling/rules';
import { prepare } from '../../libs/scheduling/src/optimiser/problem/prepare.js';
import { RandomSource } from '../../libs/scheduling/src/optimiser/random-source.js';
import { greedyRoster } from '../../libs/scheduling/src/optimiser/search/greedy.js';
import { RuinContext } from '../../libs/scheduling/src/optimiser/search/ruin-context.js';
import { SearchState } from '../../libs/scheduling/src/optimiser/search/search-state.js';

/** A small centre with its first roster, for the specs of moves. */
export function contextForTest(agents = 12, changes: Partial<RosterProblem> = {}): RuinContext {
  const problem = { ...rosterInstance({ agents, seed: 5 }), ...changes };
  const state = new SearchState(prepare(problem, { find: findRule }));
  const random = new RandomSource(3);
  if (greedyRoster(state, random) !== null)
    throw new Error('seed (5) must give an instance with a roster; choose another');
  return new RuinContext(state, random);
}

export const chosenOf = (context: RuinContext): number[] => [...context.chosen.subarray(0, context.count)];

import type { Highs } from 'highs';
import { evaluateRoster } from '@yotei/scheduling/evaluation';
import { optimiseRoster } from '@yotei/scheduling/optimiser';
import { highsSolver } from '@yotei/scheduling/solver';
import { exactRoster } from './exact-roster.js';
import { smallRosterProblem } from './small-rosters.js';

export interface SmallRosterOutcome {
  readonly seed: number;
  /** Costs of the engine's roster and of the proved best one, and the engine's bound; null where nobody can be planned. */
  readonly costs: { readonly engine: number; readonly best: number; readonly bound: number } | null;
}

/** Steps of the engine's search where its own proof takes too long. */
const STEPS = 8000;

/** The engine beside the proof on one small problem. Throws where they disagree on whether there is a roster at all. */
export function compareOnSmall(seed: number, highs: Highs): SmallRosterOutcome {
  const problem = smallRosterProblem(seed);
  const solver = highsSolver(highs);
  const planned = optimiseRoster(problem, { seed: 1, iterationLimit: STEPS, nowMillis: () => 0, solver });
  const proved = exactRoster(problem, highs);
  if (planned.kind !== 'roster' || !proved) {
    if (proved || planned.kind === 'roster')
      throw new Error(`engine (${planned.kind}) must agree with the proof on seed ${seed}; compare their rosters`);
    return { seed, costs: null };
  }
  const judged = evaluateRoster(problem, proved);
  if (judged.hardBreaches > 0)
    throw new Error(
      `proved roster (${judged.hardBreaches} breaches, seed ${seed}) must keep every rule; mend the model`,
    );
  return { seed, costs: { engine: planned.cost, best: judged.cost, bound: planned.lowerBound } };
}

import { optimiseRoster } from '@yotei/scheduling/optimiser';
import type { Roster, RosterProblem } from '@yotei/scheduling/roster';
import type { PeerOptions } from './command-line.js';

/** What a run of the engine is told by the command line. */
export type PlanOptions = Pick<PeerOptions, 'seed' | 'iterations' | 'timeLimitSeconds'>;

/** The engine's roster; throws where it answers none. */
export function planPeer(problem: RosterProblem, options: PlanOptions): Roster {
  const result = optimiseRoster(problem, {
    seed: options.seed,
    timeLimitSeconds: options.timeLimitSeconds,
    iterationLimit: options.iterations,
    nowMillis: () => performance.now(),
  });
  if (result.kind !== 'roster')
    throw new Error(`the engine must answer a roster; it says ${JSON.stringify(result).slice(0, 500)}`);
  return result.roster;
}

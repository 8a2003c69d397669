import type { RandomSource } from '../random-source.js';
import { LargeNeighbourhood } from '../search/large-neighbourhood.js';
import type { SearchState } from '../search/search-state.js';
import type { StopWatch } from '../search/stop-watch.js';
import type { Tour } from '../tour/tour.js';
import type { MixedIntegerSolver } from '../../solver/index.js';
import { isSmall, proveSmall } from './prove-small.js';

/** Search steps before the proof: the better the roster at hand, the fewer weeks are left to try. */
const STEPS_BEFORE = 1000;
/** Branches of the proof at most. */
const MOST_NODES = 5000;
/** Share of a time limit after which the proof is given up. */
const PROOF_TIME_FRACTION = 0.6;

export interface ProvePhaseOptions {
  readonly solver: MixedIntegerSolver;
  readonly random: RandomSource;
  readonly watch: StopWatch;
  readonly timeLimitSeconds: number | undefined;
  /** Worth of presence by padded slot for each group, and the Lagrange bound of these prices. */
  readonly prices: readonly Float64Array[];
  readonly priceBound: number;
  /** Best roster so far, kept up to date; the state need not hold it. */
  readonly best: readonly Tour[];
  readonly bestCost: number;
  readonly lowerBound: number;
  readonly onBest: (cost: number) => void;
}

/** Searches a little and then looks for the best roster of a small problem and its proof; the bound known afterwards. */
export function provePhase(state: SearchState, options: ProvePhaseOptions): number {
  const { watch, solver, prices, priceBound, lowerBound, random, best } = options;
  if (!isSmall(state) || options.bestCost <= lowerBound) return lowerBound;
  state.load(best);
  const search = new LargeNeighbourhood(state, {
    random,
    watch,
    iterationLimit: undefined,
    timeLimitSeconds: undefined,
    prices,
    best,
    bestCost: options.bestCost,
    lowerBound,
    onBest: options.onBest,
    onIteration: () => undefined,
  });
  search.run(STEPS_BEFORE);
  if (watch.look()) return lowerBound;
  state.load(best);
  const { timeLimitSeconds = Number.POSITIVE_INFINITY } = options;
  const secondsLeft = () => timeLimitSeconds * PROOF_TIME_FRACTION - watch.seconds();
  if (secondsLeft() <= 0) return lowerBound;
  const limits = {
    nodes: MOST_NODES,
    ...(options.timeLimitSeconds !== undefined && { seconds: secondsLeft() }),
    shouldStop: () => watch.look() || secondsLeft() <= 0,
    isCancelled: () => watch.look(),
  };
  const proof = proveSmall(state, { solver, prices, priceBound, limits });
  if (!proof) return lowerBound;
  if (proof.improved) {
    state.save(best);
    options.onBest(state.cost);
  }
  return proof.bound;
}

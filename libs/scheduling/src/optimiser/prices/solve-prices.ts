import type { RandomSource } from '../random-source.js';
import type { StopWatch } from '../search/stop-watch.js';
import type { PriceMaster } from './price-master.js';

export interface PricesResult {
  readonly lowerBound: number;
  /** Multipliers that gave the bound. */
  readonly multipliers: Float64Array;
}

export interface PricesOptions {
  readonly random: RandomSource;
  readonly watch: StopWatch;
  /** Rounds over all agents at most. */
  readonly maxRounds: number;
  /** Seconds of the run after which no further round begins. */
  readonly untilSeconds: number;
  readonly onRound: () => void;
  readonly onBound: (bound: number) => void;
}

/** Quadratic weight: first, its factor from round to round, and its least. A falling weight quiets the prices. */
const FIRST_WEIGHT = 3;
const WEIGHT_DECAY = 0.94;
const LEAST_WEIGHT = 0.03;
/** Rounds between two looks at the bound, each of which costs a round itself. */
const BOUND_EVERY = 6;
/** Stop when so many looks in a row raised the bound by less than the share below. */
const PATIENCE = 3;
const LEAST_RISE = 0.002;

/** Raises the Lagrange bound until it hardly moves (roster.md section 3, phase 1). */
export function solvePrices(master: PriceMaster, options: PricesOptions): PricesResult {
  const { random, watch } = options;
  const units = Int32Array.from(master.blocks.keys());
  let best: PricesResult = { lowerBound: Number.NEGATIVE_INFINITY, multipliers: Float64Array.from(master.cells.mu) };
  /** Whether the bound rose enough to go on; null when stopped. */
  const look = (): boolean | null => {
    const bound = master.bound(() => watch.shouldStop());
    if (bound === null) return null;
    const rises = bound > best.lowerBound + LEAST_RISE * Math.abs(best.lowerBound);
    if (bound > best.lowerBound) {
      best = { lowerBound: bound, multipliers: Float64Array.from(master.cells.mu) };
      options.onBound(bound);
    }
    return rises;
  };
  let idle = 0;
  let round = 1;
  for (; round <= options.maxRounds && idle < PATIENCE && watch.seconds() < options.untilSeconds; round++) {
    master.cells.rho = Math.max(LEAST_WEIGHT, FIRST_WEIGHT * WEIGHT_DECAY ** (round - 1));
    master.cells.renewAll();
    random.shuffle(units);
    for (const unit of units) {
      if (watch.shouldStop()) return best;
      master.step(unit);
    }
    options.onRound();
    master.stepBaseline();
    master.cells.updateMultipliers();
    if (round % BOUND_EVERY !== 0) continue;
    const rises = look();
    if (rises === null) return best;
    idle = rises ? 0 : idle + 1;
  }
  // Rounds since the last look count too: a short time limit may have allowed no other.
  if ((round - 1) % BOUND_EVERY !== 0) look();
  return best;
}

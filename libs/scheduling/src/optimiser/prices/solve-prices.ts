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
  /** Looks at the bound at most, each of which asks for every agent's exact best tour once. */
  readonly maxRounds: number;
  /** Seconds of the run after which no further round begins. */
  readonly untilSeconds: number;
  readonly onRound: () => void;
  readonly onBound: (bound: number) => void;
}

/** Rounds of single steps, and the quadratic weight of the first and its factor from round to round. */
const WARM_ROUNDS = 40;
const WARM_WEIGHT = 3;
const WARM_DECAY = 0.94;
/** Rounds between two looks at the bound meanwhile, each of which costs a round itself. */
const WARM_LOOK = 13;
/** Quadratic weight with which the bundle method starts: the larger, the further the prices move. */
const BUNDLE_WEIGHT = 0.5;
/** Sweeps over the tours known between two looks at the bound. */
const SWEEPS = 4;
/** Least share of the expected rise that moves the centre; a rise of more than the second lets the prices move further. */
const SERIOUS = 0.1;
const GENEROUS = 0.5;
const WEIGHT_RANGE = [0.02, 20] as const;
/** Stop when so many looks in a row raised the bound by less than the share below. */
const PATIENCE = 12;
const LEAST_RISE = 0.0005;

/**
 * Raises the Lagrange bound until it hardly moves (roster.md section 3, phase 1): some rounds of single steps, then a
 * proximal bundle method with each agent's tours as its cuts (Kiwiel 1990; Frangioni 2002).
 */
export function solvePrices(master: PriceMaster, options: PricesOptions): PricesResult {
  const ascent = new PriceAscent(master, options);
  if (ascent.warmUp()) ascent.bundle();
  return { lowerBound: ascent.lowerBound, multipliers: ascent.multipliers };
}

class PriceAscent {
  lowerBound = Number.NEGATIVE_INFINITY;
  readonly multipliers: Float64Array;
  private readonly shouldStop: () => boolean;

  constructor(
    private readonly master: PriceMaster,
    private readonly options: PricesOptions,
  ) {
    this.multipliers = Float64Array.from(master.cells.mu);
    this.shouldStop = () => options.watch.shouldStop();
  }

  /** Rounds of exact steps that find each agent's first tours; false when stopped. */
  warmUp(): boolean {
    const { master, options } = this;
    const units = Int32Array.from(master.blocks.keys());
    for (let round = 1; round <= Math.min(WARM_ROUNDS, options.maxRounds); round++) {
      master.cells.rho = WARM_WEIGHT * WARM_DECAY ** (round - 1);
      master.cells.renewAll();
      options.random.shuffle(units);
      if (!master.stepAll(units, this.shouldStop)) return false;
      options.onRound();
      master.share();
      master.cells.updateMultipliers();
      const late = options.watch.agreedSeconds() > options.untilSeconds;
      if ((late || round % WARM_LOOK === 0) && this.look(master.cells.mu) === null) return false;
      if (late) return false;
    }
    return true;
  }

  /** Each round solves the relaxed roster over the tours known, near the best multipliers so far, and looks at the bound. */
  bundle(): void {
    const { master, options } = this;
    const { cells } = master;
    cells.mu.set(this.multipliers);
    cells.rho = BUNDLE_WEIGHT;
    cells.renewAll();
    let idle = 0;
    let lastRise = this.lowerBound;
    for (let round = WARM_ROUNDS; round < options.maxRounds && idle < PATIENCE; round++) {
      for (let i = 0; i < SWEEPS; i++) {
        if (!master.sweep(this.shouldStop)) return;
      }
      options.onRound();
      const rises = this.tryPrices();
      if (rises === null || options.watch.agreedSeconds() > options.untilSeconds) return;
      idle = this.lowerBound > lastRise + LEAST_RISE * Math.abs(lastRise) ? 0 : idle + 1;
      if (idle === 0) lastRise = this.lowerBound;
    }
  }

  /** Looks at the bound of the present prices; the centre moves there when enough of the rise expected comes. */
  private tryPrices(): number | null {
    const { master } = this;
    const { cells } = master;
    const trial = Float64Array.from(cells.pi);
    const before = this.lowerBound;
    const expected = master.boundOfKnown(trial, this.shouldStop) - before;
    const bound = this.look(trial);
    if (bound === null) return null;
    const rise = bound - before;
    if (rise >= SERIOUS * expected) {
      cells.mu.set(trial);
      if (rise > GENEROUS * expected) cells.rho = Math.min(WEIGHT_RANGE[1], cells.rho * 1.5);
    } else if (rise < -expected) cells.rho = Math.max(WEIGHT_RANGE[0], cells.rho * 0.8);
    cells.renewAll();
    return rise;
  }

  private look(multipliers: Float64Array): number | null {
    const bound = this.master.bound(multipliers, this.shouldStop);
    if (bound !== null && bound > this.lowerBound) {
      this.lowerBound = bound;
      this.multipliers.set(multipliers);
      this.options.onBound(bound);
    }
    return bound;
  }
}

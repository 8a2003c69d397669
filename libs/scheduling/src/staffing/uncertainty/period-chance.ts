import { normalCdf, normalDensity } from './normal.js';
import { NODE_LEVELS } from './rate-nodes.js';

/**
 * How the rates go together: each follows its own normal level, made of one level for the day and one of its own;
 * the days' levels of one week and one of their own likewise. Shares of variance held in common, 0..1.
 */
export interface RateCorrelation {
  readonly withinDay: number;
  readonly betweenDays: number;
}

/** Measured on a bank's calls; see docs/methods/uncertain-load.md. */
export const DEFAULT_CORRELATION: RateCorrelation = { withinDay: 0.7, betweenDays: 0.5 };

const LEVELS = Float64Array.from(NODE_LEVELS);

type Kernel = readonly Float64Array[];
const kernels = new Map<number, Kernel>();

/** Probabilities of the levels given the level of what they share; row = shared level. */
function kernelOf(correlation: number): Kernel {
  if (!(correlation >= 0 && correlation <= 1)) {
    throw new RangeError(`rate correlation (${correlation}) must be 0..1; for example 0.7`);
  }
  let kernel = kernels.get(correlation);
  if (!kernel) {
    const own = Math.sqrt(1 - correlation);
    const spacing = NODE_LEVELS[1]! - NODE_LEVELS[0]!;
    kernel = NODE_LEVELS.map((shared) => {
      // Below half a spacing the levels can no longer tell a spread from none.
      const row = NODE_LEVELS.map((level) =>
        own < spacing / 2 ? Number(level === shared) : normalDensity((level - Math.sqrt(correlation) * shared) / own),
      );
      const total = row.reduce((sum, one) => sum + one, 0);
      return Float64Array.from(row, (one) => one / total);
    });
    kernels.set(correlation, kernel);
  }
  return kernel;
}

function meanGiven(kernel: Kernel, values: Float64Array): Float64Array {
  return Float64Array.from(kernel, (row) => row.reduce((sum, share, level) => sum + share * values[level]!, 0));
}

/** Mean and variance of a sum given the level of what its parts share. */
interface GivenLevel {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

const nothing = (): GivenLevel => ({
  mean: new Float64Array(NODE_LEVELS.length),
  variance: new Float64Array(NODE_LEVELS.length),
});

/** Adds parts that are independent given the shared level, each known by its mean and variance at its own level. */
function addGiven(into: GivenLevel, kernel: Kernel, part: { mean: Float64Array; variance?: Float64Array }): void {
  const mean = meanGiven(kernel, part.mean);
  const second = meanGiven(
    kernel,
    part.mean.map((value, level) => value * value + (part.variance?.[level] ?? 0)),
  );
  for (let level = 0; level < mean.length; level += 1) {
    into.mean[level]! += mean[level]!;
    into.variance[level]! += Math.max(0, second[level]! - mean[level]! * mean[level]!);
  }
}

/** Steps between two levels when the chance is summed up: it jumps where a sum that is nearly certain changes sign. */
const STEPS = 20;

/** P(sum ≥ 0): given the shared level the sum of many parts is taken as normal; straight lines between the levels. */
function chancePositive({ mean, variance }: GivenLevel): number {
  const deviation = variance.map(Math.sqrt);
  let chance = 0;
  let total = 0;
  for (let at = 0; at <= (NODE_LEVELS.length - 1) * STEPS; at += 1) {
    const level = Math.min(NODE_LEVELS.length - 2, Math.floor(at / STEPS));
    const share = at / STEPS - level;
    const between = (values: Float64Array): number => values[level]! + share * (values[level + 1]! - values[level]!);
    const weight = normalDensity(between(LEVELS));
    chance += weight * chanceGiven(between(mean), between(deviation));
    total += weight;
  }
  return chance / total;
}

function chanceGiven(mean: number, deviation: number): number {
  // A tie is met, within the tolerance of goals.
  return deviation > 1e-9 * Math.abs(mean) ? normalCdf(mean / deviation) : Number(mean >= -1e-9);
}

/** The margins of one day's intervals, summed with their correlation: for each goal a sum given the day's level. */
export class DayMargins {
  private readonly goals: readonly GivenLevel[];
  private readonly kernel: Kernel;

  constructor(goalCount: number, withinDay: number) {
    this.goals = Array.from({ length: goalCount }, nothing);
    this.kernel = kernelOf(withinDay);
  }

  /** Adds an interval: contacts × margin at each level, for each goal. */
  add(weightedMargins: readonly Float64Array[]): void {
    weightedMargins.forEach((mean, goal) => addGiven(this.goals[goal]!, this.kernel, { mean }));
  }

  /** The chance that the day's contact-weighted figures reach the goals: of the goal that holds least often. */
  chanceToMeet(): number {
    return Math.min(...this.goals.map(chancePositive));
  }

  /** The same for all these days together. */
  static chanceTogether(days: readonly DayMargins[], betweenDays: number): number {
    const kernel = kernelOf(betweenDays);
    const goalCount = days[0]?.goals.length ?? 0;
    const chances = Array.from({ length: goalCount }, (_, goal) => {
      const sum = nothing();
      for (const day of days) addGiven(sum, kernel, day.goals[goal]!);
      return chancePositive(sum);
    });
    return Math.min(...chances);
  }
}

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

/** Mean and variance of a sum given the level of what its parts share. */
interface GivenLevel {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

/**
 * A sum of parts that are independent given the shared level, each known by its mean and variance at its own level.
 * Means and squares go through the kernel once for all parts; only the squares of the parts' own means cannot.
 */
class PartSum {
  private readonly mean = new Float64Array(NODE_LEVELS.length);
  private readonly square = new Float64Array(NODE_LEVELS.length);
  private readonly squaredMeans = new Float64Array(NODE_LEVELS.length);

  constructor(private readonly kernel: Kernel) {}

  add(mean: ArrayLike<number>, variance?: ArrayLike<number>): void {
    for (let level = 0; level < mean.length; level += 1) {
      const value = mean[level]!;
      this.mean[level]! += value;
      this.square[level]! += value * value + (variance ? variance[level]! : 0);
    }
    for (let shared = 0; shared < mean.length; shared += 1) {
      const given = weighted(this.kernel[shared]!, mean);
      this.squaredMeans[shared]! += given * given;
    }
  }

  givenShared(): GivenLevel {
    return {
      mean: Float64Array.from(this.kernel, (row) => weighted(row, this.mean)),
      variance: Float64Array.from(this.kernel, (row, shared) =>
        Math.max(0, weighted(row, this.square) - this.squaredMeans[shared]!),
      ),
    };
  }
}

function weighted(row: Float64Array, values: ArrayLike<number>): number {
  let sum = 0;
  for (let level = 0; level < row.length; level += 1) sum += row[level]! * values[level]!;
  return sum;
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
  private readonly goals: readonly PartSum[];

  constructor(goalCount: number, withinDay: number) {
    const kernel = kernelOf(withinDay);
    this.goals = Array.from({ length: goalCount }, () => new PartSum(kernel));
  }

  /** Adds an interval: contacts × margin at each level, for each goal. */
  add(weightedMargins: readonly ArrayLike<number>[]): void {
    weightedMargins.forEach((margins, goal) => this.goals[goal]!.add(margins));
  }

  /** The chance that the day's contact-weighted figures reach the goals: of the goal that holds least often. */
  chanceToMeet(): number {
    return Math.min(...this.goals.map((goal) => chancePositive(goal.givenShared())));
  }

  /** The same for all these days together. */
  static chanceTogether(days: readonly DayMargins[], betweenDays: number): number {
    const kernel = kernelOf(betweenDays);
    const goalCount = days[0]?.goals.length ?? 0;
    const chances = Array.from({ length: goalCount }, (_, goal) => {
      const sum = new PartSum(kernel);
      for (const day of days) {
        const { mean, variance } = day.goals[goal]!.givenShared();
        sum.add(mean, variance);
      }
      return chancePositive(sum.givenShared());
    });
    return Math.min(...chances);
  }
}

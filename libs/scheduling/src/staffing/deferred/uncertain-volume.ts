import { normalQuantile } from '../uncertainty/normal.js';
import type { RateCorrelation } from '../uncertainty/period-chance.js';
import { fineRateNodes, FINE_SPACING, LOWEST_LEVEL } from '../uncertainty/rate-nodes.js';

/** How unsure the contacts of each interval of a grid are, and which go together. */
export interface UncertainVolume {
  /** Relative standard deviation of the arrival rate of each interval; NaN = not known, taken as certain. */
  readonly rateCv: ArrayLike<number>;
  /** Standard deviation / mean of handle times; default 1 (exponential). */
  readonly handleTimeCv?: number;
  /** Number of each interval's local day and of its week, 0, 1, 2 …, ascending. */
  readonly dayOf: ArrayLike<number>;
  readonly weekOf: ArrayLike<number>;
  readonly correlation: RateCorrelation;
}

/** Possible courses of the work: for each path and interval the work that comes over its mean. */
export interface VolumePaths {
  readonly count: number;
  readonly intervals: number;
  /** Path by path. */
  readonly factors: Float32Array;
}

/** A prime, for the permutations below. A chance is known to a quarter of a percent. */
const PATHS = 401;
/** Grids of years get fewer, so that they fit into memory; primes too. */
const FEWER = [199, 101, 53, 31];
const MOST_FACTORS = 4_000_000;

function pathCount(intervals: number): number {
  return [PATHS, ...FEWER].find((count) => count * intervals <= MOST_FACTORS) ?? FEWER.at(-1)!;
}

/** A whole number that looks random for each (dimension, use). */
function mixed(dimension: number, use: number): number {
  let hash = Math.imul(dimension + 1, 0x9e3779b1) ^ Math.imul(use + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/**
 * Normal levels by path and dimension: each dimension takes every one of the same evenly likely levels once (Latin
 * hypercube; McKay, Beckman & Conover 1979), in the order of a permutation of its own, i → αi + β modulo a prime. No
 * chance in it: the same question has the same answer.
 */
class NormalLevels {
  private readonly levels: Float64Array;

  constructor(private readonly paths: number) {
    this.levels = Float64Array.from({ length: paths }, (_, index) => normalQuantile((index + 0.5) / paths));
  }

  of(dimension: number, into: Float64Array): Float64Array {
    const factor = 1 + (mixed(dimension, 0) % (this.paths - 1));
    let place = mixed(dimension, 1) % this.paths;
    for (let path = 0; path < this.paths; path += 1) {
      into[path] = this.levels[place]!;
      place = (place + factor) % this.paths;
    }
    return into;
  }
}

/** Rate over its mean at a level, between the nodes in a straight line. */
function rateAt(factors: Float64Array, level: number): number {
  const at = Math.min(factors.length - 1.000001, Math.max(0, (level - LOWEST_LEVEL) / FINE_SPACING));
  const below = Math.floor(at);
  return factors[below]! + (at - below) * (factors[below + 1]! - factors[below]!);
}

function toMeanOne(column: Float64Array): void {
  let sum = 0;
  for (const value of column) sum += value;
  if (sum === 0) return;
  const scale = column.length / sum;
  for (let path = 0; path < column.length; path += 1) column[path]! *= scale;
}

/**
 * Paths of the work over a grid: the rate of each interval follows a normal level made of one for the week, one for
 * the day and one of its own (see {@link RateCorrelation}) through its gamma distribution, and the work that comes at
 * that rate is by chance: (1 + cv_h²)/contacts of relative variance. Every interval's mean over the paths is 1.
 */
export function volumePaths(contacts: ArrayLike<number>, volume: UncertainVolume): VolumePaths {
  const intervals = contacts.length;
  const { rateCv, dayOf, weekOf, handleTimeCv = 1 } = volume;
  const { withinDay, betweenDays } = volume.correlation;
  const count = pathCount(intervals);
  const normal = new NormalLevels(count);
  const factors = new Float32Array(count * intervals);
  const [ofWeek, ofDay, own, chance, column] = Array.from({ length: 5 }, () => new Float64Array(count)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const [days, inWeek, inDay, apart] = [betweenDays, 1 - betweenDays, withinDay, 1 - withinDay].map(Math.sqrt) as [
    number,
    number,
    number,
    number,
  ];
  for (let at = 0; at < intervals; at += 1) {
    // Four dimensions to each interval's number, so that none is used twice.
    if (at === 0 || weekOf[at] !== weekOf[at - 1]) normal.of(4 * at, ofWeek);
    if (at === 0 || dayOf[at] !== dayOf[at - 1]) normal.of(4 * at + 1, ofDay);
    const mean = contacts[at]!;
    if (!(mean > 0)) continue;
    normal.of(4 * at + 2, own);
    normal.of(4 * at + 3, chance);
    const cv = rateCv[at]!;
    const nodes = cv > 0 ? fineRateNodes(cv).factors : null;
    // A gamma variable of mean 1 at a normal level, by Wilson & Hilferty's cube (1931).
    const third = (1 + handleTimeCv * handleTimeCv) / (9 * mean);
    const slope = Math.sqrt(third);
    for (let path = 0; path < count; path += 1) {
      const level = inDay * (days * ofWeek[path]! + inWeek * ofDay[path]!) + apart * own[path]!;
      const root = Math.max(0, 1 - third + slope * chance[path]!);
      column[path] = (nodes ? rateAt(nodes, level) : 1) * root * root * root;
    }
    toMeanOne(column);
    for (let path = 0; path < count; path += 1) factors[path * intervals + at] = column[path]!;
  }
  return { count, intervals, factors };
}

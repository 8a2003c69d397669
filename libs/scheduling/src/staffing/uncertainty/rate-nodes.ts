import { LEAST_CV, rateFactorAt } from './gamma-rate.js';
import { normalDensity } from './normal.js';

/*
 * Standard normal levels at which an uncertain rate is looked at, evenly spaced: the trapezoidal rule, which for
 * smooth functions of a normal variable gains digits with every level. Their number is a trade measured in
 * rate.spec.ts: 17 for a service level that is smooth in the rate, 97 for one with a kink where a load becomes unstable.
 */
const HALF_WIDTH = 4.8;
const SPACING = 0.6;
/** Fine levels between two coarse ones. */
export const FINENESS = 6;

const levelsApart = (spacing: number): readonly number[] =>
  Array.from({ length: Math.round((2 * HALF_WIDTH) / spacing) + 1 }, (_, index) => -HALF_WIDTH + index * spacing);

function weightsOf(levels: readonly number[]): readonly number[] {
  const densities = levels.map(normalDensity);
  const total = densities.reduce((sum, density) => sum + density, 0);
  return densities.map((density) => density / total);
}

export const NODE_LEVELS = levelsApart(SPACING);
/** Probability of each level; they sum to 1. */
export const NODE_WEIGHTS = weightsOf(NODE_LEVELS);

/** The first of the levels, and how far apart the fine ones are. */
export const LOWEST_LEVEL = -HALF_WIDTH;
export const FINE_SPACING = SPACING / FINENESS;
const FINE_LEVELS = levelsApart(FINE_SPACING);
const FINE_WEIGHTS = weightsOf(FINE_LEVELS);

/** Rates, as multiples of their mean, with their probabilities; their own mean is 1. */
export interface RateNodes {
  readonly factors: Float64Array;
  readonly weights: readonly number[];
}

function nodesOf(cv: number, levels: readonly number[], weights: readonly number[]): RateNodes {
  const factors = Float64Array.from(levels, (z) => rateFactorAt(z, cv));
  const mean = factors.reduce((sum, factor, index) => sum + factor * weights[index]!, 0);
  return { factors: factors.map((factor) => factor / mean), weights };
}

/** Spreads met lately: a year of intervals has some hundreds of different ones. */
const MOST_REMEMBERED = 4000;
const coarse = new Map<number, RateNodes>();
const fine = new Map<number, RateNodes>();

function remembered(known: Map<number, RateNodes>, cv: number, make: (cv: number) => RateNodes): RateNodes {
  const key = cv < LEAST_CV ? 0 : cv;
  let nodes = known.get(key);
  if (!nodes) {
    if (known.size >= MOST_REMEMBERED) known.clear();
    nodes = make(key);
    known.set(key, nodes);
  }
  return nodes;
}

/** The rate at {@link NODE_LEVELS}. */
export function rateNodes(cv: number): RateNodes {
  return remembered(coarse, cv, (key) => nodesOf(key, NODE_LEVELS, NODE_WEIGHTS));
}

/** The rate at levels {@link FINENESS} times as close; every sixth of them is one of {@link NODE_LEVELS}. */
export function fineRateNodes(cv: number): RateNodes {
  return remembered(fine, cv, (key) => nodesOf(key, FINE_LEVELS, FINE_WEIGHTS));
}

import { robustScale } from '../robust-scale.js';
import { filterTrend, type TrendSettings, type TrendState, type WeekObservation } from './damped-trend.js';

const DAMPINGS = [0.9, 0.97, 0.995];
/** Share of the variance of a week's change that stays in the level. */
const LASTING = [0.03, 0.1, 0.3, 0.6];
const SLOPE_CHANGES = [0.0001, 0.0006];
const SEASONS = [0.05, 0.15, 0.3];
/** Weekly changes smaller than this are rounding, not calm. */
const LEAST_CHANGE = 0.01;
/** Members with less of the weight are left out. */
const LEAST_WEIGHT = 0.005;

/** A member of the mixture and its share. */
export interface WeightedTrend {
  readonly state: TrendState;
  readonly weight: number;
}

/**
 * Every setting of a small grid filtered over the past and weighted by how likely it makes it: with a few years of weeks
 * the best one is often only the luckiest, and its certainty would be overstated.
 */
export function trendMixture(
  weeks: readonly WeekObservation[],
  options: { readonly withSeason: boolean; readonly withTrend: boolean },
): WeightedTrend[] {
  const change = typicalChange(weeks);
  const states = settingsGrid(change, options).map((settings) => filterTrend(weeks, settings));
  const best = Math.max(...states.map(({ logLikelihood }) => logLikelihood));
  const likelihoods = states.map(({ logLikelihood }) => Math.exp(logLikelihood - best));
  const all = likelihoods.reduce((sum, value) => sum + value, 0);
  const members = states
    .map((state, index) => ({ state, weight: likelihoods[index]! / all }))
    .filter(({ weight }) => weight >= LEAST_WEIGHT);
  const kept = members.reduce((sum, { weight }) => sum + weight, 0);
  return members.map(({ state, weight }) => ({ state, weight: weight / kept }));
}

function settingsGrid(
  change: number,
  { withSeason, withTrend }: { readonly withSeason: boolean; readonly withTrend: boolean },
): TrendSettings[] {
  const grid: TrendSettings[] = [];
  for (const damping of withTrend ? DAMPINGS : [0])
    for (const lasting of LASTING)
      for (const slopeChange of withTrend ? SLOPE_CHANGES : [0])
        for (const seasonSpread of withSeason ? SEASONS : [0])
          grid.push({
            damping,
            seasonSpread,
            levelVariance: lasting * change ** 2,
            noiseVariance: ((1 - lasting) / 2) * change ** 2,
            slopeVariance: slopeChange ** 2,
          });
  return grid;
}

/** Robust standard deviation of the change from one week to the next. */
function typicalChange(weeks: readonly WeekObservation[]): number {
  const changes: number[] = [];
  for (let index = 1; index < weeks.length; index++) {
    const [before, now] = [weeks[index - 1]!.value, weeks[index]!.value];
    if (before !== null && now !== null) changes.push(now - before);
  }
  return Math.max(LEAST_CHANGE, changes.length < 4 ? 0.08 : robustScale(Float64Array.from(changes)));
}

import { normalGenerator } from '../distribution/normal.js';
import { choleskyFactor } from '../linear-algebra.js';
import type { RandomGenerator } from '../forecasting-method.js';
import type { WeightedTrend } from './trend-mixture.js';

/** How far a year's waves may reach while no year has been seen: standard deviation of the first and second wave. */
const UNSEEN_SEASON = [0.1, 0.05];

/** What a year may bring that a queue's own past has not shown (standard deviation): new rules, channels, products. */
const UNFORESEEN_A_YEAR = 0.07;

export interface SimulationPlan {
  readonly members: readonly WeightedTrend[];
  /** Rows of yearly terms of the weeks ahead. */
  readonly yearly: readonly Float64Array[];
  readonly draws: number;
  readonly random: RandomGenerator;
  /** True widens the paths by a season nobody has seen yet. */
  readonly unseenSeason: boolean;
}

/**
 * Paths of log levels over the weeks ahead: a member of the mixture, a state drawn from what is known of it, and the
 * weeks' own wandering. One row of `draws` values a week, so that quantiles are read along it.
 */
export function simulateWeeks(plan: SimulationPlan): Float64Array[] {
  const { members, yearly, draws, random } = plan;
  const weeks = yearly.map(() => new Float64Array(draws));
  const normal = normalGenerator(random);
  const factors = members.map(({ state }) => choleskyFactor(state.covariance, state.mean.length));
  let member = 0;
  let reached = members[0]!.weight;
  for (let draw = 0; draw < draws; draw++) {
    while (member < members.length - 1 && (draw + 0.5) / draws > reached) reached += members[++member]!.weight;
    const { settings, mean } = members[member]!.state;
    const state = drawnState(mean, factors[member]!, normal);
    const unseen = plan.unseenSeason ? unseenSeason(yearly, normal) : null;
    const levelStep = Math.sqrt(settings.levelVariance + UNFORESEEN_A_YEAR ** 2 / 52);
    const slopeStep = Math.sqrt(settings.slopeVariance);
    const noise = Math.sqrt(settings.noiseVariance);
    for (let week = 0; week < weeks.length; week++) {
      state[0]! += state[1]! + levelStep * normal();
      state[1] = settings.damping * state[1]! + slopeStep * normal();
      let value = state[0]! + noise * normal();
      for (let i = 2; i < state.length; i++) value += state[i]! * yearly[week]![i - 2]!;
      weeks[week]![draw] = value + (unseen?.[week] ?? 0);
    }
  }
  return weeks;
}

function drawnState(mean: Float64Array, factor: Float64Array, normal: () => number): Float64Array {
  const size = mean.length;
  const z = Float64Array.from({ length: size }, normal);
  return mean.map((value, i) => {
    let sum = value;
    for (let j = 0; j <= i; j++) sum += factor[i * size + j]! * z[j]!;
    return sum;
  });
}

/** Waves of a year nobody has seen, nought in the first week: today's level is known whatever the season is. */
function unseenSeason(yearly: readonly Float64Array[], normal: () => number): Float64Array {
  const coefficients = UNSEEN_SEASON.flatMap((spread) => [spread * normal(), spread * normal()]);
  const at = (row: Float64Array) => coefficients.reduce((sum, value, i) => sum + value * row[i]!, 0);
  const now = yearly[0] ? at(yearly[0]) : 0;
  return Float64Array.from(yearly, (row) => at(row) - now);
}

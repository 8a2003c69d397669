import { epochDay } from '@yotei/time';
import { groupOfLead, rateVarianceAt, valueAtScore } from '../backtest/conformal-bands.js';
import { seededRandom } from '../seeded-random.js';
import type { DistributionComponents } from './distribution-components.js';
import type { DistributionDay } from './distribution-day.js';
import { normalGenerator } from './normal.js';

/**
 * Paths by a normal copula (Taylor 2012 for the use of paths; the factors are those of Shen & Huang 2008 and Aldor-Noiman
 * et al. 2009): the score of an interval is made of its day's level, of a wave that neighbours share and of a part of its
 * own, in the shares of the components; the interval's own quantiles then turn the score into contacts.
 */
export function drawPaths(
  components: DistributionComponents,
  days: readonly DistributionDay[],
  { count, seed }: { readonly count: number; readonly seed: number },
): Float64Array[][] {
  if (!(Number.isInteger(count) && count >= 1)) throw new RangeError(`count (${count}) must be 1 or more; use 200`);
  const normal = normalGenerator(seededRandom(seed));
  const drawn = days.map((day) => new DayDraw(components, day));
  return Array.from({ length: count }, () => {
    const levels = dayLevels(components, days, normal);
    return drawn.map((day, index) => day.draw(levels[index]!, normal));
  });
}

/** The days' levels: one part common to all, one that fades from day to day. */
function dayLevels(
  { betweenDays }: DistributionComponents,
  days: readonly DistributionDay[],
  normal: () => number,
): number[] {
  const { common, decayPerDay } = betweenDays;
  const whole = normal();
  let fading = normal();
  let previous = days[0] ? epochDay(days[0].on) : 0;
  return days.map(({ on }) => {
    const day = epochDay(on);
    const kept = decayPerDay ** (day - previous);
    fading = kept * fading + Math.sqrt(1 - kept * kept) * normal();
    previous = day;
    return Math.sqrt(common) * whole + Math.sqrt(1 - common) * fading;
  });
}

/** One day's intervals, with all that does not change from path to path. */
class DayDraw {
  /** Square root of the rate's share of each interval's variance: the rest is counting noise, each interval's own. */
  private readonly loadings: Float64Array;
  /** Weights of the intervals in the day's total error: the wave's weighted mean is taken from it, so the total stays. */
  private readonly weights: Float64Array;
  /** Standard deviation of each interval's own part. */
  private readonly own: Float64Array;
  private readonly keptPerStep: number;

  constructor(
    private readonly components: DistributionComponents,
    private readonly day: DistributionDay,
  ) {
    const { intervals, withinDay, stepMinutes } = components;
    const { contacts, leadDays } = day;
    const variance = rateVarianceAt(groupOfLead(intervals, leadDays), leadDays);
    this.keptPerStep = withinDay.decayPerHour ** (stepMinutes / 60);
    this.loadings = Float64Array.from(contacts, (mean) =>
      mean > 0 ? Math.sqrt((variance * mean) / (1 + variance * mean)) : 0,
    );
    const spreads = Float64Array.from(contacts, (mean) => (mean > 0 ? Math.sqrt(variance) * mean : 0));
    const total = spreads.reduce((sum, value) => sum + value, 0);
    this.weights = spreads.map((value) => (total > 0 ? value / total : 0));
    const centred = centredVariances(this.weights, this.keptPerStep);
    this.own = this.loadings.map((loading, index) =>
      Math.sqrt(Math.max(0, 1 - loading * loading * (withinDay.common + withinDay.neighbours * centred[index]!))),
    );
  }

  draw(level: number, normal: () => number): Float64Array {
    const { withinDay, intervals } = this.components;
    const { contacts, leadDays } = this.day;
    const wave = this.wave(normal);
    const common = Math.sqrt(withinDay.common) * level;
    const neighbours = Math.sqrt(withinDay.neighbours);
    return wave.map((shape, index) => {
      const forecast = contacts[index]!;
      const z = this.loadings[index]! * (common + neighbours * shape) + this.own[index]! * normal();
      return Number.isNaN(forecast) ? Number.NaN : valueAtScore(intervals, { forecast, leadDays, z });
    });
  }

  /** What neighbours share, its weighted mean over the day 0. */
  private wave(normal: () => number): Float64Array {
    const fresh = Math.sqrt(1 - this.keptPerStep ** 2);
    let last = normal();
    const wave = this.weights.map(() => (last = this.keptPerStep * last + fresh * normal()));
    const mean = wave.reduce((sum, value, index) => sum + this.weights[index]! * value, 0);
    return wave.map((value) => value - mean);
  }
}

/** Variance of each value of an autoregressive wave of variance 1 after its weighted mean is taken away. */
function centredVariances(weights: Float64Array, keptPerStep: number): Float64Array {
  const ahead = new Float64Array(weights.length);
  let sum = 0;
  for (let i = weights.length - 1; i >= 0; i--) {
    ahead[i] = sum;
    sum = keptPerStep * (sum + weights[i]!);
  }
  let behind = 0;
  const covariances = weights.map((weight, index) => {
    const covariance = weight + ahead[index]! + behind;
    behind = keptPerStep * (behind + weight);
    return covariance;
  });
  const meanVariance = covariances.reduce((total, covariance, index) => total + weights[index]! * covariance, 0);
  return covariances.map((covariance) => 1 - 2 * covariance + meanVariance);
}

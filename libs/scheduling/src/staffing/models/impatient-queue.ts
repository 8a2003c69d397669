import { gaussLegendre } from '../numerics/gauss-legendre.js';
import { logRatioSum, lowerRatio, lowerRemainder, lowerTail, upperRatio, upperTail } from '../numerics/gamma-ratios.js';
import type { ServiceLevelVariant, SteadyState } from '../staffing-model.js';
import { waitsBefore } from './impatient-early.js';
import { meanWaitOfAbandoned, meanWaitOfAnswered } from './impatient-wait.js';

/** Beyond this size of L the terms next to it no longer count, and products with it would overflow. */
const DEEP_OVERLOAD = 1e200;
/** From here on 1 - (1-rho)L would cancel; the continued fraction gives it directly. */
const NEAR_ONE = 0.95;

/** Below this share answered in time, sums of positive terms keep more digits than differences. */
const FEW = 0.1;
const rule = gaussLegendre(8);
/** Below this share of all that abandons, the difference would lose more digits than the integral. */
const SMALL_SHARE = 0.01;

/** 1 - part·L(s, x) with part = 1 - x/s, without cancellation where L is near 1/part. */
function lossShare({ s, x, part, lower }: { s: number; x: number; part: number; lower: number }): number {
  const product = part * lower;
  if (product < NEAR_ONE) return 1 - product;
  const remainder = lowerRemainder(s, x);
  return remainder / (s - x + remainder);
}

/** A queue that waiting contacts leave after an exponential patience; letters as in docs/methods/erlang-a.md. */
export interface ImpatientQueueInput {
  /** Rate at which contacts are finished while others wait, times the mean patience. */
  readonly s: number;
  /** Arrival rate times the mean patience. */
  readonly x: number;
  /** x / s, where it is known more exactly than by division. */
  readonly rho: number;
  /** Probability that nobody has to wait over that of the last state in which nobody has. */
  readonly e: number;
  readonly arrivalsPerSecond: number;
  readonly patienceSeconds: number;
}

/** Steady state of such a queue, for any load. D = e + rho L(s, x). */
export class ImpatientQueue implements SteadyState {
  readonly stable = true;
  readonly blockingFraction = 0;
  readonly waitProbability: number;
  readonly abandonmentFraction: number;
  private readonly s: number;
  private readonly x: number;
  private readonly rho: number;
  private readonly e: number;
  private readonly lower: number;
  private readonly divisor: number;
  private readonly deep: boolean;
  private readonly patience: number;
  private readonly arrivals: number;

  constructor({ s, x, rho, e, arrivalsPerSecond, patienceSeconds }: ImpatientQueueInput) {
    this.s = s;
    this.x = x;
    this.rho = rho;
    this.e = e;
    this.patience = patienceSeconds;
    this.lower = lowerRatio(s, x);
    this.divisor = e + rho * this.lower;
    this.deep = this.lower > DEEP_OVERLOAD;
    this.waitProbability = this.deep ? 1 : (rho * this.lower) / this.divisor;
    this.abandonmentFraction = this.abandonment();
    this.arrivals = arrivalsPerSecond;
  }

  // Computed when asked for: a search makes many states and reads these of the last one only.
  get occupancyFraction(): number {
    return this.rho * (1 - this.abandonmentFraction);
  }

  get meanQueueLength(): number {
    return this.arrivals * this.abandonmentFraction * this.patience;
  }

  serviceLevelFraction(answerWithinSeconds: number, variant: ServiceLevelVariant): number {
    const answered = this.answeredWithin(answerWithinSeconds);
    switch (variant) {
      case 'answered-of-offered':
        return answered;
      case 'answered-or-abandoned-of-offered': {
        const waiting = this.waitBeyondFraction(answerWithinSeconds);
        return waiting < 0.5 ? 1 - waiting : answered + this.abandonedWithinFraction(answerWithinSeconds);
      }
      case 'answered-of-answered':
        return Math.min(1, answered / (1 - this.abandonmentFraction));
      case 'answered-of-offered-less-short-abandons':
        return Math.min(1, answered / (1 - this.abandonedWithinFraction(answerWithinSeconds)));
      case 'answered-or-abandoned-in-5s-of-offered':
        return Math.min(1, answered + this.abandonedWithinFraction(5));
    }
  }

  asaSeconds(): number {
    const weight = this.waitProbability / (this.rho * (1 - this.abandonmentFraction));
    return weight * meanWaitOfAnswered(this.s, this.x, this.patience);
  }

  meanWaitSeconds(): number {
    return this.abandonmentFraction * this.patience;
  }

  abandonedWaitSeconds(): number {
    return meanWaitOfAbandoned(this.s, this.x, this.patience);
  }

  waitBeyondFraction(seconds: number): number {
    const u = seconds / this.patience;
    const patient = Math.exp(-u);
    const xt = this.x * patient;
    if (this.deep) return xt === 0 ? 0 : patient * lowerTail(this.s, xt);
    return patient * this.waitProbability * this.growth(u) * (lowerRatio(this.s, xt) / this.lower);
  }

  /**
   * What abandons at all less what does so later; where the two nearly cancel, the integral of P(wait > τ)/P over the
   * first t, in which that hardly changes.
   */
  abandonedWithinFraction(seconds: number): number {
    const u = seconds / this.patience;
    const xt = this.x * Math.exp(-u);
    const within = this.deep
      ? 1 - this.waitBeyondFraction(seconds) - this.answeredWithin(seconds)
      : this.abandonmentFraction -
        (this.growth(u) * lossShare({ s: this.s, x: xt, part: 1 - xt / this.s, lower: lowerRatio(this.s, xt) })) /
          this.divisor;
    if (within > SMALL_SHARE * this.abandonmentFraction) return within;
    const mean = rule.nodes.reduce(
      (sum, node, i) => sum + rule.weights[i]! * this.waitBeyondFraction(node * seconds),
      0,
    );
    return u * mean;
  }

  private abandonment(): number {
    if (this.deep) return 1 - 1 / this.rho;
    return lossShare({ s: this.s, x: this.x, part: 1 - this.rho, lower: this.lower }) / this.divisor;
  }

  /** Growth F of the density of waits up to u, in mean patiences. */
  private growth(u: number): number {
    return Math.exp(-this.x * Math.expm1(-u) - this.s * u);
  }

  /**
   * Answered within t / offered. Where few are, 1 - abandoned - late would cancel: the upper ratio takes its place, and
   * where hardly any are, the integral of the waits up to t.
   */
  private answeredWithin(seconds: number): number {
    const u = seconds / this.patience;
    const xt = this.x * Math.exp(-u);
    if (seconds === 0) return this.waitProbability < 0.5 ? 1 - this.waitProbability : this.fewAnsweredWithin(u, xt);
    if (xt <= this.s) {
      if (this.deep) return Math.min(1, upperTail(this.s + 1, xt)) / this.rho;
      const late = (this.growth(u) * (xt / (this.s + 1)) * lowerRatio(this.s + 1, xt)) / this.divisor;
      return Math.max(0, 1 - this.abandonmentFraction - late);
    }
    if (!this.deep) {
      const early = this.e - 1 - upperRatio(this.s, this.x) + this.growth(u) * (1 + upperRatio(this.s, xt));
      if (early > FEW * this.divisor) return early / this.divisor;
    }
    return this.fewAnsweredWithin(u, xt);
  }

  /** e/D for those who find an agent free, and ∫ xt·F(w)/D of the waits up to u; positive terms, in logarithms. */
  private fewAnsweredWithin(u: number, xt: number): number {
    const logDivisor = this.deep ? Math.log(this.rho) + logRatioSum(this.s, this.x) : Math.log(this.divisor);
    const atOnce = this.e * Math.exp(-logDivisor);
    if (u === 0) return atOnce;
    const logDensity = -this.x * Math.expm1(-u) - this.s * u - logDivisor;
    return Math.min(1, atOnce + xt * Math.exp(logDensity) * waitsBefore(u, this.s, xt));
  }
}

/** Nobody to answer: whoever comes waits until patience ends. */
export function unattended(arrivalsPerSecond: number, patienceSeconds: number): SteadyState {
  const leftWithin = (seconds: number): number => -Math.expm1(-seconds / patienceSeconds);
  return {
    stable: true,
    waitProbability: 1,
    abandonmentFraction: 1,
    blockingFraction: 0,
    occupancyFraction: 0,
    meanQueueLength: arrivalsPerSecond * patienceSeconds,
    serviceLevelFraction: (seconds, variant) => {
      if (variant === 'answered-or-abandoned-of-offered') return leftWithin(seconds);
      return variant === 'answered-or-abandoned-in-5s-of-offered' ? leftWithin(5) : 0;
    },
    asaSeconds: () => Infinity,
    waitBeyondFraction: (seconds) => Math.exp(-seconds / patienceSeconds),
    abandonedWithinFraction: leftWithin,
    meanWaitSeconds: () => patienceSeconds,
    abandonedWaitSeconds: () => patienceSeconds,
  };
}

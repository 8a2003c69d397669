import { lowerRatio, upperRatio } from '../../staffing/numerics/gamma-ratios.js';
import { logGamma, normalTail } from '../numerics/probability.js';

export const DURATION_FAMILIES = ['exponential', 'lognormal', 'gamma', 'weibull', 'erlang'] as const;
export type DurationFamilyId = (typeof DURATION_FAMILIES)[number];

/** Rough size of a sample, for the start of a fit. */
export interface RoughSize {
  readonly meanSeconds: number;
  readonly cv: number;
}

/** One distribution of durations above 0. */
export interface DurationDistribution {
  logDensity(seconds: number): number;
  /** ln P(duration > seconds). */
  logSurvival(seconds: number): number;
}

/** A family of distributions; `at` are free numbers that any real values may stand for. */
export interface DurationFamily {
  readonly id: DurationFamilyId;
  start(rough: RoughSize): readonly number[];
  parametersOf(at: readonly number[]): Readonly<Record<string, number>>;
  momentsOf(at: readonly number[]): { readonly meanSeconds: number; readonly cv: number };
  /** Made once for many durations, so that what does not depend on them is computed once. */
  distributionAt(at: readonly number[]): DurationDistribution;
}

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

export const exponentialFamily: DurationFamily = {
  id: 'exponential',
  start: ({ meanSeconds }) => [Math.log(meanSeconds)],
  parametersOf: ([logMean]) => ({ meanSeconds: Math.exp(logMean!) }),
  momentsOf: ([logMean]) => ({ meanSeconds: Math.exp(logMean!), cv: 1 }),
  distributionAt: ([logMean]) => {
    const rate = Math.exp(-logMean!);
    return {
      logDensity: (seconds) => -logMean! - seconds * rate,
      logSurvival: (seconds) => -seconds * rate,
    };
  },
};

export const lognormalFamily: DurationFamily = {
  id: 'lognormal',
  start: ({ meanSeconds, cv }) => {
    const variance = Math.log1p(cv * cv);
    return [Math.log(meanSeconds) - variance / 2, Math.log(variance) / 2];
  },
  parametersOf: ([mu, logSigma]) => ({ mu: mu!, sigma: Math.exp(logSigma!) }),
  momentsOf: ([mu, logSigma]) => {
    const variance = Math.exp(2 * logSigma!);
    return { meanSeconds: Math.exp(mu! + variance / 2), cv: Math.sqrt(Math.expm1(variance)) };
  },
  distributionAt: ([mu, logSigma]) => {
    const precision = Math.exp(-logSigma!);
    return {
      logDensity: (seconds) => {
        const log = Math.log(seconds);
        const z = (log - mu!) * precision;
        return -log - logSigma! - HALF_LOG_TWO_PI - (z * z) / 2;
      },
      logSurvival: (seconds) => (seconds <= 0 ? 0 : Math.log(normalTail((Math.log(seconds) - mu!) * precision))),
    };
  },
};

function gammaDistribution(shape: number, scale: number): DurationDistribution {
  const logOfShape = logGamma(shape);
  const constant = Math.log(scale) + logOfShape;
  const logOfNext = logOfShape + Math.log(shape);
  const logSurvival = (x: number): number => {
    // Both ratios over their sum Γ(s+1) eˣ x⁻ˢ; its gamma function is the costly part and the same for every x.
    const logSum = logOfNext + x - shape * Math.log(x);
    if (x > shape) return Math.log(upperRatio(shape, x)) - logSum;
    return Math.log1p(-Math.exp(Math.log(lowerRatio(shape, x)) - logSum));
  };
  return {
    logDensity: (seconds) => (shape - 1) * Math.log(seconds / scale) - seconds / scale - constant,
    logSurvival: (seconds) => (seconds <= 0 ? 0 : logSurvival(seconds / scale)),
  };
}

export const gammaFamily: DurationFamily = {
  id: 'gamma',
  start: ({ meanSeconds, cv }) => [-2 * Math.log(cv), Math.log(meanSeconds * cv * cv)],
  parametersOf: ([logShape, logScale]) => ({ shape: Math.exp(logShape!), scaleSeconds: Math.exp(logScale!) }),
  momentsOf: ([logShape, logScale]) => ({
    meanSeconds: Math.exp(logShape! + logScale!),
    cv: Math.exp(-logShape! / 2),
  }),
  distributionAt: ([logShape, logScale]) => gammaDistribution(Math.exp(logShape!), Math.exp(logScale!)),
};

export const weibullFamily: DurationFamily = {
  id: 'weibull',
  start: ({ meanSeconds }) => [0, Math.log(meanSeconds)],
  parametersOf: ([logShape, logScale]) => ({ shape: Math.exp(logShape!), scaleSeconds: Math.exp(logScale!) }),
  momentsOf: ([logShape, logScale]) => {
    const inverse = Math.exp(-logShape!);
    const logMean = logGamma(1 + inverse);
    return {
      meanSeconds: Math.exp(logScale! + logMean),
      cv: Math.sqrt(Math.expm1(logGamma(1 + 2 * inverse) - 2 * logMean)),
    };
  },
  distributionAt: ([logShape, logScale]) => {
    const shape = Math.exp(logShape!);
    return {
      logDensity: (seconds) => {
        const logRatio = Math.log(seconds) - logScale!;
        return logShape! - logScale! + (shape - 1) * logRatio - Math.exp(shape * logRatio);
      },
      logSurvival: (seconds) => (seconds <= 0 ? 0 : -Math.exp(shape * (Math.log(seconds) - logScale!))),
    };
  },
};

/** Gamma of a whole shape: the sum of so many exponential stages. */
export function erlangFamily(stages: number): DurationFamily {
  return {
    id: 'erlang',
    start: ({ meanSeconds }) => [Math.log(meanSeconds / stages)],
    parametersOf: ([logScale]) => ({ stages, stageSeconds: Math.exp(logScale!) }),
    momentsOf: ([logScale]) => ({ meanSeconds: stages * Math.exp(logScale!), cv: 1 / Math.sqrt(stages) }),
    distributionAt: ([logScale]) => gammaDistribution(stages, Math.exp(logScale!)),
  };
}

import { RandomSource } from '../../libs/scheduling/src/optimiser/random-source.js';

/** Seeded draws for tests of statistics; the same on every machine. */
export class RandomDraws {
  private readonly source: RandomSource;

  constructor(seed: number) {
    this.source = new RandomSource(seed);
  }

  /** Uniform over 0 < u <= 1, so that its logarithm is finite. */
  uniform(): number {
    return 1 - this.source.fraction();
  }

  exponential(mean: number): number {
    return -mean * Math.log(this.uniform());
  }

  /** Box & Muller 1958. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }

  lognormal(mean: number, cv: number): number {
    const variance = Math.log1p(cv * cv);
    return mean * Math.exp(Math.sqrt(variance) * this.normal() - variance / 2);
  }

  /** Weibull by its inverse. */
  weibull(shape: number, scale: number): number {
    return scale * (-Math.log(this.uniform())) ** (1 / shape);
  }

  /** Marsaglia & Tsang 2000; shapes below 1 by the power of a uniform. */
  gamma(shape: number, scale: number): number {
    if (shape < 1) return this.gamma(shape + 1, scale) * this.uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = this.normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(this.uniform()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v * scale;
    }
  }

  /** A factor of mean 1 with that cv. */
  factor(cv: number): number {
    return cv === 0 ? 1 : this.gamma(1 / cv ** 2, cv ** 2);
  }

  /** Arrivals of a Poisson process within one unit of time: gaps are exponential. */
  poisson(mean: number): number {
    let count = -1;
    for (let at = 0; at <= mean; at += this.exponential(1)) count += 1;
    return count;
  }
}

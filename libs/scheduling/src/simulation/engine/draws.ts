import type { Distribution } from '../distribution.js';
import { RandomStream } from './random-stream.js';

const FIRST_BLOCK = 16;
const LARGEST_BLOCK = 512;

/** Fills the first `count` places with draws. */
export type Fill = (stream: RandomStream, into: Float64Array, count: number) => void;

/** Draws of one distribution from one stream, made in blocks: the k-th draw is the same however they are asked for. */
export class Draws {
  private readonly values = new Float64Array(LARGEST_BLOCK);
  private readonly stream: RandomStream;
  private at = 0;
  private end = 0;

  constructor(
    private readonly fill: Fill,
    private readonly name: { readonly seed: number; readonly stream: number },
  ) {
    this.stream = new RandomStream({ ...name, replication: 0 });
  }

  /** Begins the stream of a replication. */
  restart(replication: number): void {
    this.stream.restart({ ...this.name, replication });
    this.at = 0;
    this.end = 0;
  }

  take(): number {
    if (this.at === this.end) this.refill();
    return this.values[this.at++]!;
  }

  private refill(): void {
    this.end = Math.min(LARGEST_BLOCK, Math.max(FIRST_BLOCK, this.end * 2));
    this.fill(this.stream, this.values, this.end);
    this.at = 0;
  }
}

const eachOf =
  (draw: (stream: RandomStream) => number): Fill =>
  (stream, into, count) => {
    for (let i = 0; i < count; i++) into[i] = draw(stream);
  };

/** Draws with this mean. */
export function exponential(mean: number): Fill {
  return (stream, into, count) => stream.fillExponential(into, count, mean);
}

/** Lognormal by its own mean and cv: σ² = ln(1 + cv²), μ = ln mean - σ²/2. */
function lognormal(mean: number, cv: number): Fill {
  const variance = Math.log1p(cv * cv);
  const [sigma, middle] = [Math.sqrt(variance), Math.log(mean) - variance / 2];
  return eachOf((stream) => Math.exp(middle + sigma * stream.normal()));
}

function empirical(sorted: ArrayLike<number>): Fill {
  return eachOf((stream) => sorted[Math.floor(stream.fraction() * sorted.length)]!);
}

/** Inverse of a distribution function given at points; beyond its last fraction Infinity. */
function table(seconds: ArrayLike<number>, fractions: ArrayLike<number>): Fill {
  return eachOf((stream) => {
    const u = stream.fraction();
    if (u <= fractions[0]!) return seconds[0]!;
    if (u > fractions[fractions.length - 1]!) return Number.POSITIVE_INFINITY;
    let [low, high] = [0, fractions.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (fractions[middle]! < u) low = middle;
      else high = middle;
    }
    const share = (u - fractions[low]!) / (fractions[high]! - fractions[low]!);
    return seconds[low]! + share * (seconds[high]! - seconds[low]!);
  });
}

function fillOf(distribution: Distribution): Fill {
  switch (distribution.kind) {
    case 'exponential':
      return exponential(distribution.meanSeconds);
    case 'lognormal': {
      const { meanSeconds, cv } = distribution;
      return cv === 0 || meanSeconds === 0 ? eachOf(() => meanSeconds) : lognormal(meanSeconds, cv);
    }
    case 'gamma': {
      const { meanSeconds, cv } = distribution;
      return eachOf((stream) => meanSeconds * stream.factor(cv));
    }
    case 'deterministic':
      return eachOf(() => distribution.seconds);
    case 'empirical':
      return empirical(distribution.sortedSeconds);
    case 'table':
      return table(distribution.seconds, distribution.cumulativeFractions);
  }
}

/** Draws of a distribution, in seconds. */
export function drawsOf(distribution: Distribution, name: { readonly seed: number; readonly stream: number }): Draws {
  return new Draws(fillOf(distribution), name);
}

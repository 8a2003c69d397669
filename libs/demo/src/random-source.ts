import { unsafeUniformIntDistribution, xoroshiro128plus } from 'pure-rand';

/** Seeded source of the generator's chance; same seed and label, same sequence on every machine. */
export interface RandomSource {
  /** Uniform in [0, 1). */
  uniform(): number;
  /** Whole number, both ends included. */
  integer(from: number, to: number): number;
  /** Standard normal. */
  normal(): number;
  /** Gamma with that mean and shape; shape is 1 / squared coefficient of variation. */
  gamma(mean: number, shape: number): number;
  /** Poisson count of that mean, at least 0. */
  poisson(mean: number): number;
  pick<T>(items: readonly T[]): T;
  shuffled<T>(items: readonly T[]): T[];
}

const TWO_POW_32 = 2 ** 32;

/** 32-bit FNV-1a of the label, mixed with the seed, so that each part of the centre has a stream of its own. */
function streamSeed(seed: number, label: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < label.length; i += 1) hash = Math.imul(hash ^ label.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** Marsaglia and Tsang 2000, with the usual boost below shape 1. */
function gammaOfShape(shape: number, uniform: () => number, normal: () => number): number {
  if (shape < 1) return gammaOfShape(shape + 1, uniform, normal) * Math.max(uniform(), Number.EPSILON) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal();
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    if (Math.log(Math.max(uniform(), Number.EPSILON)) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Knuth's product below 30; above, the normal limit, whose error is far below the day-level noise put on top. */
function poissonOfMean(mean: number, uniform: () => number, normal: () => number): number {
  if (mean <= 0) return 0;
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = uniform(); product > limit; product *= uniform()) count += 1;
  return count;
}

/** A source of chance for one part of the centre, named by its label. */
export function randomSource(seed: number, label: string): RandomSource {
  const generator = xoroshiro128plus(streamSeed(seed, label));
  const uniform = () => unsafeUniformIntDistribution(0, TWO_POW_32 - 1, generator) / TWO_POW_32;
  const normal = () =>
    Math.sqrt(-2 * Math.log(Math.max(uniform(), Number.EPSILON))) * Math.cos(2 * Math.PI * uniform());
  const integer = (from: number, to: number) => from + Math.floor(uniform() * (to - from + 1));
  return {
    uniform,
    integer,
    normal,
    gamma: (mean, shape) => (mean / shape) * gammaOfShape(shape, uniform, normal),
    poisson: (mean) => poissonOfMean(mean, uniform, normal),
    pick: (items) => items[integer(0, items.length - 1)]!,
    shuffled: (items) =>
      items
        .map((item) => ({ item, order: uniform() }))
        .sort((a, b) => a.order - b.order)
        .map(({ item }) => item),
  };
}

import { xoroshiro128plus } from 'pure-rand';
import type { RandomGenerator } from './forecasting-method.js';

/** Uniform numbers in [0, 1) that the seed alone decides. */
export function seededRandom(seed: number): RandomGenerator {
  const generator = xoroshiro128plus(seed);
  return () => (generator.unsafeNext() >>> 0) / 2 ** 32;
}

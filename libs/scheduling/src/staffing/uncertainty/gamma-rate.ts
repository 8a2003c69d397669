import { logRatioSum, upperTail } from '../numerics/gamma-ratios.js';
import { normalCdf, normalQuantile } from './normal.js';

/** A cv below this is no spread that any number of agents could tell from none. */
export const LEAST_CV = 1e-4;

/** Throws for a cv that is none: below 0, above 2 or not a number. */
export function checkCv(cv: number): void {
  if (!(cv >= 0 && cv <= 2)) throw new RangeError(`rateCv (${cv}) must be 0..2; 10 % is 0.1`);
}

/** P(rate ≤ `factor` × mean) of a gamma rate with that cv (Jongbloed & Koole 2001); a step at 1 for no spread. */
export function rateCdf(factor: number, cv: number): number {
  if (cv < LEAST_CV) return factor >= 1 ? 1 : 0;
  if (factor <= 0) return 0;
  const shape = 1 / (cv * cv);
  return factor === Infinity ? 1 : 1 - upperTail(shape, shape * factor);
}

/** Up to this spread the cube is good to some 10⁻⁵. */
const MOST_CUBED_CV = 0.1;

/** {@link rateCdf} by Wilson & Hilferty's cube (1931) where that is near enough, at a tenth of the time. */
export function nearRateCdf(factor: number, cv: number): number {
  if (cv < LEAST_CV || cv > MOST_CUBED_CV || factor <= 0) return rateCdf(factor, cv);
  const third = (cv * cv) / 9;
  return normalCdf((Math.cbrt(factor) - 1 + third) / Math.sqrt(third));
}

/**
 * The rate / mean below which a share Φ(z) of a gamma rate with that cv lies: Wilson & Hilferty's cube (1931), made
 * exact by Newton's steps on the smaller tail. |z| ≤ 6.
 */
export function rateFactorAt(z: number, cv: number): number {
  if (cv < LEAST_CV) return 1;
  const shape = 1 / (cv * cv);
  const third = 1 / (9 * shape);
  const cube = 1 - third + z * Math.sqrt(third);
  // Where the cube fails (shape below 1, deep lower tail) the density's own power law starts closer.
  const start = cube > 0.05 ? cube ** 3 : Math.exp((Math.log(normalCdf(z)) + logGammaOf(shape + 1)) / shape) / shape;
  let x = shape * start;
  for (let step = 0; step < 40; step += 1) {
    const upper = upperTail(shape, x);
    const off = z > 0 ? normalCdf(-z) - upper : 1 - upper - normalCdf(z);
    const density = (Math.exp(-logRatioSum(shape, x)) * shape) / x;
    const next = Math.max(x / 4, Math.min(4 * x, x - off / density));
    const moved = Math.abs(next / x - 1);
    x = next;
    if (moved < 1e-12) break;
  }
  return x / shape;
}

/** The `p`-quantile of the rate / mean, 0 < p < 1. */
export function rateFactorOf(p: number, cv: number): number {
  return rateFactorAt(normalQuantile(p), cv);
}

function logGammaOf(s: number): number {
  // Γ(s+1) eˣ x⁻ˢ at x = s, without its eˢ s⁻ˢ, is Γ(s+1); hence Γ(s).
  return logRatioSum(s, s) + s * Math.log(s) - s - Math.log(s);
}

import { stirlingError } from '../../staffing/numerics/gamma-ratios.js';
import { scaledErfc } from '../../staffing/numerics/scaled-erfc.js';

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

/** ln Γ(s) for s > 0. */
export function logGamma(s: number): number {
  // ln Γ(s+1) = s ln s - s + ½ ln 2πs + stirlingError(s), and Γ(s) = Γ(s+1) / s.
  return (s - 0.5) * Math.log(s) - s + HALF_LOG_TWO_PI + stirlingError(s);
}

/** P(Z > z) of a standard normal variable; keeps its digits far out. */
export function normalTail(z: number): number {
  const upper = 0.5 * Math.exp((-z * z) / 2) * scaledErfc(Math.abs(z) * Math.SQRT1_2);
  return z >= 0 ? upper : 1 - upper;
}

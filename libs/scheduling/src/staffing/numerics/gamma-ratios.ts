import { scaledErfc } from './scaled-erfc.js';
import { uniformCorrection } from './uniform-correction.js';

/*
 * The two functions every Erlang model is made of (docs/methods/erlang-a.md): an incomplete gamma function divided
 * by its own density, so that neither grows nor shrinks with the size of the centre.
 *
 *   lowerRatio(s, x) = Σ_{k≥0} xᵏ / ((s+1)…(s+k)) = s x⁻ˢ eˣ γ(s, x)          "L" in the formulas
 *   upperRatio(s, x) = s x⁻ˢ eˣ Γ(s, x),   1 + upperRatio(n, a) = 1 / B(n, a)            "U" in the formulas
 *   lowerRatio + upperRatio = Γ(s+1) eˣ x⁻ˢ
 */

const ROOT_HALF_PI = Math.sqrt(Math.PI / 2);
const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
/** Below this size the plain recurrence for 1/B beats the uniform expansion. */
const RECURRENCE_LIMIT = 60;
/** exp(-40) is far below the rounding of a double: the smaller of the two ratios then no longer counts. */
const NEGLIGIBLE_EXPONENT = 40;

/** mu - ln(1 + mu), without cancellation near 0; mu > -1. */
function logDistance(mu: number): number {
  if (Math.abs(mu) > 0.15) return mu - Math.log1p(mu);
  const r = mu / (2 + mu);
  const q = r * r;
  const tail = 1 / 3 + q * (1 / 5 + q * (1 / 7 + q * (1 / 9 + q * (1 / 11 + q * (1 / 13 + q * (1 / 15 + q / 17))))));
  return mu * r - 2 * r * q * tail;
}

/** ln Γ(s+1) - (s ln s - s + ½ ln 2πs): what Stirling's formula leaves out; s > 0. */
export function stirlingError(s: number): number {
  let shift = 0;
  let at = s;
  for (; at < 15; at += 1) shift += (at + 0.5) * Math.log1p(1 / at) - 1;
  const q = 1 / (at * at);
  return shift + (1 / 12 - q * (1 / 360 - q * (1 / 1260 - q * (1 / 1680 - q * (1 / 1188 - (q * 691) / 360360))))) / at;
}

/** ln( Γ(s+1) eˣ x⁻ˢ ), the sum of both ratios. */
export function logRatioSum(s: number, x: number): number {
  const distance = x < s / 2 ? x - s - s * Math.log(x / s) : s * logDistance((x - s) / s);
  return distance + Math.log(ROOT_TWO_PI * Math.sqrt(s)) + stirlingError(s);
}

/** Whether Temme's uniform expansion holds to a double's precision. */
function isUniform(s: number, x: number): boolean {
  const limit = s > 200 ? 0.4 : 0.35;
  return s >= 25 && Math.abs(x - s) < limit * s;
}

/** exp({@link stirlingError}(s)) for s ≥ 25, by its own series (DLMF 5.11.3) and without an exponential. */
function scaledGamma(s: number): number {
  const q = 1 / s;
  const high = 163_879 / 209_018_880 + q * (5_246_819 / 75_246_796_800 - q * (534_703_531 / 902_961_561_600));
  return 1 + q * (1 / 12 + q * (1 / 288 - q * (139 / 51_840 + q * (571 / 2_488_320 - q * high))));
}

/** Temme's expansion, `side` = 1 for the upper ratio and -1 for the lower; DLMF 8.12.8, 8.12.10 over the density. */
function uniformRatio(s: number, x: number, side: 1 | -1): number {
  const mu = (x - s) / s;
  const v = logDistance(mu);
  const sign = mu < 0 ? -1 : 1;
  const y = Math.sqrt(s * v);
  const scaled = scaledErfc(y);
  const mills = sign === side ? scaled : 2 * Math.exp(y * y) - scaled;
  const correction = uniformCorrection(s, sign * Math.sqrt(2 * v));
  return scaledGamma(s) * (Math.sqrt(s) * ROOT_HALF_PI * mills + side * correction);
}

/** The power series of the lower ratio; all terms positive. */
function lowerSeries(s: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-17 || x > s + k; k += 1) {
    term *= x / (s + k);
    sum += term;
  }
  return sum;
}

/**
 * Σ_{k≥0} xᵏ / ((s+1)…(s+k)) for real s > 0, x ≥ 0; at least 1, Infinity beyond the range of doubles.
 * Relative error about 1e-13.
 */
export function lowerRatio(s: number, x: number): number {
  if (isUniform(s, x)) return uniformRatio(s, x, -1);
  if (x > s && s * logDistance((x - s) / s) > NEGLIGIBLE_EXPONENT) return Math.exp(logRatioSum(s, x));
  return lowerSeries(s, x);
}

/** Legendre's continued fraction for x > s, evaluated by Lentz's method (DLMF 8.9.2). */
function upperFraction(s: number, x: number): number {
  let b = x + 1 - s;
  let c = Number.MAX_VALUE;
  let d = 1 / b;
  let value = d;
  for (let i = 1; i < 10_000; i += 1) {
    const numerator = -i * (i - s);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const change = c * d;
    value *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return s * value;
}

/** s x⁻ˢ eˣ Γ(s, x) for real s > 0, x > 0; Infinity beyond the range of doubles. */
export function upperRatio(s: number, x: number): number {
  if (isUniform(s, x)) return uniformRatio(s, x, 1);
  if (x > s && x > 2) return upperFraction(s, x);
  return Math.exp(logRatioSum(s, x)) - lowerRatio(s, x);
}

/** The regularised upper gamma function Q(s, x) = Γ(s, x)/Γ(s), 0..1, for s, x > 0. */
export function upperTail(s: number, x: number): number {
  return x > s ? smallerTail(upperRatio(s, x), s, x) : Math.max(0, 1 - smallerTail(lowerRatio(s, x), s, x));
}

/** The regularised lower gamma function P(s, x) = 1 - Q(s, x), 0..1, for s > 0, x ≥ 0. */
export function lowerTail(s: number, x: number): number {
  return x > s ? Math.max(0, 1 - smallerTail(upperRatio(s, x), s, x)) : smallerTail(lowerRatio(s, x), s, x);
}

const smallerTail = (ratio: number, s: number, x: number): number =>
  Math.min(1, Math.exp(Math.log(ratio) - logRatioSum(s, x)));

/**
 * 1 / B(n, a) by U(n) = 1 + (n/a)·U(n-1) from no agents upwards, for any a > 0 and few agents. Eight steps at a time:
 * each waits for the one before it, and what of the eight does not depend on that is worked out meanwhile.
 */
export function inverseLossByRecurrence(n: number, a: number): number {
  const q = 1 / a;
  let inverse = 1;
  let k = 1;
  for (; k + 7 <= n; k += 8) {
    const first = k * q;
    const fourth = first + 3 * q;
    const eighth = first + 7 * q;
    const upper = eighth * (first + 6 * q);
    const third = upper * (first + 5 * q);
    const both = third * (first + 4 * q);
    const lower = fourth * (first + 2 * q);
    const constant = 1 + eighth + upper + third + both * (1 + fourth + lower + lower * (first + q));
    inverse = constant + both * lower * (first + q) * first * inverse;
  }
  for (; k < n; k += 2) {
    const second = (k + 1) * q;
    inverse = 1 + second + second * (k * q) * inverse;
  }
  return k > n ? inverse : 1 + k * q * inverse;
}

/**
 * 1 / B(n, a): the inverse of Erlang's loss probability for n lines and a > 0 erlangs; at least 1, Infinity where
 * the loss is below the range of doubles. Jagerman 1974: U(n) = 1 + (n/a) U(n-1).
 */
export function inverseLoss(n: number, a: number): number {
  if (n <= RECURRENCE_LIMIT) return inverseLossByRecurrence(n, a);
  if (isUniform(n + 1, a)) return (a / (n + 1)) * uniformRatio(n + 1, a, 1);
  if (a < n) return Math.exp(logRatioSum(n, a)) - lowerRatio(n, a) + 1;
  let term = 1;
  let sum = 1;
  for (let j = n; term > sum * 1e-17; j -= 1) {
    term *= j / a;
    sum += term;
  }
  return sum;
}

/**
 * K with lowerRatio(s, x) = s / (s - x + K), for x < s: gives 1 - (1 - x/s)·lowerRatio(s, x) = K/(s - x + K)
 * without cancellation. Murphy's M-fraction K = x/(1+d + 2x/(2+d + 3x/(3+d + …))), d = s - x.
 */
export function lowerRemainder(s: number, x: number): number {
  const d = s - x;
  let inverse = 1 / (1 + d);
  let remainder = x * inverse;
  let c = Infinity;
  for (let i = 2; i < 100_000; i += 1) {
    const b = i + d;
    inverse = 1 / (b + i * x * inverse);
    c = b + (i * x) / c;
    remainder *= c * inverse;
    if (Math.abs(c * inverse - 1) < 1e-16) break;
  }
  return remainder;
}

/** The normal score below which nine tenths lie. */
export const NORMAL_P90 = 1.2815515655446004;

/** Standard normal distribution function; absolute error under 1e-7 (Abramowitz & Stegun 1964, 26.2.17). */
export function normalCdf(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)) * series;
  return z > 0 ? 1 - tail : tail;
}

/** Standard normal quantile, 0 < p < 1; relative error under 1.2e-9 (Acklam 2003). */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`probability (${p}) must be above 0 and below 1; 90 % is 0.9`);
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p));
    return polynomial(TAIL_TOP, q) / (polynomial(TAIL_BOTTOM, q) * q + 1);
  }
  const q = p - 0.5;
  const r = q * q;
  return (polynomial(CENTRE_TOP, r) * q) / (polynomial(CENTRE_BOTTOM, r) * r + 1);
}

/** Student's t quantile by the expansion of Cornish & Fisher (A&S 26.7.5); for 3 degrees of freedom and more. */
export function studentQuantile(p: number, freedom: number): number {
  const z = normalQuantile(p);
  return z * studentOver(z, freedom);
}

/** Student's t quantile over the normal one at a normal score, as {@link studentQuantile} has it. */
export function studentOver(z: number, freedom: number): number {
  const first = (z ** 2 + 1) / 4;
  const second = (5 * z ** 4 + 16 * z ** 2 + 3) / 96;
  return 1 + first / freedom + second / (freedom * freedom);
}

/** Standard normal numbers from uniform ones, by the polar form of Box & Muller (Marsaglia & Bray 1964). */
export function normalGenerator(random: () => number): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    for (;;) {
      const x = 2 * random() - 1;
      const y = 2 * random() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * factor;
      return x * factor;
    }
  };
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}

const CENTRE_TOP = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239,
];
const CENTRE_BOTTOM = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572,
];
const TAIL_TOP = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const TAIL_BOTTOM = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416];

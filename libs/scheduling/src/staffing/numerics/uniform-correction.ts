const ORDERS = 11;
const POWERS = 24;

/**
 * Coefficients d[k][m] of the correction in Temme's uniform expansion (SIAM J. Math. Anal. 10, 1979; DLMF 8.12.12):
 * alpha is the power series of mu in eta, the rest follows by recursion. In doubles every coefficient comes out
 * within 1e-17 of its exact rational value, which is why the table is computed rather than stored.
 */
export function correctionTable(): readonly Float64Array[] {
  const length = POWERS + 2 * ORDERS + 4;
  const alpha = [0, 1];
  for (let m = 2; m < length; m += 1) {
    let products = 0;
    for (let j = 2; j < m; j += 1) products += j * alpha[j]! * alpha[m - j + 1]!;
    alpha.push((alpha[m - 1]! - products) / (m + 1));
  }
  const first = Array.from({ length: length - 2 }, (_, m) => (m === 0 ? -1 / 3 : (m + 2) * alpha[m + 2]!));
  const rows = [first];
  let oddFactorial = 1;
  for (let k = 1; k < ORDERS; k += 1) {
    oddFactorial *= 2 * k + 1;
    // The k-th coefficient of Stirling's series for Γ*(s): 1, 1/12, 1/288, …
    const stirling = oddFactorial * alpha[2 * k + 1]!;
    const above = rows[k - 1]!;
    rows.push(
      Array.from(
        { length: above.length - 2 },
        (_, m) => (k % 2 ? -stirling : stirling) * first[m]! + (m + 2) * above[m + 2]!,
      ),
    );
  }
  return rows.map((row) => Float64Array.from(row.slice(0, POWERS)));
}

const table = Float64Array.from(correctionTable().flatMap((row) => [...row]));

/** Beyond exp(-38) a term is lost in the rounding of a double. */
const LOST_EXPONENT = 38;
/** The series in eta converge within 2√π; terms shrink by eta over this from one power to the next. */
const RADIUS = 2 * Math.sqrt(Math.PI);
const SPARE_POWERS = 2;

/** Lower ends of the ranges of s, upper ends of the ranges of |eta|, for which the visible terms are counted once. */
const SIZES = [25, 50, 100, 200, 500, 1000, 3000, 10_000, 100_000, 1e7];
const ETA_STEPS = 32;
const ETA_RANGES = 18;
/** Range 0 is for |eta| below 1/512, where hardly any power is seen; beyond |eta| = 0.53 all are taken. */
const NEAR_ZERO = 1 / 512;

/** Powers taken of each order, an even number; 0 = the order is lost. */
const powersOf = Uint8Array.from(
  SIZES.flatMap((size) =>
    Array.from({ length: ETA_RANGES }, (_, range) => range).flatMap((range) => {
      const perPower = Math.log(RADIUS / (range === 0 ? NEAR_ZERO : range / ETA_STEPS));
      return Array.from({ length: ORDERS }, (_, k) => {
        const left = LOST_EXPONENT - k * Math.log(size);
        const powers = left <= 0 ? 0 : Math.min(POWERS, Math.ceil(left / perPower) + SPARE_POWERS);
        return powers + (powers % 2);
      });
    }),
  ),
);

function rangesAt(s: number, eta: number): number {
  let size = 0;
  while (size < SIZES.length - 1 && s >= SIZES[size + 1]!) size += 1;
  const distance = Math.abs(eta);
  const range = distance < NEAR_ZERO ? 0 : Math.min(ETA_RANGES - 1, Math.ceil(distance * ETA_STEPS));
  return (size * ETA_RANGES + range) * ORDERS;
}

/**
 * Σ_k C_k(eta) s⁻ᵏ: the part of the incomplete gamma ratio beyond the normal distribution; s ≥ 25, |eta| ≤ 0.5. Each
 * order takes only the powers that its share s⁻ᵏ of the sum leaves visible, even and odd ones side by side.
 */
export function uniformCorrection(s: number, eta: number): number {
  const ranges = rangesAt(s, eta);
  const square = eta * eta;
  const share = 1 / s;
  let orders = ORDERS;
  while (orders > 1 && powersOf[ranges + orders - 1] === 0) orders -= 1;
  let sum = 0;
  for (let k = orders - 1; k >= 0; k -= 1) {
    const row = k * POWERS;
    let even = 0;
    let odd = 0;
    for (let m = row + powersOf[ranges + k]! - 2; m >= row; m -= 2) {
      even = even * square + table[m]!;
      odd = odd * square + table[m + 1]!;
    }
    sum = sum * share + even + eta * odd;
  }
  return sum;
}

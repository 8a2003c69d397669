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

const table = correctionTable();

/** Beyond exp(-39) a term is lost in the rounding of a double. */
const LOST_EXPONENT = 39;
/** The series in eta converge within 2√π; terms shrink by eta over this from one power to the next. */
const RADIUS = 2 * Math.sqrt(Math.PI);
const SPARE_POWERS = 3;

/**
 * Σ_k C_k(eta) s⁻ᵏ: the part of the incomplete gamma ratio beyond the normal distribution; s ≥ 25, |eta| ≤ 0.5. Each
 * order takes only the powers that its share s⁻ᵏ of the sum leaves visible.
 */
export function uniformCorrection(s: number, eta: number): number {
  const perOrder = Math.log(s);
  const perPower = Math.log(RADIUS / Math.max(1e-9, Math.abs(eta)));
  const orders = Math.min(ORDERS, Math.ceil(LOST_EXPONENT / perOrder));
  let sum = 0;
  for (let k = orders - 1; k >= 0; k -= 1) {
    const row = table[k]!;
    const powers = Math.min(POWERS, Math.ceil((LOST_EXPONENT - k * perOrder) / perPower) + SPARE_POWERS);
    let inner = 0;
    for (let m = powers - 1; m >= 0; m -= 1) inner = inner * eta + row[m]!;
    sum = sum / s + inner;
  }
  return sum;
}

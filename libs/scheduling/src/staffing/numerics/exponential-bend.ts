/** 2/k! for k = 2 … 15. */
const [K3, K4, K5, K6, K7, K8] = [1 / 3, 1 / 12, 1 / 60, 1 / 360, 1 / 2520, 1 / 20_160];
const [K9, K10, K11, K12, K13] = [1 / 181_440, 1 / 1_814_400, 1 / 19_958_400, 1 / 239_500_800, 1 / 3_113_510_400];
const [K14, K15] = [1 / 43_589_145_600, 1 / 653_837_184_000];

/** exp(-y) - 1 + y without cancellation: near 0 its power series to y¹⁵, even and odd powers side by side. */
export function bend(y: number): number {
  if (Math.abs(y) > 0.6) return Math.expm1(-y) + y;
  const q = y * y;
  const even = 1 + q * (K4 + q * (K6 + q * (K8 + q * (K10 + q * (K12 + q * K14)))));
  const odd = K3 + q * (K5 + q * (K7 + q * (K9 + q * (K11 + q * (K13 + q * K15)))));
  return (q / 2) * (even - y * odd);
}

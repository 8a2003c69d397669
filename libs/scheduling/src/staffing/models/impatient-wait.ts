import { gaussLegendre } from '../numerics/gauss-legendre.js';

/** ψ(s + count) - ψ(s) = Σ_{i<count} 1/(s+i), in constant time; s > 0. */
function harmonicDifference(s: number, count: number): number {
  let low = s;
  let sum = 0;
  let left = count;
  for (; low < 20 && left > 0; left -= 1) {
    sum += 1 / low;
    low += 1;
  }
  if (left === 0) return sum;
  const tail = (z: number): number => {
    const q = 1 / (z * z);
    return -0.5 / z - q * (1 / 12 - q * (1 / 120 - q * (1 / 252 - q / 240)));
  };
  return sum + Math.log1p(left / low) + tail(low + left) - tail(low);
}

/** Σ_{1≤i≤k} i/(s+i) = k - s·Σ 1/(s+i): the sum itself where the difference would cancel. */
function growingSum(s: number, k: number): number {
  if (k > DIRECT_TERMS) return k - s * harmonicDifference(s + 1, k);
  let sum = 0;
  for (let i = 1; i <= k; i += 1) sum += i / (s + i);
  return sum;
}

const DIRECT_TERMS = 5000;
const NEGLIGIBLE = 1e-17;

const heaviestOf = (s: number, x: number): number => Math.max(0, Math.floor(x - s));

/**
 * Σ t_k·Σ_{1≤i≤k} 1/(s+i) / Σ t_k for t_k = xᵏ/((s+1)…(s+k)). Starts at the heaviest weight and goes both ways until
 * the weights vanish: about 16·√x terms, however large the overload.
 */
function meanOfHarmonics(s: number, x: number): number {
  const heaviest = heaviestOf(s, x);
  const start = harmonicDifference(s + 1, heaviest);
  let weight = 1;
  let wait = start;
  let weights = 1;
  let waits = start;
  for (let k = heaviest + 1; ; k += 1) {
    const stage = 1 / (s + k);
    weight *= x * stage;
    wait += stage;
    weights += weight;
    waits += weight * wait;
    if (weight * wait <= NEGLIGIBLE * waits) break;
  }
  weight = 1;
  wait = start;
  const scale = 1 / x;
  for (let k = heaviest; k > 0 && weight > NEGLIGIBLE; k -= 1) {
    wait -= 1 / (s + k);
    weight *= (s + k) * scale;
    weights += weight;
    waits += weight * wait;
  }
  return waits / weights;
}

/** One for a density that falls from 0 on, one for a whole bell. */
const oneSided = gaussLegendre(24);
const twoSided = gaussLegendre(48);
/** From this size on the density of the wait is smooth and narrow enough for these rules. */
const LARGE = 300;
/** The density is followed down to exp(-40) of its height; the ends are estimated a little too near. */
const END = 44;

/** 2/k! for k = 2 … 15. */
const [K3, K4, K5, K6, K7, K8] = [1 / 3, 1 / 12, 1 / 60, 1 / 360, 1 / 2520, 1 / 20_160];
const [K9, K10, K11, K12, K13] = [1 / 181_440, 1 / 1_814_400, 1 / 19_958_400, 1 / 239_500_800, 1 / 3_113_510_400];
const [K14, K15] = [1 / 43_589_145_600, 1 / 653_837_184_000];

/** exp(-y) - 1 + y without cancellation, |y| ≤ 0.6: its power series to y¹⁵, even and odd powers side by side. */
function bend(y: number): number {
  const q = y * y;
  const even = 1 + q * (K4 + q * (K6 + q * (K8 + q * (K10 + q * (K12 + q * K14)))));
  const odd = K3 + q * (K5 + q * (K7 + q * (K9 + q * (K11 + q * (K13 + q * K15)))));
  return (q / 2) * (even - y * odd);
}

/**
 * The same mean as an integral: with w the offered wait over the mean patience, its density is exp(-s·w + x·(1 - e^-w))
 * and the mean (x/s)·∫ w·e^-w / ∫ 1 under it. Measured from its peak at ln(x/s), or from 0, the exponent is
 * -slope·y - size·(e^-y - 1 + y). Costs the same for every size.
 */
function meanOfIntegral(s: number, x: number): number {
  const peak = x > s ? Math.log(x / s) : 0;
  const size = Math.min(s, x);
  const slope = Math.max(0, s - x);
  const width = (2 * END) / (slope + Math.sqrt(slope * slope + 2 * END * size));
  const from = Math.max(-peak, -Math.sqrt((2 * END) / size));
  const { nodes, weights: shares } = from === 0 ? oneSided : twoSided;
  let weights = 0;
  let waits = 0;
  for (let i = 0; i < nodes.length; i += 1) {
    const y = from + (width - from) * nodes[i]!;
    const bent = bend(y);
    const weight = shares[i]! * Math.exp(-slope * y - size * bent);
    weights += weight;
    waits += weight * (peak + y) * (1 - y + bent);
  }
  return (waits / weights) * Math.min(1, x / s);
}

/** Mean wait of the served, given that they wait: P·Σ t_k·Σ_{1≤i≤k} 1/(s+i) / Σ t_k, k contacts leaving first. */
export function meanWaitOfAnswered(s: number, x: number, patienceSeconds: number): number {
  return patienceSeconds * (Math.min(s, x) < LARGE ? meanOfHarmonics(s, x) : meanOfIntegral(s, x));
}

/** Mean wait of those who leave: P·Σ t_k·Σ_{1≤i≤k} i/(s+i) / Σ t_k·k; all terms positive. */
export function meanWaitOfAbandoned(s: number, x: number, patienceSeconds: number): number {
  const heaviest = Math.max(1, heaviestOf(s, x));
  const start = growingSum(s, heaviest);
  let weight = 1;
  let wait = start;
  let counts = heaviest;
  let waits = start;
  for (let k = heaviest + 1; ; k += 1) {
    const stage = 1 / (s + k);
    weight *= x * stage;
    wait += k * stage;
    counts += weight * k;
    waits += weight * wait;
    if (weight * wait <= NEGLIGIBLE * waits && weight * k <= NEGLIGIBLE * counts) break;
  }
  weight = 1;
  wait = start;
  const scale = 1 / x;
  for (let k = heaviest; k > 1 && weight > NEGLIGIBLE; k -= 1) {
    wait -= k / (s + k);
    weight *= (s + k) * scale;
    counts += weight * (k - 1);
    waits += weight * wait;
  }
  return (patienceSeconds * waits) / counts;
}

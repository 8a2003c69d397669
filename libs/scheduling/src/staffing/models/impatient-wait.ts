import { bend } from '../numerics/exponential-bend.js';
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

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

/**
 * Σ_k t_k·W_k and Σ_k t_k·V_k for the weights t_k = xᵏ/((s+1)…(s+k)) of k contacts waiting, where W grows by
 * `step(k)` from k-1 to k. Starts at the heaviest weight and goes both ways until the weights vanish: about 16·√x
 * terms, however large the overload.
 */
function weighted(
  { s, x, heaviest }: { s: number; x: number; heaviest: number },
  at: { w: number; v: (k: number) => number },
  step: (k: number) => number,
): number {
  let w = at.w;
  let top = w;
  let bottom = at.v(heaviest);
  let weight = 1;
  for (let k = heaviest + 1; ; k += 1) {
    weight *= x / (s + k);
    w += step(k);
    const v = weight * at.v(k);
    top += weight * w;
    bottom += v;
    if (weight * w < NEGLIGIBLE * top && v < NEGLIGIBLE * bottom) break;
  }
  weight = 1;
  w = at.w;
  const scale = 1 / x;
  for (let k = heaviest; k > 0; k -= 1) {
    w -= step(k);
    weight *= (s + k) * scale;
    if (weight < NEGLIGIBLE) break;
    top += weight * w;
    bottom += weight * at.v(k - 1);
  }
  return top / bottom;
}

const heaviestOf = (s: number, x: number): number => Math.max(0, Math.floor(x - s));

/** Mean wait of the served, given that they wait: P·Σ t_k·Σ_{1≤i≤k} 1/(s+i) / Σ t_k, k contacts leaving first. */
export function meanWaitOfAnswered(s: number, x: number, patienceSeconds: number): number {
  const heaviest = heaviestOf(s, x);
  const at = { w: harmonicDifference(s + 1, heaviest), v: () => 1 };
  return patienceSeconds * weighted({ s, x, heaviest }, at, (k) => 1 / (s + k));
}

/** Mean wait of those who leave: P·Σ t_k·Σ_{1≤i≤k} i/(s+i) / Σ t_k·k; all terms positive. */
export function meanWaitOfAbandoned(s: number, x: number, patienceSeconds: number): number {
  const heaviest = Math.max(1, heaviestOf(s, x));
  const at = { w: growingSum(s, heaviest), v: (k: number) => k };
  return patienceSeconds * weighted({ s, x, heaviest }, at, (k) => k / (s + k));
}

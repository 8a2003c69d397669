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

const NEGLIGIBLE = 1e-15;

/**
 * Mean wait of the served, given that they wait: P·Σ_{1≤i≤k} 1/(s+i) weighted with xᵏ/((s+1)…(s+k)), k contacts
 * leaving first. Starts at the heaviest weight and goes both ways until the weights vanish: about 16·√x terms at
 * most, however large the overload.
 */
export function meanWaitOfAnswered(s: number, x: number, patienceSeconds: number): number {
  const heaviest = Math.max(0, Math.floor(x - s));
  const atHeaviest = harmonicDifference(s + 1, heaviest);
  let weights = 1;
  let waits = atHeaviest;
  let weight = 1;
  let wait = atHeaviest;
  for (let k = heaviest + 1; ; k += 1) {
    const inverse = 1 / (s + k);
    weight *= x * inverse;
    wait += inverse;
    weights += weight;
    waits += weight * wait;
    if (weight * wait < NEGLIGIBLE * waits) break;
  }
  weight = 1;
  wait = atHeaviest;
  const scale = 1 / x;
  for (let k = heaviest; k > 0 && weight > NEGLIGIBLE; k -= 1) {
    wait -= 1 / (s + k);
    weight *= (s + k) * scale;
    weights += weight;
    waits += weight * wait;
  }
  return (patienceSeconds * waits) / weights;
}

/**
 * Chances of 0, 1, … busy agents of a group, into `chances` (one more place than agents, at least 2): births at
 * `birthRate`, deaths at `endRate` for each busy agent, and out of the full state at `leaveFullRate`.
 */
export function busyChances(
  chances: Float64Array,
  rates: { readonly birthRate: number; readonly endRate: number; readonly leaveFullRate: number },
): void {
  const { birthRate, endRate, leaveFullRate } = rates;
  const agents = chances.length - 1;
  // From the likeliest state outwards, so that large groups do not underflow.
  const peak = Math.max(0, Math.min(agents - 1, Math.floor(birthRate / endRate)));
  chances[peak] = 1;
  let sum = 1;
  for (let busy = peak - 1; busy >= 0; busy--)
    sum += chances[busy] = (chances[busy + 1]! * (busy + 1) * endRate) / birthRate;
  for (let busy = peak + 1; busy < agents; busy++)
    sum += chances[busy] = (chances[busy - 1]! * birthRate) / (busy * endRate);
  sum += chances[agents] = (chances[agents - 1]! * birthRate) / leaveFullRate;
  for (let busy = 0; busy <= agents; busy++) chances[busy]! /= sum;
}

/** Far below what counts in a chance: large groups have few counts above it. */
const NEGLIGIBLE = 1e-14;

/** Distribution of the sum of two independent counts. */
export function sumOf(a: Float64Array, b: Float64Array, into: Float64Array): void {
  into.fill(0);
  let first = 0;
  let end = b.length;
  while (first < end && b[first]! < NEGLIGIBLE) first++;
  while (end > first && b[end - 1]! < NEGLIGIBLE) end--;
  for (let i = 0; i < a.length; i++) {
    const weight = a[i]!;
    if (weight < NEGLIGIBLE) continue;
    for (let j = first; j < end; j++) into[i + j]! += weight * b[j]!;
  }
}

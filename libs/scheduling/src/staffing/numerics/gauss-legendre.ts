/** Nodes in (0, 1) and weights, summing to 1, of the Gauss-Legendre rule that is exact up to degree 2·count - 1. */
export interface QuadratureRule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/** P_n(z) and its derivative, by the three-term recurrence. */
function legendre(count: number, z: number): { readonly value: number; readonly slope: number } {
  let before = 1;
  let value = z;
  for (let k = 2; k <= count; k += 1) [before, value] = [value, ((2 * k - 1) * z * value - (k - 1) * before) / k];
  return { value, slope: (count * (z * value - before)) / (z * z - 1) };
}

/** The rule of so many nodes (2 or more); each node by Newton steps from Tricomi's approximation. */
export function gaussLegendre(count: number): QuadratureRule {
  const nodes = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let i = 0; i < count; i += 1) {
    let z = Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    for (let step = 0; step < 6; step += 1) {
      const { value, slope } = legendre(count, z);
      z -= value / slope;
    }
    const { slope } = legendre(count, z);
    nodes[i] = (1 - z) / 2;
    weights[i] = 1 / ((1 - z * z) * slope * slope);
  }
  return { nodes, weights };
}

import { solveCholesky } from '../linear-algebra.js';

/** Series that must add up: queues to sites, days to weeks. Series are numbered as they stand in the forecasts. */
export interface Hierarchy {
  /** Number of series. */
  readonly size: number;
  /** Each sum with the lowest series it is the sum of. */
  readonly sums: readonly { readonly series: number; readonly of: readonly number[] }[];
}

/** Every sum made of the lowest series' forecasts, whatever its own forecast says. The default: simple and never negative. */
export function bottomUp(hierarchy: Hierarchy, base: ArrayLike<number>): Float64Array {
  checkSizes(hierarchy, base.length);
  const values = Float64Array.from(base);
  for (const { series, of } of hierarchy.sums) values[series] = of.reduce((sum, lowest) => sum + values[lowest]!, 0);
  return values;
}

/**
 * Minimum trace reconciliation (Wickramasuriya, Athanasopoulos & Hyndman 2019): the forecasts that add up and lie nearest
 * to the given ones, where near is measured by the covariance of their errors (row by row). Written with the sums as
 * constraints C: y - W C' (C W C')⁻¹ C y. A negative lowest forecast is made nought and the sums are made anew.
 */
export function minTrace(hierarchy: Hierarchy, base: ArrayLike<number>, covariance: Float64Array): Float64Array {
  const { size, sums } = hierarchy;
  checkSizes(hierarchy, base.length);
  if (covariance.length !== size * size)
    throw new RangeError(`covariance (${covariance.length}) must have ${size * size} values; one for each pair`);
  const rows = sums.map(({ series, of }) => {
    const row = new Float64Array(size);
    row[series] = 1;
    for (const lowest of of) row[lowest]! -= 1;
    return row;
  });
  const images = rows.map((row) => times(covariance, row));
  const normal = rows.map((row) => Float64Array.from(images, (image) => dot(row, image)));
  const gaps = Float64Array.from(rows, (row) => dot(row, base));
  // A trifle on the diagonal: two sums of the same series would make it singular.
  normal.forEach((row, i) => (row[i]! += 1e-9 * (row[i]! + 1e-9)));
  const pulls = sums.length > 0 ? solveCholesky(normal, gaps) : gaps;
  const values = Float64Array.from(base);
  images.forEach((image, k) => image.forEach((value, i) => (values[i]! -= value * pulls[k]!)));
  return bottomUp(
    hierarchy,
    values.map((value) => Math.max(0, value)),
  );
}

function checkSizes({ size, sums }: Hierarchy, given: number): void {
  if (given !== size) throw new RangeError(`base (${given}) must have one forecast for each of ${size} series`);
  const isSum = new Set(sums.map(({ series }) => series));
  const wrong = sums.flatMap(({ of }) => of).find((lowest) => isSum.has(lowest) || lowest < 0 || lowest >= size);
  if (wrong !== undefined)
    throw new RangeError(`of (${wrong}) must name lowest series only; write a sum of sums as the sum of their parts`);
}

function times(matrix: Float64Array, vector: ArrayLike<number>): Float64Array {
  const size = vector.length;
  return Float64Array.from({ length: size }, (_, i) => dot(matrix.subarray(i * size, (i + 1) * size), vector));
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

import { solveCholesky } from '../linear-algebra.js';
import type { BumpsOfSlot, SplineBasis } from './spline-basis.js';

/** Normal equations of a least squares problem, gathered piece by piece. */
export class NormalEquations {
  readonly right: Float64Array;
  private readonly lower: Float64Array[];

  constructor(size: number) {
    this.right = new Float64Array(size);
    this.lower = Array.from({ length: size }, () => new Float64Array(size));
  }

  /** Adds to the lower triangle; calls above the diagonal are left out, as they come again mirrored. */
  add(row: number, column: number, value: number): void {
    if (column <= row) this.lower[row]![column]! += value;
  }

  /** Adds `factor` times the values below one another in a column left of them. */
  addBelow(column: number, { from, values, factor }: { from: number; values: Float64Array; factor: number }): void {
    for (let k = 0; k < values.length; k++) this.lower[from + k]![column]! += factor * values[k]!;
  }

  solve(): Float64Array {
    return solveCholesky(this.lower, this.right);
  }
}

/** Sum over the slots of each bump times the slot's weight. */
export function project({ count, slots }: SplineBasis, weights: Float64Array): Float64Array {
  const sums = new Float64Array(count);
  for (let at = 0; at < slots.length; at++) {
    const { first, values } = slots[at]!;
    const weight = weights[at]!;
    for (let i = 0; i < values.length; i++) sums[first + i]! += weight * values[i]!;
  }
  return sums;
}

export interface Products {
  readonly rows: BumpsOfSlot;
  readonly columns: BumpsOfSlot;
  readonly rowAt: number;
  readonly columnAt: number;
  readonly weight: number;
}

/** Adds the products of two rows of bumps, as one slot of that weight asks for. */
export function addProducts(equations: NormalEquations, { rows, columns, rowAt, columnAt, weight }: Products): void {
  rows.values.forEach((a, i) =>
    columns.values.forEach((b, j) =>
      equations.add(rowAt + rows.first + i, columnAt + columns.first + j, weight * a * b),
    ),
  );
}

/** Second differences of neighbouring bumps cost `penalty` (P-splines). */
export function addBends(
  equations: NormalEquations,
  { at, count, penalty }: { at: number; count: number; penalty: number },
): void {
  const bend = [1, -2, 1];
  for (let k = 0; k + 2 < count; k++)
    for (let i = 0; i < 3; i++)
      for (let j = 0; j <= i; j++) equations.add(at + k + i, at + k + j, penalty * bend[i]! * bend[j]!);
}

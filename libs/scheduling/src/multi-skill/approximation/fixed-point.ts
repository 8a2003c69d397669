/** Rounds looked back at, and the share of a round's change that is taken where the past says nothing. */
const MEMORY = 10;
const MIXING = 0.7;
const CAREFUL_MIXING = 0.25;
/** Keeps the little system of equations solvable; relative to its diagonal. */
const RIDGE = 1e-8;

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function subtract(a: Float64Array, b: Float64Array, into: Float64Array): void {
  for (let i = 0; i < a.length; i++) into[i] = a[i]! - b[i]!;
}

/** Solves the small symmetric system by elimination; the matrix is used up, the answer stands in `right`. */
function solveSmall(matrix: readonly number[][], right: number[]): void {
  const count = right.length;
  for (let k = 0; k < count; k++) {
    for (let row = k + 1; row < count; row++) {
      const factor = matrix[row]![k]! / matrix[k]![k]!;
      for (let column = k; column < count; column++) matrix[row]![column]! -= factor * matrix[k]![column]!;
      right[row]! -= factor * right[k]!;
    }
  }
  for (let k = count - 1; k >= 0; k--) {
    for (let column = k + 1; column < count; column++) right[k]! -= matrix[k]![column]! * right[column]!;
    right[k]! /= matrix[k]![k]!;
  }
}

/**
 * Steps towards x = g(x) (Anderson, J. ACM 12 (1965) 547-560): the last rounds are combined so that their changes cancel
 * as far as they can. Plain repetition swings where many pools share one group.
 */
export class FixedPointStep {
  private readonly states: Float64Array[];
  private readonly changes: Float64Array[];
  private readonly from: Float64Array;
  private readonly change: Float64Array;
  private readonly lastFrom: Float64Array;
  private readonly lastChange: Float64Array;
  /** Products of all pairs of `changes`; a step renews one row. */
  private readonly products: readonly Float64Array[];
  private steps = 0;
  private mixing = MIXING;

  constructor(length: number) {
    const rows = (): Float64Array[] => Array.from({ length: MEMORY }, () => new Float64Array(length));
    this.states = rows();
    this.changes = rows();
    this.from = new Float64Array(length);
    this.change = new Float64Array(length);
    this.lastFrom = new Float64Array(length);
    this.lastChange = new Float64Array(length);
    this.products = Array.from({ length: MEMORY }, () => new Float64Array(MEMORY));
  }

  /** Notes x before a round. */
  start(x: Float64Array): void {
    this.from.set(x);
  }

  /** x at the place `i` before the round. */
  before(i: number): number {
    return this.from[i]!;
  }

  /** Replaces x, as the round has left it, by where to go on. */
  step(x: Float64Array): void {
    const { from, change, lastFrom, lastChange } = this;
    subtract(x, from, change);
    if (this.steps > 0) {
      const row = (this.steps - 1) % MEMORY;
      subtract(from, lastFrom, this.states[row]!);
      subtract(change, lastChange, this.changes[row]!);
      for (let other = 0; other < Math.min(this.steps, MEMORY); other++)
        this.products[row]![other] = this.products[other]![row] = dot(this.changes[row]!, this.changes[other]!);
    }
    lastFrom.set(from);
    lastChange.set(change);
    for (let i = 0; i < x.length; i++) x[i] = from[i]! + this.mixing * change[i]!;
    this.takeBack(x, Math.min(this.steps, MEMORY));
    this.steps++;
  }

  /** Takes the part of the change away that the last rounds show to be an overshoot. */
  private takeBack(x: Float64Array, known: number): void {
    const { states, changes } = this;
    const weights: number[] = [];
    const matrix: number[][] = [];
    for (let a = 0; a < known; a++) {
      const row = Array.from(this.products[a]!.subarray(0, known));
      row[a] = row[a]! * (1 + RIDGE) + 1e-30;
      matrix.push(row);
      weights.push(dot(changes[a]!, this.change));
    }
    solveSmall(matrix, weights);
    for (let k = 0; k < known; k++) {
      const weight = weights[k]!;
      const [state, change] = [states[k]!, changes[k]!];
      for (let i = 0; i < x.length; i++) x[i]! -= weight * (state[i]! + this.mixing * change[i]!);
    }
  }

  /** Forgets the past, after a step that led astray. */
  reset(): void {
    this.steps = 0;
  }

  /** Goes on in small steps, where the usual ones lead round in circles. */
  slowDown(): void {
    this.mixing = CAREFUL_MIXING;
    this.reset();
  }
}

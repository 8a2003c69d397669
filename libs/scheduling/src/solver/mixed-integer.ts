/** A linear model of which some columns must be whole, column by column. Rows and columns are numbered from 0. */
export interface MixedIntegerModel {
  readonly rowLower: readonly number[];
  readonly rowUpper: readonly number[];
  readonly cost: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** 1 where the column must be whole. */
  readonly whole: readonly number[];
  /** Entries of column c are `starts[c]` to `starts[c + 1] - 1` of `rows` and `values`. */
  readonly starts: readonly number[];
  readonly rows: readonly number[];
  readonly values: readonly number[];
}

export interface MixedIntegerLimits {
  /** Values of some columns to begin with, so that nothing dearer is looked for; the solver finds the others. */
  readonly start: { readonly columns: readonly number[]; readonly values: readonly number[] } | null;
  /** Branches at most: the deterministic limit. */
  readonly nodes: number;
  /** Share of the cost by which an answer may lie above the best and still count as proven; absent: none. */
  readonly gapFraction?: number;
  /** Wall-clock seconds at most; absent: no limit. */
  readonly seconds?: number;
  /** Asked every now and then; not while a model is made smaller, so a time limit goes beside it. */
  readonly shouldStop: () => boolean;
  /** Whether the answer no longer matters, so that a solver in another thread may be left in the middle; absent: it does. */
  readonly isCancelled?: () => boolean;
}

export interface MixedIntegerAnswer {
  /** Values of the columns, the best found; null when none was. */
  readonly values: Float64Array | null;
  /** No values cost less. */
  readonly bound: number;
  /** Whether the values are the best there are (or, where they are null, that there are none). */
  readonly proven: boolean;
}

/**
 * Solver of mixed-integer models, a parameter of the engine: libraries load nothing by themselves. The same model and
 * limits give the same answer as long as `shouldStop` says no.
 */
export type MixedIntegerSolver = (model: MixedIntegerModel, limits: MixedIntegerLimits) => MixedIntegerAnswer;

/** Rows and columns of a model while it grows. */
export class ModelBuilder implements MixedIntegerModel {
  readonly rowLower: number[] = [];
  readonly rowUpper: number[] = [];
  readonly cost: number[] = [];
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly whole: number[] = [];
  readonly starts: number[] = [0];
  readonly rows: number[] = [];
  readonly values: number[] = [];

  /** Adds a row; its number. */
  row(lower: number, upper: number): number {
    this.rowLower.push(lower);
    return this.rowUpper.push(upper) - 1;
  }

  /** Adds a column of 0 to `upper` without entries; its number. Entries follow by {@link entry} before the next column. */
  column(cost: number, upper: number, whole: boolean): number {
    this.cost.push(cost);
    this.lower.push(0);
    this.upper.push(upper);
    this.whole.push(Number(whole));
    this.starts.push(this.rows.length);
    return this.cost.length - 1;
  }

  /** Adds an entry to the last column. */
  entry(row: number, value: number): void {
    this.rows.push(row);
    this.values.push(value);
    this.starts[this.starts.length - 1]!++;
  }

  /** Moves what the row must come to by `by`. */
  shift(row: number, by: number): void {
    this.rowLower[row]! += by;
    this.rowUpper[row]! += by;
  }
}

/** Where a row goes on from another: its places `from..until`, moved by `shift`, dearer by `value`. */
export interface RowStep {
  readonly from: number;
  readonly until: number;
  readonly shift: number;
  readonly value: number;
  /** Costs above `limit + slope * amount` (the amount before the shift) are left out. */
  readonly limit: number;
  readonly slope: number;
}

/** Rows of least costs along one amount, made only where something is written; one array under all of them, reused. */
export class RowPool {
  private costs = new Float64Array(1 << 14);
  private used = 0;
  /** Place of amount 0 of each row in `costs`, plus {@link SHIFTED}; 0 for a row that is not there. */
  private base = new Int32Array(0);

  reset(rows: number): void {
    if (this.base.length < rows) this.base = new Int32Array(rows);
    else this.base.fill(0, 0, rows);
    this.used = 0;
  }

  /** Cells of all rows. */
  get size(): number {
    return this.used;
  }

  has(row: number): boolean {
    return this.base[row] !== 0;
  }

  /** Makes the row for amounts `low..high`, all infinite, unless it is there. */
  open(row: number, low: number, high: number): void {
    if (this.base[row] !== 0) return;
    const size = high - low + 1;
    if (this.used + size > this.costs.length) {
      const grown = new Float64Array(Math.max(this.costs.length * 2, this.used + size));
      grown.set(this.costs.subarray(0, this.used));
      this.costs = grown;
    }
    this.costs.fill(Number.POSITIVE_INFINITY, this.used, this.used + size);
    this.base[row] = this.used - low + SHIFTED;
    this.used += size;
  }

  get(row: number, amount: number): number {
    return this.costs[this.base[row]! - SHIFTED + amount]!;
  }

  lower(row: number, amount: number, cost: number): void {
    const at = this.base[row]! - SHIFTED + amount;
    if (cost < this.costs[at]!) this.costs[at] = cost;
  }

  /** Whether the step from the row leads to any cost within its limit. */
  leads(row: number, { from, until, value, limit, slope }: RowStep): boolean {
    const { costs } = this;
    let at = this.base[row]! - SHIFTED + from;
    let most = limit + slope * from - value;
    for (let amount = from; amount <= until; amount++, at++, most += slope)
      if (costs[at]! <= most && costs[at]! < Number.POSITIVE_INFINITY) return true;
    return false;
  }

  /** Lowers the row to what the other one, in this pool or another, leads to. */
  lowerAll(row: number, other: RowPool, otherRow: number, { from, until, shift, value, limit, slope }: RowStep): void {
    const { costs } = this;
    const source = other.costs;
    let at = other.base[otherRow]! - SHIFTED + from;
    const end = at + until - from;
    let most = limit + slope * from;
    for (let to = this.base[row]! - SHIFTED + from + shift; at <= end; at++, to++, most += slope) {
      const cost = source[at]! + value;
      if (cost < costs[to]! && cost <= most) costs[to] = cost;
    }
  }
}

/** Rows begin at any place and their lowest amount may be large, so that places of amount 0 may be negative. */
const SHIFTED = 0x2000_0000;

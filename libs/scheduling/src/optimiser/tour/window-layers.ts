/** Marks a cell that comes from the end of a week or period, not from a day. */
export const CLOSED = -2;

/** Room for the first layers; grows as needed. */
const FIRST_CELLS = 1 << 12;
const FIRST_ROWS = 1 << 8;

/**
 * Rows of least costs in layers, one layer a step of the window programme: a row for each state met, its cells along the
 * inner amount from `base` on. Reused from call to call.
 */
export class WindowLayers {
  width = 1;
  /** Inner amount of the first cell of the newest layer's rows. */
  base = 0;
  /** First row of the newest layer, of the one before, and rows in all. */
  first = 0;
  before = 0;
  count = 0;
  costs = new Float64Array(FIRST_CELLS);
  /** Choice that led to the cell (-1 off, {@link CLOSED}), and the cell before it. */
  choice = new Int32Array(FIRST_CELLS);
  back = new Int32Array(FIRST_CELLS);
  id = new Int32Array(FIRST_ROWS);
  /** Lowest and highest cell of the row that is not infinite. */
  low = new Int32Array(FIRST_ROWS);
  high = new Int32Array(FIRST_ROWS);
  /** Row of each id in the newest layer plus one; 0: none. */
  private rowOfId = new Int32Array(0);

  /** Empties everything and opens the first layer. */
  begin(ids: number, width: number, base: number): void {
    for (let row = this.first; row < this.count; row++) this.rowOfId[this.id[row]!] = 0;
    if (this.rowOfId.length < ids) this.rowOfId = new Int32Array(ids);
    this.width = width;
    this.base = base;
    this.first = 0;
    this.before = 0;
    this.count = 0;
  }

  /** Opens the next layer. */
  next(): void {
    for (let row = this.first; row < this.count; row++) this.rowOfId[this.id[row]!] = 0;
    this.before = this.first;
    this.first = this.count;
  }

  /** The row of the id in the newest layer, made where it is not there. */
  rowOf(id: number): number {
    const known = this.rowOfId[id]!;
    if (known > 0) return known - 1;
    const row = this.count++;
    if (row >= this.id.length) this.growRows();
    const until = (row + 1) * this.width;
    if (until > this.costs.length) this.growCells(until);
    this.costs.fill(Number.POSITIVE_INFINITY, row * this.width, until);
    this.id[row] = id;
    this.low[row] = this.width;
    this.high[row] = -1;
    this.rowOfId[id] = row + 1;
    return row;
  }

  /** Lowers one cell. */
  lower(row: number, place: number, reached: { cost: number; choice: number; back: number }): void {
    const cell = row * this.width + place;
    if (reached.cost >= this.costs[cell]!) return;
    this.costs[cell] = reached.cost;
    this.choice[cell] = reached.choice;
    this.back[cell] = reached.back;
    this.widen(row, place, place);
  }

  /** Lowers cells of a row to those of another, `shift` further on and dearer by the value, as far as `most`. */
  lowerRow(row: number, from: number, step: { shift: number; value: number; choice: number; most: number }): void {
    const { costs, width } = this;
    const { shift, value, choice } = step;
    const low = this.low[from]!;
    const high = Math.min(this.high[from]!, step.most - shift, width - 1 - shift);
    if (low > high) return;
    let source = from * width + low;
    const end = from * width + high;
    for (let cell = row * width + low + shift; source <= end; source++, cell++) {
      const cost = costs[source]! + value;
      if (cost >= costs[cell]!) continue;
      costs[cell] = cost;
      this.choice[cell] = choice;
      this.back[cell] = source;
    }
    this.widen(row, low + shift, high + shift);
  }

  private widen(row: number, low: number, high: number): void {
    if (low < this.low[row]!) this.low[row] = low;
    if (high > this.high[row]!) this.high[row] = high;
  }

  private growRows(): void {
    for (const name of ['id', 'low', 'high'] as const) {
      const grown = new Int32Array(this[name].length * 2);
      grown.set(this[name]);
      this[name] = grown;
    }
  }

  private growCells(needed: number): void {
    const size = Math.max(needed, this.costs.length * 2);
    const costs = new Float64Array(size);
    costs.set(this.costs);
    this.costs = costs;
    for (const name of ['choice', 'back'] as const) {
      const grown = new Int32Array(size);
      grown.set(this[name]);
      this[name] = grown;
    }
  }
}

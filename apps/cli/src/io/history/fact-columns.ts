/** A row of a history file. */
export interface Fact {
  readonly at: number;
  /** NaN = known to be missing. */
  readonly contacts: number;
  /** Total of the row's handled contacts; NaN = unknown. */
  readonly handleSeconds: number;
}

/** Rows of one queue as growing columns: 28 bytes a row, so that millions fit. */
export class FactColumns {
  count = 0;
  at = new Float64Array(64);
  contacts = new Float64Array(64);
  handleSeconds = new Float64Array(64);
  /** Lines of the file. */
  line = new Uint32Array(64);
  private isSorted = true;

  add({ at, contacts, handleSeconds }: Fact, line: number): void {
    if (this.count === this.at.length) this.grow();
    const index = this.count++;
    if (index > 0 && at < this.at[index - 1]!) this.isSorted = false;
    this.at[index] = at;
    this.contacts[index] = contacts;
    this.handleSeconds[index] = handleSeconds;
    this.line[index] = line;
  }

  /** Puts the rows in order of time; rows of one instant keep the file's order. */
  sort(): void {
    if (this.isSorted) return;
    const { at } = this;
    this.take(Uint32Array.from({ length: this.count }, (_, index) => index).sort((a, b) => at[a]! - at[b]! || a - b));
    this.isSorted = true;
  }

  /** Keeps the rows for which `isKept` is true, in their order. */
  keep(isKept: (index: number) => boolean): void {
    const kept = Uint32Array.from({ length: this.count }, (_, index) => index).filter(isKept);
    if (kept.length < this.count) this.take(kept);
  }

  private take(order: Uint32Array): void {
    this.at = Float64Array.from(order, (index) => this.at[index]!);
    this.contacts = Float64Array.from(order, (index) => this.contacts[index]!);
    this.handleSeconds = Float64Array.from(order, (index) => this.handleSeconds[index]!);
    this.line = Uint32Array.from(order, (index) => this.line[index]!);
    this.count = order.length;
  }

  private grow(): void {
    const length = this.at.length * 2;
    const longer = (values: Float64Array): Float64Array<ArrayBuffer> => {
      const grown = new Float64Array(length);
      grown.set(values);
      return grown;
    };
    this.at = longer(this.at);
    this.contacts = longer(this.contacts);
    this.handleSeconds = longer(this.handleSeconds);
    const line = new Uint32Array(length);
    line.set(this.line);
    this.line = line;
  }
}

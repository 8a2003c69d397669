/** Characters a single record may hold before it is taken for a quote that was never closed. */
const LONGEST_RECORD = 1 << 20;

/** Whole records of a file; `broken` when a record had to be cut because its quote was never closed. */
export interface Block {
  readonly text: string;
  readonly broken: boolean;
}

/** Cuts a stream of text after the last line end that stands outside quotes, so that each block parses alone. */
export class BlockCutter {
  private pending = '';
  private scanned = 0;
  private inQuotes = false;
  /** End of the last whole record in `pending`. */
  private cutAt = 0;

  push(text: string): Block[] {
    this.pending += text;
    this.scan();
    if (this.cutAt > 0) return [this.take(this.cutAt, false)];
    return this.pending.length > LONGEST_RECORD ? this.recover() : [];
  }

  finish(): Block[] {
    if (!this.pending) return [];
    if (!this.inQuotes) return [this.take(this.pending.length, false)];
    return [...this.recover(), ...(this.pending ? [this.take(this.pending.length, this.inQuotes)] : [])];
  }

  private scan(): void {
    for (; this.scanned < this.pending.length; this.scanned += 1) {
      const code = this.pending.charCodeAt(this.scanned);
      if (code === 34) this.inQuotes = !this.inQuotes;
      else if (code === 10 && !this.inQuotes) this.cutAt = this.scanned + 1;
    }
  }

  private take(length: number, broken: boolean): Block {
    const text = this.pending.slice(0, length);
    this.pending = this.pending.slice(length);
    this.scanned -= length;
    this.cutAt = 0;
    return { text, broken };
  }

  /** Gives up the first line of what is pending and reads on as if it had not been there. */
  private recover(): Block[] {
    const lineEnd = this.pending.indexOf('\n') + 1 || this.pending.length;
    const lost = this.take(lineEnd, true);
    this.scanned = 0;
    this.inQuotes = false;
    this.scan();
    return this.cutAt > 0 ? [lost, this.take(this.cutAt, false)] : [lost];
  }
}

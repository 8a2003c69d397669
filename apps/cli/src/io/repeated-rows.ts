/** Rows looked back over, at least; logs stand in the order of time, so that a repeat is near. */
const WINDOW = 100_000;

/** cyrb53 (bryc, public domain): 53 bits, so that two of a window's rows hardly ever share one. */
function hashOf(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/** Finds rows that are the same in every column as one shortly before, in bounded memory. */
export class RepeatedRows {
  private recent = new Set<number>();
  private older = new Set<number>();

  /** Whether a row like this was seen within the last 100,000 rows. */
  isRepeat(cells: Readonly<Record<string, string>>): boolean {
    const hash = hashOf(Object.values(cells).join('\u0001'));
    if (this.recent.has(hash) || this.older.has(hash)) return true;
    if (this.recent.size >= WINDOW) {
      this.older = this.recent;
      this.recent = new Set();
    }
    this.recent.add(hash);
    return false;
  }
}

/**
 * The engine's own generator (sfc32, Chris Doty-Humphrey, PractRand): a few operations a draw inside the search, and the
 * same sequence in every version and on every machine, because a stored seed must give the stored roster again.
 */
export class RandomSource {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(seed: number) {
    this.a = seed | 0;
    this.b = Math.floor(seed / 0x1_0000_0000) | 0;
    this.c = 0x9e3779b9 | 0;
    for (let i = 0; i < 15; i++) this.next();
  }

  /** A whole number, uniform over -2^31 .. 2^31 - 1. */
  private next(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum;
  }

  /** Uniform over 0 <= x < 1. */
  fraction(): number {
    return (this.next() >>> 0) / 0x1_0000_0000;
  }

  /** Uniform over 0 .. bound - 1. */
  below(bound: number): number {
    return Math.floor(this.fraction() * bound);
  }

  /** Shuffles the first `count` entries in place. */
  shuffle(items: Int32Array | number[], count = items.length): void {
    for (let i = count - 1; i > 0; i--) {
      const j = this.below(i + 1);
      const held = items[i]!;
      items[i] = items[j]!;
      items[j] = held;
    }
  }
}

// Looked up once: globals are slow to reach in the inner loop where they are not the engine’s own (test sandboxes).
const { floor, log, sqrt } = Math;

/**
 * One of many independent random streams (sfc32, Chris Doty-Humphrey, PractRand), named by seed, replication and number.
 * The name is the starting state, so a contact's draws do not depend on how many streams there are or in which order they
 * are asked; the kept library's generators have one seed word only.
 */
export class RandomStream {
  private a = 0;
  private b = 0;
  private c = 0;
  private counter = 1;
  private spareNormal = Number.NaN;

  constructor(name: { readonly seed: number; readonly replication: number; readonly stream: number }) {
    this.restart(name);
  }

  /** Begins the named stream anew. */
  restart({ seed, replication, stream }: { seed: number; replication: number; stream: number }): void {
    this.a = seed | 0;
    this.b = (floor(seed / 0x1_0000_0000) ^ Math.imul(replication, 0x9e3779b1)) | 0;
    this.c = Math.imul(stream + 1, 0x85ebca6b) ^ replication;
    this.counter = 1;
    this.spareNormal = Number.NaN;
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

  /** Uniform over 0 < x < 1, never an end. */
  fraction(): number {
    return ((this.next() >>> 0) + 0.5) / 0x1_0000_0000;
  }

  /** Exponential with mean 1. */
  exponential(): number {
    return -log(this.fraction());
  }

  /** Fills the first places with exponentials of this mean: the same draws as one by one, with the state held at hand. */
  fillExponential(into: Float64Array, count: number, mean: number): void {
    let { a, b, c, counter } = this;
    for (let i = 0; i < count; i++) {
      const sum = (a + b + counter) | 0;
      counter = (counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + sum) | 0;
      into[i] = -mean * log(((sum >>> 0) + 0.5) / 0x1_0000_0000);
    }
    this.a = a;
    this.b = b;
    this.c = c;
    this.counter = counter;
  }

  /** Standard normal: Marsaglia's polar method, which makes two at a time. */
  normal(): number {
    if (!Number.isNaN(this.spareNormal)) {
      const kept = this.spareNormal;
      this.spareNormal = Number.NaN;
      return kept;
    }
    for (;;) {
      const x = 2 * this.fraction() - 1;
      const y = 2 * this.fraction() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = sqrt((-2 * log(square)) / square);
      this.spareNormal = y * factor;
      return x * factor;
    }
  }

  /** Gamma with this shape and mean = shape: Marsaglia & Tsang 2000; below 1 by their power of a uniform. */
  gamma(shape: number): number {
    if (shape < 1) return this.gamma(shape + 1) * Math.pow(this.fraction(), 1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root * root * root;
      const u = this.fraction();
      if (log(u) < 0.5 * x * x + d - d * v + d * log(v)) return d * v;
    }
  }

  /** Gamma factor with mean 1; exactly 1 for cv 0. */
  factor(cv: number): number {
    if (cv === 0) return 1;
    const shape = 1 / (cv * cv);
    return this.gamma(shape) / shape;
  }
}

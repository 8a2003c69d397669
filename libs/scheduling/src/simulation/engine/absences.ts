import { RandomStream } from './random-stream.js';

/** Which shifts are missed in a replication: each for itself with its chance (binomial absence, Whitt 2006). */
export class Absences {
  private readonly some: boolean;

  constructor(
    private readonly chances: Float64Array,
    private readonly name: { readonly seed: number; readonly stream: number },
  ) {
    this.some = chances.some((chance) => chance > 0);
  }

  /** 1 where the shift is missed; null when no shift can be. */
  draw(replication: number): Uint8Array | null {
    if (!this.some) return null;
    const stream = new RandomStream({ ...this.name, replication });
    return Uint8Array.from(this.chances, (chance) => (stream.fraction() < chance ? 1 : 0));
  }
}

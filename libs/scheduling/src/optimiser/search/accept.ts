import type { RandomSource } from '../random-source.js';

/** Annealing: a worse roster is accepted with probability exp(-rise / temperature); the temperature falls with progress. */
export class AnnealingAcceptance {
  /** Share of the run done, 0..1. */
  progress = 0;

  constructor(
    private readonly random: RandomSource,
    private readonly warm: number,
    private readonly cold: number,
  ) {}

  accepts(rise: number): boolean {
    if (rise <= 0) return true;
    const temperature = this.warm * (this.cold / this.warm) ** this.progress;
    return this.random.fraction() < Math.exp(-rise / temperature);
  }
}

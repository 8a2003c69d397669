import type { RandomSource } from '../random-source.js';
import type { SearchState } from './search-state.js';

/** What moves choose from. `chosen` is filled by {@link RuinContext.choose} calls, without repeats. */
export class RuinContext {
  /** Units taken out by the present move, the first `count` of them. */
  readonly chosen: Int32Array;
  count = 0;
  private readonly marked: Uint8Array;
  private readonly pool: Int32Array;

  constructor(
    readonly state: SearchState,
    readonly random: RandomSource,
  ) {
    const units = state.tours.length;
    this.chosen = new Int32Array(units);
    this.marked = new Uint8Array(units);
    this.pool = new Int32Array(units);
  }

  clear(): void {
    for (let i = 0; i < this.count; i++) this.marked[this.chosen[i]!] = 0;
    this.count = 0;
  }

  choose(unit: number): void {
    if (this.marked[unit] === 1) return;
    this.marked[unit] = 1;
    this.chosen[this.count++] = unit;
  }

  /** Chooses up to `size` random units among those that suit. */
  chooseWhere(size: number, suits: (unit: number) => boolean): void {
    let candidates = 0;
    for (let unit = 0; unit < this.pool.length; unit++)
      if (this.marked[unit] === 0 && suits(unit)) this.pool[candidates++] = unit;
    for (let i = 0; i < candidates && this.count < size; i++) {
      const j = i + this.random.below(candidates - i);
      const unit = this.pool[j]!;
      this.pool[j] = this.pool[i]!;
      this.choose(unit);
    }
  }
}

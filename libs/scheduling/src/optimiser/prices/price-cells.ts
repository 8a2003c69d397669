import type { CostTable } from '../cover/cost-table.js';

/**
 * One cell a slot and skill: multiplier mu, level (agents assigned by the relaxed roster) and price pi, the worth of one
 * more agent. The cell's staffing x minimises cost(x) + mu x + rho/2 (x - level)^2 over the convex piecewise linear cost;
 * then pi = mu + rho (x - level).
 */
export class PriceCells {
  readonly skillCount: number;
  readonly mu: Float64Array;
  readonly pi: Float64Array;
  /** Weight of the quadratic term; {@link renewAll} after a change. */
  rho = 1;
  private readonly level: Float64Array;

  constructor(
    private readonly table: CostTable,
    private readonly most: Int32Array,
  ) {
    this.skillCount = table.columns.length;
    const cells = table.slotCount * this.skillCount;
    this.mu = new Float64Array(cells);
    this.pi = new Float64Array(cells);
    this.level = new Float64Array(cells);
  }

  price(slot: number, skill: number): number {
    return this.pi[slot * this.skillCount + skill]!;
  }

  multiplier(slot: number, skill: number): number {
    return this.mu[slot * this.skillCount + skill]!;
  }

  addLevel(slot: number, skill: number, by: number): void {
    this.level[slot * this.skillCount + skill]! += by;
  }

  /** Takes over multipliers and levels from another state of the same cells. */
  copyFrom(other: { readonly mu: Float64Array; readonly level: Float64Array }): void {
    this.mu.set(other.mu);
    this.level.set(other.level);
    this.renewAll();
  }

  /** Multipliers and levels as they stand. */
  copy(): { readonly mu: Float64Array; readonly level: Float64Array } {
    return { mu: Float64Array.from(this.mu), level: Float64Array.from(this.level) };
  }

  /** The multipliers take over the prices. */
  updateMultipliers(): void {
    this.mu.set(this.pi);
    this.renewAll();
  }

  renewAll(): void {
    for (let slot = 0; slot < this.table.slotCount; slot++)
      for (let skill = 0; skill < this.skillCount; skill++) this.renew(slot, skill);
  }

  /** Brings the cell's price up to date. */
  renew(slot: number, skill: number): void {
    const cell = slot * this.skillCount + skill;
    const { rho } = this;
    const level = this.level[cell]!;
    const mu = this.mu[cell]!;
    const x = this.staffing(cell, level, this.most[skill]!);
    this.pi[cell] = mu + rho * (x - level);
  }

  /** Where the cell's convex function of x is least: a walk over whole numbers of agents from the level. */
  private staffing(cell: number, level: number, most: number): number {
    const { rho } = this;
    const mu = this.mu[cell]!;
    let n = level <= 0 ? 0 : level < most ? level | 0 : most;
    for (;;) {
      const up = mu + this.marginal(cell, n + 1);
      if (n < most && up + rho * (n - level) < 0) {
        const x = level - up / rho;
        if (x <= n + 1) return x;
        n++;
        continue;
      }
      const down = n === 0 ? 0 : mu + this.marginal(cell, n);
      if (n === 0 || down + rho * (n - level) <= 0) return n;
      const x = level - down / rho;
      if (x >= n - 1) return x;
      n--;
    }
  }

  /** Sum over cells of the least of cost(n) + multiplier n over whole n: the cells' part of the Lagrange bound. */
  conjugate(multipliers: Float64Array): number {
    const { offsets, emptyCost } = this.table;
    let total = 0;
    for (let cell = 0; cell < emptyCost.length; cell++) {
      const most = this.most[cell % this.skillCount]!;
      const stored = offsets[cell + 1]! - offsets[cell]!;
      let sum = emptyCost[cell]!;
      for (let n = 1; n <= most; n++) {
        const step = this.marginal(cell, n) + multipliers[cell]!;
        if (step >= 0) break;
        if (n >= stored) {
          // Every further agent costs the same.
          sum += step * (most - n + 1);
          break;
        }
        sum += step;
      }
      total += sum;
    }
    return total;
  }

  private marginal(cell: number, nth: number): number {
    const from = this.table.offsets[cell]!;
    const index = from + nth - 1;
    const last = this.table.offsets[cell + 1]! - 1;
    return this.table.marginals[index < last ? index : last]!;
  }
}

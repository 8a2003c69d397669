import type { CostTable } from './cost-table.js';

/**
 * Who serves what in every slot of the horizon, kept at least cost while agents come and go (roster.md section 2.3).
 * Agents of one skill set are a group. Adding one agent looks for the cheapest skill that can be reached by moving people
 * already there to another of their skills; removing is the reverse. The cost being convex in each skill, one such path
 * a step keeps the sharing optimal (successive shortest paths of minimum-cost flow).
 */
export class CoverState {
  /** Cost of all cells together. */
  cost = 0;
  readonly skillCount: number;
  /** Agents on each cell, `slot * skills + skill`. */
  readonly load: Int32Array;
  private readonly serving: Int32Array;
  /** Skills that a group serves in a slot, as bits. */
  private readonly served: Int32Array;
  private readonly version: Int32Array;
  private readonly gains: Float64Array[];
  private readonly gainVersion: Int32Array[];
  private readonly fromSkill = new Int32Array(32);
  private readonly viaGroup = new Int32Array(32);

  /** `pad`: slots before the horizon in the gain arrays handed out, where presence is worth nothing. */
  constructor(
    private readonly table: CostTable,
    private readonly masks: readonly number[],
    private readonly pad: number,
  ) {
    this.skillCount = table.columns.length;
    this.load = new Int32Array(table.slotCount * this.skillCount);
    this.serving = new Int32Array(table.slotCount * masks.length * this.skillCount);
    this.served = new Int32Array(table.slotCount * masks.length);
    this.version = new Int32Array(table.slotCount).fill(1);
    this.gains = masks.map(() => new Float64Array(table.slotCount + 2 * pad));
    this.gainVersion = masks.map(() => new Int32Array(table.slotCount));
    for (const empty of table.emptyCost) this.cost += empty;
  }

  /** Puts one more agent of the group on contact work in the slot. */
  add(slot: number, group: number): void {
    if (this.masks[group] === 0) return;
    const last = this.cheapestAddition(slot, group);
    this.cost += this.marginal(slot * this.skillCount + last, 1);
    this.load[slot * this.skillCount + last]!++;
    let skill = last;
    for (;;) {
      const via = this.viaGroup[skill]!;
      this.change(slot, via, skill, 1);
      const from = this.fromSkill[skill]!;
      if (from < 0) break;
      this.change(slot, via, from, -1);
      skill = from;
    }
    this.version[slot]!++;
  }

  /** Takes one agent of the group, who must be there, off the slot. */
  remove(slot: number, group: number): void {
    if (this.masks[group] === 0) return;
    const last = this.cheapestRemoval(slot, group);
    this.cost -= this.marginal(slot * this.skillCount + last, 0);
    this.load[slot * this.skillCount + last]!--;
    let skill = last;
    for (;;) {
      const via = this.viaGroup[skill]!;
      this.change(slot, via, skill, -1);
      const into = this.fromSkill[skill]!;
      if (into < 0) break;
      this.change(slot, via, into, 1);
      skill = into;
    }
    this.version[slot]!++;
  }

  /**
   * What one more agent of the group is worth in every slot (padded; negative where it would be surplus). The array is
   * owned by this object and renewed, only where something changed, at each call; of some slots alone where they are named.
   */
  gainOf(group: number, from = 0, until = this.version.length): Float64Array {
    const gain = this.gains[group]!;
    const seen = this.gainVersion[group]!;
    const { version, pad } = this;
    if (this.masks[group] === 0) return gain;
    for (let slot = from; slot < until; slot++) {
      if (seen[slot] === version[slot]) continue;
      seen[slot] = version[slot]!;
      gain[slot + pad] = -this.additionCost(slot, group);
    }
    return gain;
  }

  get cellCount(): number {
    return this.load.length;
  }

  /** The first cell from `start` on, around the end, where one more agent would save cost; -1 when there is none. */
  nextShort(start: number): number {
    for (let i = 0, cell = start; i < this.load.length; i++, cell = cell + 1 === this.load.length ? 0 : cell + 1) {
      if (this.marginal(cell, 1) < 0) return cell;
    }
    return -1;
  }

  /** Cells in which one more agent would save cost. */
  shortCells(): number {
    let short = 0;
    for (let cell = 0; cell < this.load.length; cell++) if (this.marginal(cell, 1) < 0) short++;
    return short;
  }

  /** The first cell from `start` on, around the end, with an agent too many; -1 when there is none. */
  nextSurplus(start: number): number {
    for (let i = 0, cell = start; i < this.load.length; i++, cell = cell + 1 === this.load.length ? 0 : cell + 1) {
      if (this.load[cell]! > 0 && this.marginal(cell, 0) > 0) return cell;
    }
    return -1;
  }

  /** Cost of all cells summed afresh: free of the rounding that running sums collect. */
  exactCost(): number {
    const { offsets, marginals, emptyCost } = this.table;
    let total = 0;
    for (let cell = 0; cell < emptyCost.length; cell++) {
      let cost = emptyCost[cell]!;
      const last = offsets[cell + 1]! - 1;
      for (let n = 0; n < this.load[cell]!; n++) cost += marginals[Math.min(offsets[cell]! + n, last)]!;
      total += cost;
    }
    return total;
  }

  private change(slot: number, group: number, skill: number, by: number): void {
    const place = (slot * this.masks.length + group) * this.skillCount + skill;
    const now = (this.serving[place]! += by);
    if (now === 0) this.served[slot * this.masks.length + group]! &= ~(1 << skill);
    else this.served[slot * this.masks.length + group]! |= 1 << skill;
  }

  /** Cost of the next agent on the cell (`ahead` 1), or of the last one there (`ahead` 0). */
  private marginal(cell: number, ahead: number): number {
    const from = this.table.offsets[cell]!;
    const index = from + this.load[cell]! + ahead - 1;
    const last = this.table.offsets[cell + 1]! - 1;
    return this.table.marginals[index < last ? index : last]!;
  }

  /** Skills that can take one more when an agent of the group arrives. */
  private reachable(slot: number, group: number): number {
    const { masks, served } = this;
    const base = slot * masks.length;
    let reach = masks[group]!;
    for (let grown = true; grown;) {
      grown = false;
      for (let h = 0; h < masks.length; h++) {
        if ((served[base + h]! & reach) !== 0 && (masks[h]! & ~reach) !== 0) {
          reach |= masks[h]!;
          grown = true;
        }
      }
    }
    return reach;
  }

  private additionCost(slot: number, group: number): number {
    let reach = this.reachable(slot, group);
    const base = slot * this.skillCount;
    let best = Number.POSITIVE_INFINITY;
    while (reach !== 0) {
      const skill = 31 - Math.clz32(reach & -reach);
      reach &= reach - 1;
      const cost = this.marginal(base + skill, 1);
      if (cost < best) best = cost;
    }
    return best;
  }

  /** As {@link additionCost}, leaving the path to the skill found in `fromSkill` and `viaGroup`. */
  private cheapestAddition(slot: number, group: number): number {
    const { masks, served } = this;
    const base = slot * masks.length;
    let reach = this.mark(masks[group]!, -1, group);
    for (let grown = true; grown;) {
      grown = false;
      for (let h = 0; h < masks.length; h++) {
        const from = served[base + h]! & reach;
        const fresh = masks[h]! & ~reach;
        if (from === 0 || fresh === 0) continue;
        reach |= this.mark(fresh, 31 - Math.clz32(from & -from), h);
        grown = true;
      }
    }
    return this.extreme(slot, reach, 1);
  }

  /** Skill that loses least when an agent of the group leaves, with the path of those who step in. */
  private cheapestRemoval(slot: number, group: number): number {
    const { masks, served } = this;
    const base = slot * masks.length;
    let reach = this.mark(served[base + group]!, -1, group);
    for (let grown = true; grown;) {
      grown = false;
      for (let h = 0; h < masks.length; h++) {
        const into = masks[h]! & reach;
        const fresh = served[base + h]! & ~reach;
        if (into === 0 || fresh === 0) continue;
        reach |= this.mark(fresh, 31 - Math.clz32(into & -into), h);
        grown = true;
      }
    }
    return this.extreme(slot, reach, 0);
  }

  private mark(skills: number, from: number, via: number): number {
    for (let rest = skills; rest !== 0; rest &= rest - 1) {
      const skill = 31 - Math.clz32(rest & -rest);
      this.fromSkill[skill] = from;
      this.viaGroup[skill] = via;
    }
    return skills;
  }

  /** The skill whose next agent costs least (`ahead` 1) or whose last one costs most (`ahead` 0). */
  private extreme(slot: number, reach: number, ahead: number): number {
    const sign = ahead === 1 ? 1 : -1;
    let best = Number.POSITIVE_INFINITY;
    let found = -1;
    for (let rest = reach; rest !== 0; rest &= rest - 1) {
      const skill = 31 - Math.clz32(rest & -rest);
      const cost = sign * this.marginal(slot * this.skillCount + skill, ahead);
      if (cost < best) {
        best = cost;
        found = skill;
      }
    }
    return found;
  }
}

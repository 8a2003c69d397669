import type { PriceCells } from './price-cells.js';

/** Presence below which a share is rounding. */
const DUST = 1e-9;
/** Named once: the global is slow to look up in a loop under some runners. */
const INFINITE = Number.POSITIVE_INFINITY;

/**
 * Presence of each group of agents in each slot, shared over the skills the group has: the part of the relaxed roster that
 * lies between tours (presence) and cells (people on a skill). Presence arrives on the skill worth most and leaves the one
 * worth least; {@link share} then evens the worths out.
 */
export class GroupPresence {
  private readonly split: readonly Float64Array[];

  constructor(
    private readonly cells: PriceCells,
    private readonly skillsOf: readonly (readonly number[])[],
    private readonly slotCount: number,
  ) {
    this.split = skillsOf.map((skills) => new Float64Array(skills.length > 1 ? slotCount * skills.length : 0));
  }

  /** Worth of one more agent of the group in the slot, for prices by cell. */
  worth(values: Float64Array, group: number, slot: number): number {
    const skills = this.skillsOf[group]!;
    const base = slot * this.cells.skillCount;
    let best = -INFINITE;
    for (let i = 0; i < skills.length; i++) {
      const price = values[base + skills[i]!]!;
      if (price > best) best = price;
    }
    return skills.length === 0 ? 0 : best;
  }

  add(group: number, slot: number, amount: number): void {
    const skills = this.skillsOf[group]!;
    const { cells } = this;
    if (skills.length === 0) return;
    let index = 0;
    if (skills.length > 1) {
      index = this.extreme(group, slot, false);
      this.split[group]![slot * skills.length + index]! += amount;
    }
    cells.addLevel(slot, skills[index]!, amount);
    cells.renew(slot, skills[index]!);
  }

  remove(group: number, slot: number, amount: number): void {
    const skills = this.skillsOf[group]!;
    const { cells } = this;
    if (skills.length === 0) return;
    if (skills.length === 1) {
      cells.addLevel(slot, skills[0]!, -amount);
      cells.renew(slot, skills[0]!);
      return;
    }
    const split = this.split[group]!;
    let left = amount;
    while (left > DUST) {
      const index = this.extreme(group, slot, true);
      if (index < 0) return;
      const there = split[slot * skills.length + index]!;
      const taken = left < there ? left : there;
      split[slot * skills.length + index]! -= taken;
      left -= taken;
      cells.addLevel(slot, skills[index]!, -taken);
      cells.renew(slot, skills[index]!);
    }
  }

  /** Moves presence from the skill worth least to the one worth most, one step for each group and slot. */
  share(): void {
    const { cells } = this;
    this.skillsOf.forEach((skills, group) => {
      if (skills.length < 2) return;
      const split = this.split[group]!;
      for (let slot = 0; slot < this.slotCount; slot++) {
        const from = this.extreme(group, slot, true);
        if (from < 0) continue;
        const to = this.extreme(group, slot, false);
        const gap = cells.price(slot, skills[to]!) - cells.price(slot, skills[from]!);
        if (gap <= DUST) continue;
        const at = slot * skills.length;
        const even = gap / (2 * cells.rho);
        const step = even < split[at + from]! ? even : split[at + from]!;
        split[at + from]! -= step;
        split[at + to]! += step;
        cells.addLevel(slot, skills[from]!, -step);
        cells.addLevel(slot, skills[to]!, step);
        cells.renew(slot, skills[from]!);
        cells.renew(slot, skills[to]!);
      }
    });
  }

  copy(): readonly Float64Array[] {
    return this.split.map((each) => Float64Array.from(each));
  }

  copyFrom(other: readonly Float64Array[]): void {
    this.split.forEach((each, group) => each.set(other[group]!));
  }

  /** Index of the group's skill worth most in the slot or, of those that hold presence, worth least; -1 when none does. */
  private extreme(group: number, slot: number, least: boolean): number {
    const skills = this.skillsOf[group]!;
    const { pi, skillCount } = this.cells;
    const split = this.split[group]!;
    let found = -1;
    let best = INFINITE;
    for (let i = 0; i < skills.length; i++) {
      if (least && split[slot * skills.length + i]! <= DUST) continue;
      const price = pi[slot * skillCount + skills[i]!]!;
      const value = least ? price : -price;
      if (value < best) {
        best = value;
        found = i;
      }
    }
    return found;
  }
}

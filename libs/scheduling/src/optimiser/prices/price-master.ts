import type { PreparedProblem } from '../problem/prepare.js';
import type { TourSpace } from '../problem/tour-space.js';
import { TourProgramme } from '../tour/tour-programme.js';
import { emptyTour, OPEN_BOUNDARY, type Tour, type WeekBoundary } from '../tour/tour.js';
import { baselineCells, type BaselineCell } from './baseline-block.js';
import { PriceCells } from './price-cells.js';

/** One agent-week's part of the relaxed roster: an average of tours. */
interface Block {
  readonly space: TourSpace;
  /** First slot and presence by `(slot - first) * skills + skill of the group`. */
  readonly first: number;
  readonly presence: Float64Array;
  ownCost: number;
  started: boolean;
}

/**
 * Prices of slots and skills by an augmented Lagrangian (roster.md section 3): the convex relaxation in which each agent
 * works an average of tours. Blocks are agents; each is improved by a Frank-Wolfe step whose oracle is the exact tour
 * programme; the multipliers then take over the prices. The Lagrange bound of any prices is valid.
 */
export class PriceMaster {
  readonly cells: PriceCells;
  readonly blocks: readonly Block[];
  private readonly skillsOf: readonly (readonly number[])[];
  private readonly gain: Float64Array;
  private readonly bestSkill: Int32Array;
  private readonly tour: Tour;
  private readonly baseline: readonly BaselineCell[];

  constructor(
    private readonly prepared: PreparedProblem,
    private readonly programme: TourProgramme,
  ) {
    const { table, groups, frame } = prepared;
    this.skillsOf = groups.masks.map((mask) => table.columns.flatMap((_, bit) => ((mask >> bit) & 1 ? [bit] : [])));
    this.cells = new PriceCells(table, mostAgents(prepared, this.skillsOf));
    this.gain = new Float64Array(frame.paddedSlots);
    this.bestSkill = new Int32Array(frame.slotCount);
    this.tour = emptyTour(prepared.tourSize);
    this.baseline = baselineCells(prepared.baseline, this.skillsOf);
    for (const { slot, skills, split } of this.baseline)
      skills.forEach((skill, i) => this.cells.addLevel(slot, skill, split[i]!));
    this.blocks = prepared.spaces.map((space) => this.emptyBlock(space));
    this.cells.renewAll();
  }

  private emptyBlock(space: TourSpace): Block {
    const { pad, slotCount } = this.prepared.frame;
    let first = slotCount;
    let last = 0;
    space.pattern.forEach((index, choice) => {
      if (index < 0) return;
      const start = space.startSlot[choice]! - pad;
      first = Math.min(first, Math.max(0, start));
      last = Math.max(last, Math.min(slotCount, start + this.prepared.patterns[index]!.lengthSlots));
    });
    const size = Math.max(0, last - first) * this.skillsOf[space.group]!.length;
    return { space, first, presence: new Float64Array(size), ownCost: 0, started: false };
  }

  /** Improves one agent's average tour against the present prices. */
  step(unit: number): void {
    const block = this.blocks[unit]!;
    this.priceGroup(block.space.group);
    const value = this.programme.best(block.space, this.gain, OPEN_BOUNDARY, this.tour);
    if (value === Number.POSITIVE_INFINITY) return;
    if (!block.started) {
      block.started = true;
      this.blend(block, 1);
      return;
    }
    const { now, square } = this.measure(block);
    const gap = now - value;
    if (gap <= 1e-9) return;
    this.blend(block, square <= 0 ? 1 : Math.min(1, gap / (this.cells.rho * square)));
  }

  /** Fixes one agent on its best tour at the present prices (its average left out); the tour is written into `out`. */
  fix(unit: number, boundary: WeekBoundary, out: Tour): number {
    const block = this.blocks[unit]!;
    this.scale(block, 0);
    this.priceGroup(block.space.group);
    const value = this.programme.best(block.space, this.gain, boundary, this.tour);
    if (value === Number.POSITIVE_INFINITY) return value;
    this.blend(block, 1);
    copyInto(this.tour, out);
    return value;
  }

  /** Shares given presence over the skills that need it most, one step for each cell. */
  stepBaseline(): void {
    const { cells } = this;
    for (const { slot, skills, share, split } of this.baseline) {
      let best = 0;
      for (let i = 1; i < skills.length; i++)
        if (cells.price(slot, skills[i]!) > cells.price(slot, skills[best]!)) best = i;
      let gap = 0;
      let square = 0;
      for (let i = 0; i < skills.length; i++) {
        const move = (i === best ? share : 0) - split[i]!;
        gap += move * cells.price(slot, skills[i]!);
        square += move * move;
      }
      const step = square <= 1e-12 ? 0 : Math.min(1, gap / (cells.rho * square));
      for (let i = 0; i < skills.length; i++) {
        const move = step * ((i === best ? share : 0) - split[i]!);
        split[i]! += move;
        cells.addLevel(slot, skills[i]!, move);
        cells.renew(slot, skills[i]!);
      }
    }
  }

  /** Lagrange bound of the multipliers: no roster costs less. Infinite when an agent has no tour at all; null when stopped. */
  bound(shouldStop: () => boolean): number | null {
    const { cells } = this;
    let bound = cells.conjugate();
    for (const { slot, skills, share } of this.baseline) {
      bound -= share * Math.max(...skills.map((skill) => cells.multiplier(slot, skill)));
    }
    let priced = -1;
    for (const unit of this.byGroup()) {
      if (shouldStop()) return null;
      const { space } = this.blocks[unit]!;
      if (space.group !== priced) this.priceGroup(space.group, true);
      priced = space.group;
      bound += this.programme.best(space, this.gain, OPEN_BOUNDARY, this.tour);
    }
    return bound;
  }

  /** Keeps the relaxed roster as it stands; the answer brings it back. */
  keep(): () => void {
    const cells = this.cells.copy();
    const kept = this.blocks.map(({ presence, ownCost }) => ({ presence: Float64Array.from(presence), ownCost }));
    return () => {
      kept.forEach(({ presence, ownCost }, unit) => {
        const block = this.blocks[unit]!;
        block.presence.set(presence);
        block.ownCost = ownCost;
      });
      this.cells.copyFrom(cells);
    };
  }

  /** Worth of one more agent of the group in every padded slot, at the multipliers. */
  groupPrices(group: number): Float64Array {
    this.priceGroup(group, true);
    return Float64Array.from(this.gain);
  }

  private byGroup(): number[] {
    return [...this.blocks.keys()].sort((a, b) => this.blocks[a]!.space.group - this.blocks[b]!.space.group || a - b);
  }

  private priceGroup(group: number, atMultipliers = false): void {
    const { pad, slotCount } = this.prepared.frame;
    const skills = this.skillsOf[group]!;
    const values = atMultipliers ? this.cells.mu : this.cells.pi;
    const width = this.cells.skillCount;
    if (skills.length === 0) {
      this.gain.fill(0);
      return;
    }
    for (let slot = 0; slot < slotCount; slot++) {
      let best = values[slot * width + skills[0]!]!;
      let index = 0;
      for (let i = 1; i < skills.length; i++) {
        const price = values[slot * width + skills[i]!]!;
        if (price > best) {
          best = price;
          index = i;
        }
      }
      this.gain[slot + pad] = best;
      this.bestSkill[slot] = index;
    }
  }

  /** Value of the block's average at the prices, and the squared distance from it to the tour found. */
  private measure(block: Block): { now: number; square: number } {
    const skills = this.skillsOf[block.space.group]!;
    const { presence, first } = block;
    const { pi, skillCount } = this.cells;
    let now = block.ownCost;
    let square = this.tour.slotCount;
    for (let i = 0, cell = 0; cell < presence.length; i++) {
      for (let k = 0; k < skills.length; k++, cell++) {
        const share = presence[cell]!;
        if (share === 0) continue;
        now -= share * pi[(first + i) * skillCount + skills[k]!]!;
        square += share * share;
      }
    }
    if (skills.length === 0) return { now, square: 0 };
    for (let i = 0; i < this.tour.slotCount; i++) {
      const slot = this.tour.slots[i]!;
      square -= 2 * presence[(slot - first) * skills.length + this.bestSkill[slot]!]!;
    }
    return { now, square };
  }

  /** Moves the block's average by `step` towards the tour found. */
  private blend(block: Block, step: number): void {
    const skills = this.skillsOf[block.space.group]!;
    this.scale(block, 1 - step);
    block.ownCost += step * this.tour.ownCost;
    if (skills.length === 0) return;
    for (let i = 0; i < this.tour.slotCount; i++) {
      const slot = this.tour.slots[i]!;
      const index = this.bestSkill[slot]!;
      block.presence[(slot - block.first) * skills.length + index]! += step;
      this.cells.addLevel(slot, skills[index]!, step);
      this.cells.renew(slot, skills[index]!);
    }
  }

  private scale(block: Block, factor: number): void {
    const skills = this.skillsOf[block.space.group]!;
    const { presence, first } = block;
    for (let i = 0, cell = 0; cell < presence.length; i++) {
      for (let k = 0; k < skills.length; k++, cell++) {
        const share = presence[cell]!;
        if (share === 0) continue;
        // An average forgets tours it moved away from; tiny shares would only cost time.
        const kept = share * factor < 1e-6 ? 0 : share * factor;
        presence[cell] = kept;
        this.cells.addLevel(first + i, skills[k]!, kept - share);
        this.cells.renew(first + i, skills[k]!);
      }
    }
    block.ownCost *= factor;
  }
}

function copyInto(from: Tour, to: Tour): void {
  to.choice.set(from.choice);
  to.places.set(from.places);
  to.slots.set(from.slots);
  to.slotCount = from.slotCount;
  to.ownCost = from.ownCost;
}

/** Most agents that can ever be on each skill: a valid limit of the cells' conjugates. */
function mostAgents(prepared: PreparedProblem, skillsOf: readonly (readonly number[])[]): Int32Array {
  const most = new Int32Array(prepared.table.columns.length);
  for (const group of prepared.groups.ofAgent) for (const skill of skillsOf[group]!) most[skill]!++;
  return most;
}

import type { CoverState } from '../cover/cover-state.js';
import { PART_EARLIEST, PART_FIELDS, PART_LATEST, PART_LENGTH, type ShiftPattern } from '../problem/shift-pattern.js';
import type { SlotFrame } from '../problem/slot-frame.js';
import { BreakPlacer } from '../tour/best-breaks.js';

/** A shift under search: its breaks' places are changed in place. */
export interface SearchedShift {
  readonly pattern: ShiftPattern;
  readonly startSlot: number;
  readonly places: Int32Array;
  /** 1 where another activity, such as a training, leaves no room for a break, by slot of the shift. */
  readonly blocked: Uint8Array;
  readonly group: number;
  /** Cost of a run of contact work by its slots; null: none. */
  readonly runCost: Float64Array | null;
  /** The agent's own worth of contact work by padded slot; null: none. */
  readonly ownWorth: Float64Array | null;
}

/** Above any price: a break never lies in a training. */
const FORBIDDEN = 1e9;
const NOISE = 1e-7;
/** Rounds over all shifts at most; a handful is the rule. */
const MOST_ROUNDS = 30;

/** Best response of one shift's breaks after another, until a whole round changes nothing. The cost never rises. */
export class BreakSearch {
  private readonly placer: BreakPlacer;
  private readonly found: Int32Array;
  private readonly noRuns: Float64Array;

  constructor(
    private readonly cover: CoverState,
    private readonly frame: SlotFrame,
    private readonly shifts: readonly SearchedShift[],
  ) {
    const parts = Math.max(1, ...shifts.map(({ pattern }) => pattern.partCount));
    const longest = Math.max(1, ...shifts.map(({ pattern }) => pattern.lengthSlots));
    this.placer = new BreakPlacer(frame.paddedSlots, parts, Math.max(widest(shifts), longest + 1));
    this.found = new Int32Array(parts);
    this.noRuns = new Float64Array(longest + 1);
    for (const shift of shifts) this.change(shift, 1);
  }

  run(): void {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      let changed = false;
      for (const shift of this.shifts) changed = this.improve(shift) || changed;
      if (!changed) return;
    }
  }

  private improve(shift: SearchedShift): boolean {
    const before = this.costWith(shift);
    this.change(shift, -1);
    const loss = this.place(shift);
    const held = Int32Array.from(shift.places);
    if (loss < FORBIDDEN) shift.places.set(this.found.subarray(0, held.length));
    this.change(shift, 1);
    if (this.costWith(shift) < before - NOISE) return true;
    this.change(shift, -1);
    shift.places.set(held);
    this.change(shift, 1);
    return false;
  }

  /** Finds the best places for the shift, which is out of the cover; the gain they give up. */
  private place({ pattern, startSlot, blocked, group, runCost, ownWorth }: SearchedShift): number {
    const { placer } = this;
    const gain = this.cover.gainOf(group);
    let total = 0;
    placer.sums[startSlot] = 0;
    for (let i = 0; i < pattern.lengthSlots; i++) {
      const slot = startSlot + i;
      total += blocked[i] === 1 ? FORBIDDEN : gain[slot]! + (ownWorth?.[slot] ?? 0);
      placer.sums[slot + 1] = total;
    }
    const runs = runCost && pattern.activitiesInterrupt ? runCost : this.noRuns;
    const loss = placer.lossWithRuns(pattern, startSlot, runs);
    if (loss < FORBIDDEN) placer.place(pattern, startSlot, { runCost: runs, out: this.found, offset: 0 });
    return loss;
  }

  /** Cost of the cover and of what this shift alone is charged for. */
  private costWith(shift: SearchedShift): number {
    const { pattern, runCost, ownWorth, startSlot } = shift;
    let cost = this.cover.cost;
    if (ownWorth) this.eachSlot(shift, (slot) => (cost -= ownWorth[slot]!));
    if (!runCost || !pattern.activitiesInterrupt) return cost;
    let from = startSlot;
    for (let part = 0; part < pattern.partCount; part++) {
      cost += runCost[shift.places[part]! - from]!;
      from = shift.places[part]! + pattern.parts[part * PART_FIELDS + PART_LENGTH]!;
    }
    return cost + runCost[startSlot + pattern.lengthSlots - from]!;
  }

  private change(shift: SearchedShift, by: 1 | -1): void {
    const { cover, frame } = this;
    this.eachSlot(shift, (slot) =>
      by === 1 ? cover.add(slot - frame.pad, shift.group) : cover.remove(slot - frame.pad, shift.group),
    );
  }

  private isInside(slot: number): boolean {
    return slot >= this.frame.pad && slot < this.frame.pad + this.frame.slotCount;
  }

  /** Padded slots of the horizon in which the shift is on contact work. */
  private eachSlot({ pattern, startSlot, places, blocked }: SearchedShift, visit: (slot: number) => void): void {
    let part = 0;
    for (let i = 0; i < pattern.lengthSlots; i++) {
      const slot = startSlot + i;
      const lengthOf = (at: number) => pattern.parts[at * PART_FIELDS + PART_LENGTH]!;
      while (part < pattern.partCount && slot >= places[part]! + lengthOf(part)) part++;
      if (part < pattern.partCount && slot >= places[part]!) continue;
      if (blocked[i] === 0 && this.isInside(slot)) visit(slot);
    }
  }
}

function widest(shifts: readonly SearchedShift[]): number {
  let most = 1;
  for (const { pattern } of shifts) {
    for (let part = 0; part < pattern.partCount; part++) {
      const at = part * PART_FIELDS;
      most = Math.max(most, pattern.parts[at + PART_LATEST]! - pattern.parts[at + PART_EARLIEST]! + 1);
    }
  }
  return most;
}

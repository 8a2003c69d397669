import type { Tour } from '../tour/tour.js';
import type { ThreadTeam } from './thread-team.js';

/** Best tours of some units as they travel between threads: values, and the slots one after another. */
interface PackedTours {
  readonly values: Float64Array;
  readonly ownCosts: Float64Array;
  readonly slotCounts: Int32Array;
  readonly slots: Int32Array;
}

/** Writes the best tour of the unit and returns its value. */
export type FindTour = (unit: number, out: Tour) => number;

/** Best tours of many units for given prices, each found by one thread and told to all. */
export class SharedTours {
  private slots = new Int32Array(0);

  constructor(
    private readonly team: ThreadTeam,
    /** Reused for every tour told; its choices and places are not filled in for those of other threads. */
    private readonly scratch: Tour,
  ) {}

  /**
   * Tells value, slots and own cost of each unit's best tour, in the order of the units, the same on every thread. The
   * threads take neighbouring units. False when stopped; nothing may have been told then.
   */
  forEach(
    units: ArrayLike<number>,
    find: FindTour,
    tell: (unit: number, value: number, tour: Tour) => void,
    shouldStop: () => boolean,
  ): boolean {
    const { rank, size } = this.team;
    const from = Math.floor((units.length * rank) / size);
    const until = Math.floor((units.length * (rank + 1)) / size);
    const own = this.pack(units, { from, until, find, shouldStop });
    const parts = own && this.team.exchange(own, shouldStop);
    if (!parts) return false;
    let at = 0;
    for (const part of parts) at = this.unpack(part, units, { at, tell });
    return true;
  }

  private pack(
    units: ArrayLike<number>,
    run: { readonly from: number; readonly until: number; readonly find: FindTour; readonly shouldStop: () => boolean },
  ): PackedTours | null {
    const { scratch } = this;
    const count = run.until - run.from;
    const part = {
      values: new Float64Array(count),
      ownCosts: new Float64Array(count),
      slotCounts: new Int32Array(count),
    };
    if (this.slots.length < count * scratch.slots.length) this.slots = new Int32Array(count * scratch.slots.length);
    let end = 0;
    for (let i = 0; i < count; i++) {
      if (run.shouldStop()) return null;
      const value = run.find(units[run.from + i]!, scratch);
      part.values[i] = value;
      if (value === Number.POSITIVE_INFINITY) continue;
      part.ownCosts[i] = scratch.ownCost;
      part.slotCounts[i] = scratch.slotCount;
      for (let slot = 0; slot < scratch.slotCount; slot++) this.slots[end++] = scratch.slots[slot]!;
    }
    return { ...part, slots: this.slots.slice(0, end) };
  }

  private unpack(
    part: PackedTours,
    units: ArrayLike<number>,
    to: { readonly at: number; readonly tell: (unit: number, value: number, tour: Tour) => void },
  ): number {
    const { scratch } = this;
    let from = 0;
    for (let i = 0; i < part.values.length; i++) {
      const count = part.slotCounts[i]!;
      for (let slot = 0; slot < count; slot++) scratch.slots[slot] = part.slots[from++]!;
      scratch.slotCount = count;
      scratch.ownCost = part.ownCosts[i]!;
      to.tell(units[to.at + i]!, part.values[i]!, scratch);
    }
    return to.at + part.values.length;
  }
}

import type { TourSpace } from '../problem/tour-space.js';
import type { Tour } from '../tour/tour.js';
import type { GroupPresence } from './group-presence.js';

/** A tour as the prices see it: the slots it serves and what it costs by itself. */
interface PricedTour {
  readonly slots: Int16Array | Int32Array;
  readonly ownCost: number;
  share: number;
  /** Value at the prices it was last judged by. */
  value: number;
  /** Rounds since it was last used. */
  idle: number;
}

/** Tours kept for one agent at most; unused ones give way. */
const MOST_TOURS = 30;
const DUST = 1e-7;
/** Past every slot. */
const NO_SLOT = 0x7fff_ffff;

/** One agent-week's part of the relaxed roster: an average of the tours found so far. */
export class TourBlock {
  tours: PricedTour[] = [];

  constructor(readonly space: TourSpace) {}

  get started(): boolean {
    return this.tours.length > 0;
  }

  /** Keeps a tour for later steps, unless it is known; where it stands in {@link tours}. */
  keep(tour: Tour): number {
    const known = this.tours.findIndex((each) => isSame(each, tour));
    if (known >= 0) return known;
    if (this.tours.length >= MOST_TOURS) this.forget();
    const slots = tour.slots.slice(0, tour.slotCount);
    return this.tours.push({ slots, ownCost: tour.ownCost, share: 0, value: 0, idle: 0 }) - 1;
  }

  /** Makes the tour the agent's only one. */
  fix(tour: Tour, presence: GroupPresence): void {
    this.clear(presence);
    this.give(this.tours[this.keep(tour)]!, 1, presence);
  }

  /** Takes the agent's presence away. */
  clear(presence: GroupPresence): void {
    for (const tour of this.tours) if (tour.share > 0) this.give(tour, -tour.share, presence);
  }

  /** Starts with the tour where the agent has no presence yet. */
  start(index: number, presence: GroupPresence): void {
    this.give(this.tours[index]!, 1, presence);
  }

  /**
   * Moves share from the used tour of the highest value to the one of the least (or to `towards`), as far as the quadratic
   * weight lets the prices fall; how much the value differed.
   */
  step(values: Float64Array, rho: number, presence: GroupPresence): number {
    const { group } = this.space;
    let worst: PricedTour | null = null;
    let best: PricedTour | null = null;
    for (const tour of this.tours) {
      let value = tour.ownCost;
      const { slots } = tour;
      for (let i = 0; i < slots.length; i++) value -= presence.worth(values, group, slots[i]!);
      tour.value = value;
      if (best === null || value < best.value) best = tour;
      if (tour.share > 0 && (worst === null || value > worst.value)) worst = tour;
    }
    if (!worst || !best || worst === best) return 0;
    const gap = worst.value - best.value;
    if (gap <= 1e-9) return 0;
    this.move(worst, best, gap / rho, presence);
    return gap;
  }

  /** Least value of the tours kept, for prices by cell. */
  least(values: Float64Array, presence: GroupPresence): number {
    let least = Number.POSITIVE_INFINITY;
    for (const { slots, ownCost } of this.tours) {
      let value = ownCost;
      for (let i = 0; i < slots.length; i++) value -= presence.worth(values, this.space.group, slots[i]!);
      if (value < least) least = value;
    }
    return least;
  }

  shares(): readonly number[] {
    return this.tours.map((tour) => tour.share);
  }

  private move(from: PricedTour, to: PricedTour, overSquare: number, presence: GroupPresence): void {
    const { group } = this.space;
    let differing = 0;
    forDifferent(from.slots, to.slots, () => differing++);
    let step = differing === 0 ? from.share : Math.min(from.share, overSquare / differing);
    if (from.share - step < DUST) step = from.share;
    forDifferent(from.slots, to.slots, (slot, leaving) =>
      leaving ? presence.remove(group, slot, step) : presence.add(group, slot, step),
    );
    from.share -= step;
    to.share += step;
    to.idle = 0;
  }

  private give(tour: PricedTour, share: number, presence: GroupPresence): void {
    const { group } = this.space;
    for (const slot of tour.slots) {
      if (share > 0) presence.add(group, slot, share);
      else presence.remove(group, slot, -share);
    }
    tour.share += share;
  }

  private forget(): void {
    let stale = -1;
    this.tours.forEach((tour, index) => {
      if (tour.share > 0) return;
      tour.idle++;
      if (stale < 0 || tour.idle >= this.tours[stale]!.idle) stale = index;
    });
    if (stale >= 0) this.tours.splice(stale, 1);
  }
}

function isSame(kept: PricedTour, tour: Tour): boolean {
  if (kept.ownCost !== tour.ownCost || kept.slots.length !== tour.slotCount) return false;
  for (let i = 0; i < tour.slotCount; i++) if (kept.slots[i] !== tour.slots[i]) return false;
  return true;
}

/** Slots in just one of two ascending lists; `leaving` where it is the first one's. */
function forDifferent(
  from: Int16Array | Int32Array,
  to: Int16Array | Int32Array,
  visit: (slot: number, leaving: boolean) => void,
): void {
  let i = 0;
  let j = 0;
  while (i < from.length || j < to.length) {
    const a = i < from.length ? from[i]! : NO_SLOT;
    const b = j < to.length ? to[j]! : NO_SLOT;
    if (a === b) {
      i++;
      j++;
    } else if (a < b) {
      visit(a, true);
      i++;
    } else {
      visit(b, false);
      j++;
    }
  }
}

import { copyTour, emptyTour, type Tour, type TourSize } from '../tour/tour.js';

/** Tours that changed together, so that taking only some of them over may make no sense. */
export interface JointChange {
  readonly units: readonly number[];
  readonly tours: readonly Tour[];
}

/**
 * Which agents accepted steps have tied together since the last {@link JointChanges.take}. Agents and not single weeks,
 * because the weeks of one agent must fit together.
 */
export class JointChanges {
  /** Union-find over agents. */
  private readonly parent: Int32Array;
  private readonly touched: number[] = [];

  constructor(private readonly agentOf: readonly number[]) {
    this.parent = Int32Array.from({ length: Math.max(-1, ...agentOf) + 1 }, (_, agent) => agent);
  }

  /** The first `count` units changed in one step. */
  note(units: Int32Array, count: number): void {
    for (let i = 0; i < count; i++) {
      this.touched.push(units[i]!);
      this.parent[this.root(this.agentOf[units[i]!]!)] = this.root(this.agentOf[units[0]!]!);
    }
  }

  /** The changes from `before` to `now`, in order of their least unit; forgets what was noted. */
  take(before: readonly Tour[], now: readonly Tour[]): JointChange[] {
    const parts = new Map<number, number[]>();
    for (const unit of [...new Set(this.touched)].sort((a, b) => a - b)) {
      if (isSame(before[unit]!, now[unit]!)) continue;
      const root = this.root(this.agentOf[unit]!);
      const part = parts.get(root);
      if (part) part.push(unit);
      else parts.set(root, [unit]);
    }
    for (const unit of this.touched.splice(0)) this.parent[this.agentOf[unit]!] = this.agentOf[unit]!;
    return [...parts.values()].map((units) => ({ units, tours: units.map((unit) => copyOf(now[unit]!)) }));
  }

  private root(agent: number): number {
    let at = agent;
    while (this.parent[at] !== at) {
      this.parent[at] = this.parent[this.parent[at]!]!;
      at = this.parent[at]!;
    }
    return at;
  }
}

/** What differs between two rosters, as one change. */
export function changeBetween(before: readonly Tour[], now: readonly Tour[]): JointChange {
  const units = [...before.keys()].filter((unit) => !isSame(before[unit]!, now[unit]!));
  return { units, tours: units.map((unit) => copyOf(now[unit]!)) };
}

/** Room for copies of `tours`. */
export function copiesOf(tours: readonly Tour[], size: TourSize): Tour[] {
  return tours.map((tour) => {
    const copy = emptyTour(size);
    copyTour(tour, copy);
    return copy;
  });
}

/** A copy that is only read, to be sent. */
function copyOf(tour: Tour): Tour {
  const slots = tour.slots.slice(0, tour.slotCount);
  return { ...tour, choice: tour.choice.slice(), places: tour.places.slice(), slots };
}

function isSame(a: Tour, b: Tour): boolean {
  return (
    a.slotCount === b.slotCount &&
    a.ownCost === b.ownCost &&
    a.choice.every((choice, day) => choice === b.choice[day]) &&
    a.places.every((place, i) => place === b.places[i]) &&
    sameSlots(a, b)
  );
}

function sameSlots(a: Tour, b: Tour): boolean {
  for (let i = 0; i < a.slotCount; i++) if (a.slots[i] !== b.slots[i]) return false;
  return true;
}

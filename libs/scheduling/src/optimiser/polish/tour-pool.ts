import type { PreparedProblem } from '../problem/prepare.js';
import type { TourSpace } from '../problem/tour-space.js';
import type { Tour } from '../tour/tour.js';

/** Tours kept in all; the oldest of a unit give way. */
const MOST_TOURS = 20_000;

/** Distinct long tours met in a run, by unit: what the choice among whole tours chooses from. */
export class TourPool {
  private readonly unitOf: Map<TourSpace, number>;
  private readonly known: readonly Map<string, Tour>[];
  private readonly mostOfUnit: number;

  constructor(private readonly prepared: PreparedProblem) {
    const { spaces } = prepared;
    this.unitOf = new Map(spaces.map((space, unit) => [space, unit]));
    this.known = spaces.map(() => new Map<string, Tour>());
    this.mostOfUnit = Math.max(20, Math.floor(MOST_TOURS / Math.max(1, spaces.length)));
  }

  /** Keeps a copy of the tour unless one with the same shifts is there. */
  add(space: TourSpace, tour: Tour): void {
    const known = this.known[this.unitOf.get(space)!]!;
    const key = tour.choice.join();
    if (known.has(key)) return;
    if (known.size >= this.mostOfUnit) known.delete(known.keys().next().value!);
    known.set(key, {
      ...tour,
      choice: tour.choice.slice(),
      places: tour.places.slice(),
      slots: tour.slots.slice(0, tour.slotCount),
    });
  }

  /** The unit's tours of least value at the prices by padded slot, at most so many and within the gap of the least. */
  cheapest(unit: number, price: Float64Array, within: { readonly most: number; readonly gap: number }): Tour[] {
    const { pad } = this.prepared.frame;
    const valued = [...this.known[unit]!.values()].map((tour) => {
      let value = tour.ownCost;
      for (let i = 0; i < tour.slotCount; i++) value -= price[tour.slots[i]! + pad]!;
      return { tour, value };
    });
    valued.sort((a, b) => a.value - b.value);
    const least = valued[0]?.value ?? 0;
    return valued
      .slice(0, within.most)
      .filter(({ value }) => value <= least + within.gap)
      .map(({ tour }) => tour);
  }
}

import { PART_FIELDS, PART_LENGTH, type ShiftPattern } from '../problem/shift-pattern.js';
import type { TourSpace } from '../problem/tour-space.js';
import { BreakPlacer } from './best-breaks.js';
import type { Tour } from './tour.js';

export interface ProgrammeSize {
  readonly paddedSlots: number;
  readonly pad: number;
  readonly slotCount: number;
  readonly maxParts: number;
  readonly maxWindow: number;
}

/** What each choice of a space is worth at the gains of the slots, with its activities at their best places. */
export class ShiftValues {
  /** By choice: own cost minus gain of the slots served. */
  values = new Float64Array(0);
  /** Added to the value of each choice while set. */
  choicePrices: Float64Array | null = null;
  private readonly placer: BreakPlacer;

  constructor(
    private readonly patterns: readonly ShiftPattern[],
    private readonly size: ProgrammeSize,
  ) {
    this.placer = new BreakPlacer(size.paddedSlots, size.maxParts, size.maxWindow);
  }

  /** Takes over the gains, by padded slot; before any {@link valueChoices}. */
  priceSlots(space: TourSpace, gain: Float64Array): void {
    const { size } = this;
    const { sums } = this.placer;
    const until = size.pad + size.slotCount;
    const { ownWorth } = space;
    let total = 0;
    for (let slot = size.pad; slot < until; slot++) {
      total += ownWorth ? gain[slot]! + ownWorth[slot]! : gain[slot]!;
      sums[slot + 1] = total;
    }
    sums.fill(total, until + 1);
  }

  /** {@link priceSlots} of the padded slots `from` to `until - 1` alone, for choices that lie within. */
  priceWindow(space: TourSpace, gain: Float64Array, from: number, until: number): void {
    const { sums } = this.placer;
    const { ownWorth } = space;
    let total = 0;
    sums[from] = 0;
    for (let slot = from; slot < until; slot++) {
      total += ownWorth ? gain[slot]! + ownWorth[slot]! : gain[slot]!;
      sums[slot + 1] = total;
    }
  }

  /** Brings the values of the choices `from` to `until - 1` up to date. */
  valueChoices(space: TourSpace, from: number, until: number): void {
    const { placer } = this;
    const { sums } = placer;
    const count = space.pattern.length;
    if (this.values.length < count) this.values = new Float64Array(count);
    for (let choice = from; choice < until; choice++) {
      const index = space.pattern[choice]!;
      if (index < 0) {
        // Given shifts serve whatever the tour: their cover is the problem's baseline.
        this.values[choice] = space.cost[choice]!;
        continue;
      }
      const pattern = this.patterns[index]!;
      const start = space.startSlot[choice]!;
      const presence = sums[start + pattern.lengthSlots]! - sums[start]!;
      const { runCost } = space;
      const loss =
        runCost && pattern.activitiesInterrupt
          ? placer.lossWithRuns(pattern, start, runCost)
          : placer.loss(pattern, start);
      this.values[choice] = space.cost[choice]! - presence + loss;
    }
    const { choicePrices } = this;
    if (choicePrices) for (let choice = from; choice < until; choice++) this.values[choice]! += choicePrices[choice]!;
  }

  /** Places the activities of the choice worked on the day and adds its slots and its costs of places to the tour. */
  writeDay(space: TourSpace, choice: number, day: number, out: Tour): void {
    const { pad, slotCount, maxParts } = this.size;
    const index = space.pattern[choice]!;
    if (index < 0) return;
    const pattern = this.patterns[index]!;
    const start = space.startSlot[choice]!;
    const runCost = pattern.activitiesInterrupt ? space.runCost : null;
    this.placer.place(pattern, start, { runCost, out: out.places, offset: day * maxParts });
    if (runCost) out.ownCost += runsCost(pattern, runCost, out.places, { start, offset: day * maxParts });
    let part = 0;
    for (let slot = start; slot < start + pattern.lengthSlots; slot++) {
      while (
        part < pattern.partCount &&
        slot >= out.places[day * maxParts + part]! + pattern.parts[part * PART_FIELDS + PART_LENGTH]!
      )
        part++;
      const away = part < pattern.partCount && slot >= out.places[day * maxParts + part]!;
      const inside = slot - pad >= 0 && slot - pad < slotCount;
      if (away || !inside) continue;
      out.slots[out.slotCount++] = slot - pad;
      if (space.ownWorth) out.ownCost -= space.ownWorth[slot]!;
    }
  }
}

/** Cost of the runs of contact work that the places leave. */
export function runsCost(
  pattern: ShiftPattern,
  runCost: Float64Array,
  places: Int32Array,
  at: { readonly start: number; readonly offset: number },
): number {
  let cost = 0;
  let from = at.start;
  for (let part = 0; part < pattern.partCount; part++) {
    const place = places[at.offset + part]!;
    cost += runCost[place - from]!;
    from = place + pattern.parts[part * PART_FIELDS + PART_LENGTH]!;
  }
  return cost + runCost[at.start + pattern.lengthSlots - from]!;
}

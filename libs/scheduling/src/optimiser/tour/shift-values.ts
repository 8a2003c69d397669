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
  /** Slots off contact work of a shift of each pattern. */
  private readonly slotsAway: Float64Array;
  /** Least gain of a slot priced by {@link priceWindow}, 0 at most; where several windows are in use, the least of all. */
  leastGain = 0;

  constructor(
    private readonly patterns: readonly ShiftPattern[],
    private readonly size: ProgrammeSize,
  ) {
    this.placer = new BreakPlacer(size.paddedSlots, size.maxParts, size.maxWindow);
    this.slotsAway = Float64Array.from(patterns, slotsAwayOf);
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
    let leastGain = 0;
    sums[from] = 0;
    const { pad, slotCount } = this.size;
    for (let slot = from; slot < until; slot++) {
      const isInside = slot >= pad && slot < pad + slotCount;
      const worth = !isInside ? 0 : ownWorth ? gain[slot]! + ownWorth[slot]! : gain[slot]!;
      if (worth < leastGain) leastGain = worth;
      total += worth;
      sums[slot + 1] = total;
    }
    this.leastGain = leastGain;
  }

  /** What the choice is worth at least, for little work: its activities give up no less than the least gain. After {@link priceWindow}. */
  leastValue(space: TourSpace, choice: number): number {
    const index = space.pattern[choice]!;
    if (index < 0) return space.cost[choice]!;
    const { sums } = this.placer;
    const start = space.startSlot[choice]!;
    const presence = sums[start + this.patterns[index]!.lengthSlots]! - sums[start]!;
    return space.cost[choice]! - presence + this.slotsAway[index]! * this.leastGain;
  }

  /** Brings the values of the choices `from` to `until - 1` up to date. */
  valueChoices(space: TourSpace, from: number, until: number): void {
    const count = space.pattern.length;
    if (this.values.length < count) this.values = new Float64Array(count);
    for (let choice = from; choice < until; choice++) this.values[choice] = this.valueOf(space, choice);
    const { choicePrices } = this;
    if (choicePrices) for (let choice = from; choice < until; choice++) this.values[choice]! += choicePrices[choice]!;
  }

  /** Value of one choice, without {@link choicePrices}. */
  valueOf(space: TourSpace, choice: number): number {
    const { placer } = this;
    const { sums } = placer;
    const index = space.pattern[choice]!;
    // Given shifts serve whatever the tour: their cover is the problem's baseline.
    if (index < 0) return space.cost[choice]!;
    const pattern = this.patterns[index]!;
    const start = space.startSlot[choice]!;
    const presence = sums[start + pattern.lengthSlots]! - sums[start]!;
    const { runCost } = space;
    const loss =
      runCost && pattern.activitiesInterrupt
        ? placer.lossWithRuns(pattern, start, runCost)
        : placer.loss(pattern, start);
    return space.cost[choice]! - presence + loss;
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

function slotsAwayOf({ parts, partCount }: ShiftPattern): number {
  let away = 0;
  for (let part = 0; part < partCount; part++) away += parts[part * PART_FIELDS + PART_LENGTH]!;
  return away;
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

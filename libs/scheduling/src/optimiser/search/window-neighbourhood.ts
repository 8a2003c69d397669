import { DAYS } from '../problem/tour-space.js';
import type { RandomSource } from '../random-source.js';
import { copyTour, emptyTour, type Tour } from '../tour/tour.js';
import { servesWithin } from './moves/presence.js';
import type { RuinContext } from './ruin-context.js';
import type { SearchState } from './search-state.js';
import { WindowChange, type DayWindow } from './window-change.js';

/** Agents whose windows are taken out at once at most. */
const MOST_TAKEN = 4;
/** Days of a window at most. */
const MOST_DAYS = 9;
/** Shares of the steps in which all but the last to come back see capped gains. */
const CAPPED_SHARE = 0.4;
/** Shares of the steps in which they see gains blurred. */
const BLUR_SHARE = 0.4;

export interface WindowStepOptions {
  readonly random: RandomSource;
  /** Worth of presence in every padded slot for each group: caps what filling a shortage counts for. */
  readonly prices: readonly Float64Array[];
  readonly accepts: (rise: number) => boolean;
}

/**
 * Steps of the search on windows of days: the same few days of some agents are taken out and put back one after another by
 * exact best response, each agent's other days staying. For long tours without rules across agents.
 */
export class WindowNeighbourhood {
  private readonly change: WindowChange;
  private readonly held: readonly Tour[];
  private readonly capped: Float64Array;
  /** Cost of one slot short of one agent. */
  private readonly price: number;
  private window: DayWindow = { from: 0, until: 0 };

  constructor(
    private readonly state: SearchState,
    private readonly context: RuinContext,
    private readonly options: WindowStepOptions,
  ) {
    this.change = new WindowChange(state);
    this.held = Array.from({ length: MOST_TAKEN }, () => emptyTour(state.prepared.tourSize));
    this.capped = new Float64Array(state.prepared.frame.paddedSlots);
    this.price =
      state.prepared.problem.demand.reduce(
        (most, { weights }) => Math.max(most, (weights ?? state.prepared.problem.weights).underStaffing[0]),
        0,
      ) * state.prepared.table.slotScale;
  }

  /** One step; whether the roster changed. The units changed are in the context. */
  step(): boolean {
    const { state, context } = this;
    this.choose();
    const { chosen, count } = context;
    if (count === 0) return false;
    const before = state.cost;
    for (let i = 0; i < count; i++) {
      copyTour(state.tours[chosen[i]!]!, this.held[i]!);
      this.take(chosen[i]!);
    }
    this.recreate();
    if (this.options.accepts(state.cost - before)) return true;
    for (let i = 0; i < count; i++) {
      const unit = chosen[i]!;
      this.take(unit);
      copyTour(this.held[i]!, state.tours[unit]!);
      this.put(unit);
    }
    return false;
  }

  /** A window around a slot that is short, one with too many, or any; those who could serve there or do, and others. */
  private choose(): void {
    const { state, context } = this;
    const { random } = this.options;
    const { cover } = state;
    context.clear();
    const start = random.below(cover.cellCount);
    const kind = random.below(5);
    const found = kind < 2 ? cover.nextShort(start) : kind < 4 ? cover.nextSurplus(start) : start;
    const cell = found < 0 ? start : found;
    const slot = Math.floor(cell / cover.skillCount);
    const bit = 1 << (cell % cover.skillCount);
    const day = Math.floor((slot * state.prepared.frame.slotMinutes) / 1440);
    const days = state.prepared.problem.weeks * DAYS;
    const width = 1 + random.below(Math.min(MOST_DAYS, days));
    const from = Math.max(0, Math.min(days - width, day - random.below(width)));
    this.window = { from, until: from + width };
    const { masks } = state.prepared.groups;
    const size = 1 + random.below(MOST_TAKEN);
    const isLong = (unit: number) => state.spaceOf(unit).long !== null;
    if (kind < 4) {
      const wanted = kind >= 2;
      context.chooseWhere(
        1 + random.below(size),
        (unit) =>
          isLong(unit) &&
          (masks[state.spaceOf(unit).group]! & bit) !== 0 &&
          servesWithin(state, unit, slot, slot + 1) === wanted,
      );
    }
    context.chooseWhere(size, isLong);
  }

  private recreate(): void {
    const { context } = this;
    const { random } = this.options;
    const { chosen, count } = context;
    const draw = random.fraction();
    const cap = draw < CAPPED_SHARE ? 1 + 2 * random.fraction() : 0;
    const blur = draw > 1 - BLUR_SHARE ? this.price * random.fraction() ** 2 : 0;
    for (let i = 0; i < count; i++) {
      const isLast = i === count - 1 && count > 1;
      this.respond(chosen[i]!, isLast ? 0 : cap, isLast ? 0 : blur);
      this.put(chosen[i]!);
    }
    // All but the last came back before they knew the others.
    for (let i = 0; i < count - 1; i++) {
      this.take(chosen[i]!);
      this.respond(chosen[i]!, 0, 0);
      this.put(chosen[i]!);
    }
  }

  /**
   * Best response; with a cap, filling a shortage counts for no more than so many times its price; with a blur, presence is
   * worth up to so much more or less at random.
   */
  private respond(unit: number, cap: number, blur: number): void {
    const { state, change, window, capped } = this;
    const { pad, slotCount } = state.prepared.frame;
    const { group } = state.spaceOf(unit);
    const reach = change.reachOf(unit, window);
    const from = Math.max(0, reach.from - pad);
    const until = Math.min(slotCount, reach.until - pad);
    const gain = state.cover.gainOf(group, from, until);
    if (cap === 0 && blur === 0) {
      change.respond(unit, window, gain);
      return;
    }
    const price = this.options.prices[group]!;
    for (let slot = from + pad; slot < until + pad; slot++) {
      if (blur > 0) {
        capped[slot] = gain[slot]! + blur * (2 * this.options.random.fraction() - 1);
        continue;
      }
      const most = price[slot]! > 0 ? cap * price[slot]! + 1 : 1;
      capped[slot] = gain[slot]! < most ? gain[slot]! : most;
    }
    change.respond(unit, window, capped);
  }

  private take(unit: number): void {
    const { from, until } = this.change.slotsOf(unit, this.window);
    this.state.takeSlots(unit, from, until);
  }

  private put(unit: number): void {
    const { from, until } = this.change.slotsOf(unit, this.window);
    this.state.putSlots(unit, from, until);
  }
}

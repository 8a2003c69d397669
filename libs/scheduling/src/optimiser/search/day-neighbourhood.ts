import { DAYS } from '../problem/tour-space.js';
import type { RandomSource } from '../random-source.js';
import { copyTour, emptyTour, type Tour } from '../tour/tour.js';
import { DayChange } from './day-change.js';
import { servesWithin } from './moves/presence.js';
import type { RuinContext } from './ruin-context.js';
import type { SearchState } from './search-state.js';

/** Shifts taken out at once at most. */
const MOST_TAKEN = 4;

export interface DayStepOptions {
  readonly random: RandomSource;
  /** Gains of a group with shortages worth no more than a factor of their price: for all but the last to come back. */
  readonly capped: (gain: Float64Array, group: number, factor: number) => Float64Array;
  readonly accepts: (rise: number) => boolean;
}

/**
 * Steps of the search on single days: a few shifts of one day are taken out and put back one after another at their best
 * time, each agent's other days staying. Not for rosters with rules across agents.
 */
export class DayNeighbourhood {
  private readonly change: DayChange;
  private readonly held: readonly Tour[];
  private day = 0;

  constructor(
    private readonly state: SearchState,
    private readonly context: RuinContext,
    private readonly options: DayStepOptions,
  ) {
    this.change = new DayChange(state);
    this.held = Array.from({ length: MOST_TAKEN }, () => emptyTour(state.prepared.tourSize));
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

  /** Shifts of one day: around a slot that is short, around one with too many, or any. */
  private choose(): void {
    const { state, context, change } = this;
    const { random } = this.options;
    const { cover } = state;
    context.clear();
    const start = random.below(cover.cellCount);
    const kind = random.below(5);
    const found = kind < 2 ? cover.nextShort(start) : kind < 4 ? cover.nextSurplus(start) : start;
    const cell = found < 0 ? start : found;
    const slot = Math.floor(cell / cover.skillCount);
    const bit = 1 << (cell % cover.skillCount);
    const on = Math.floor((slot * state.prepared.frame.slotMinutes) / 1440);
    const week = Math.floor(on / DAYS);
    this.day = on % DAYS;
    const { masks } = state.prepared.groups;
    const size = 1 + random.below(MOST_TAKEN);
    const suits = (unit: number) => state.spaceOf(unit).week === week && change.allows(unit, this.day);
    const there = (unit: number) => servesWithin(state, unit, slot, slot + 1);
    if (kind < 4) {
      const wanted = kind >= 2;
      context.chooseWhere(
        1 + random.below(size),
        (unit) => (masks[state.spaceOf(unit).group]! & bit) !== 0 && suits(unit) && there(unit) === wanted,
      );
    }
    context.chooseWhere(size, suits);
  }

  private recreate(): void {
    const { state, context, change } = this;
    const { random, capped } = this.options;
    const { chosen, count } = context;
    const cap = random.fraction() < 0.7 ? 1 + 2 * random.fraction() : 0;
    for (let i = 0; i < count; i++) {
      const { group } = state.spaceOf(chosen[i]!);
      const gain = state.cover.gainOf(group);
      change.respond(chosen[i]!, this.day, cap === 0 || i === count - 1 ? gain : capped(gain, group, cap));
      this.put(chosen[i]!);
    }
    // All but the last came back before they knew the others.
    for (let i = 0; i < count - 1; i++) {
      this.take(chosen[i]!);
      change.respond(chosen[i]!, this.day, state.cover.gainOf(state.spaceOf(chosen[i]!).group));
      this.put(chosen[i]!);
    }
  }

  private take(unit: number): void {
    const { from, until } = this.change.slotsOf(unit, this.day);
    this.state.takeSlots(unit, from, until);
  }

  private put(unit: number): void {
    const { from, until } = this.change.slotsOf(unit, this.day);
    this.state.putSlots(unit, from, until);
  }
}

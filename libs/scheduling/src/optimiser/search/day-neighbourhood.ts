import { DAYS } from '../problem/tour-space.js';
import { DayChange } from './day-change.js';
import { PartNeighbourhood, type PartStepOptions } from './part-neighbourhood.js';
import type { RuinContext } from './ruin-context.js';
import type { SearchState } from './search-state.js';

/** Shortages worth no more than a factor of their price, in the padded slots from `from` to `until - 1`. */
export interface Cap {
  readonly factor: number;
  readonly from: number;
  readonly until: number;
}

export interface DayStepOptions extends PartStepOptions {
  /** Gains of a group with shortages capped, in those slots alone: for all but the last to come back. */
  readonly capped: (gain: Float64Array, group: number, cap: Cap) => Float64Array;
}

/**
 * Steps of the search on single days: a few shifts of one day are taken out and put back one after another at their best
 * time, each agent's other days staying. Not for rosters with rules across agents.
 */
export class DayNeighbourhood extends PartNeighbourhood<DayStepOptions> {
  private readonly change: DayChange;
  private day = 0;

  constructor(state: SearchState, context: RuinContext, options: DayStepOptions) {
    super(state, context, options);
    this.change = new DayChange(state);
  }

  /** Shifts of one day: around a slot that is short, around one with too many, or any. */
  protected choose(): void {
    const { state, context, change } = this;
    context.clear();
    const place = this.drawPlace();
    const on = Math.floor((place.slot * state.prepared.frame.slotMinutes) / 1440);
    const week = Math.floor(on / DAYS);
    this.day = on % DAYS;
    this.chooseAround(place, (unit) => state.spaceOf(unit).week === week && change.allows(unit, this.day));
  }

  protected recreate(): void {
    const { random } = this.options;
    const { chosen, count } = this.context;
    const cap = random.fraction() < 0.7 ? 1 + 2 * random.fraction() : 0;
    for (let i = 0; i < count; i++) {
      this.respond(chosen[i]!, i === count - 1 ? 0 : cap);
      this.put(chosen[i]!);
    }
    // All but the last came back before they knew the others.
    for (let i = 0; i < count - 1; i++) {
      this.take(chosen[i]!);
      this.respond(chosen[i]!, 0);
      this.put(chosen[i]!);
    }
  }

  /** Best response; with a cap, filling a shortage counts for no more than so many times its price. */
  private respond(unit: number, factor: number): void {
    const { state, change, day } = this;
    const { pad, slotCount } = state.prepared.frame;
    const reach = change.reachOf(unit, day);
    const from = Math.max(pad, reach.from);
    const until = Math.min(pad + slotCount, reach.until);
    const { group } = state.spaceOf(unit);
    const gain = state.cover.gainOf(group, from - pad, until - pad);
    change.respond(unit, day, factor === 0 ? gain : this.options.capped(gain, group, { factor, from, until }));
  }

  protected slotsOf(unit: number): { readonly from: number; readonly until: number } {
    return this.change.slotsOf(unit, this.day);
  }
}

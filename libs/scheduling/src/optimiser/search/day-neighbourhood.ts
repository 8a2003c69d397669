import { DAYS } from '../problem/tour-space.js';
import { DayChange } from './day-change.js';
import { PartNeighbourhood, type PartStepOptions } from './part-neighbourhood.js';
import type { RuinContext } from './ruin-context.js';
import type { SearchState } from './search-state.js';

export interface DayStepOptions extends PartStepOptions {
  /** Gains of a group with shortages worth no more than a factor of their price: for all but the last to come back. */
  readonly capped: (gain: Float64Array, group: number, factor: number) => Float64Array;
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

  protected slotsOf(unit: number): { readonly from: number; readonly until: number } {
    return this.change.slotsOf(unit, this.day);
  }
}

import { DayChange } from './day-change.js';
import { DaySteps, type DayStepOptions } from './day-steps.js';
import type { RuinContext } from './ruin-context.js';
import type { SearchState } from './search-state.js';

/**
 * Steps of the search on single days: a few shifts of one day are taken out and put back one after another at their best
 * time, each agent's other days staying. Not for rosters with rules across agents.
 */
export class DayNeighbourhood extends DaySteps {
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
    const { week, day } = this.dayOf(place);
    this.day = day;
    this.chooseAround(place, (unit) => state.spaceOf(unit).week === week && change.allows(unit, day));
  }

  protected respond(unit: number, factor: number): void {
    const { change, day } = this;
    change.respond(unit, day, this.gainWithin(unit, change.reachOf(unit, day), factor));
  }

  protected slotsOf(unit: number): { readonly from: number; readonly until: number } {
    return this.change.slotsOf(unit, this.day);
  }
}

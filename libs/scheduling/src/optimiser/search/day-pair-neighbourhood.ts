import { DAYS } from '../problem/tour-space.js';
import { DayPairChange, type DayPair } from './day-pair-change.js';
import { DaySteps, type DayStepOptions } from './day-steps.js';
import type { Place } from './part-neighbourhood.js';
import type { RuinContext } from './ruin-context.js';
import type { SearchState } from './search-state.js';

/**
 * Steps of the search on two days of a week: both days of a few agents are taken out and put back one after another by exact
 * best response, so that work can move from one day to the other. Not for rosters with rules across agents.
 */
export class DayPairNeighbourhood extends DaySteps {
  private readonly change: DayPairChange;
  private pair: DayPair = { first: 0, second: 1 };

  constructor(state: SearchState, context: RuinContext, options: DayStepOptions) {
    super(state, context, options);
    this.change = new DayPairChange(state);
  }

  /** An agent whose work could move to a short slot's day or away from a surplus, and others who work on either of the days. */
  protected choose(): void {
    const { state, context, change } = this;
    const { random } = this.options;
    context.clear();
    const place = this.drawPlace();
    const { week, day } = this.dayOf(place);
    const other = (day + 1 + random.below(DAYS - 1)) % DAYS;
    this.pair = { first: Math.min(day, other), second: Math.max(day, other) };
    const suits = (unit: number) => state.spaceOf(unit).week === week && change.allows(unit, this.pair);
    context.chooseWhere(1, (unit) => suits(unit) && this.canMove(unit, place, { day, other }));
    if (context.count > 0) this.chooseAround(place, suits);
  }

  private canMove(unit: number, { skill, who }: Place, { day, other }: { day: number; other: number }): boolean {
    const { change, state } = this;
    const comes = change.couldWork(unit, day);
    const goes = change.couldWork(unit, other);
    if (who === 'any') return comes || goes;
    return (
      (who === 'not-there' ? comes : goes) && (state.prepared.groups.masks[state.spaceOf(unit).group]! & skill) !== 0
    );
  }

  protected respond(unit: number, factor: number): void {
    const { change, pair } = this;
    this.gainWithin(unit, change.reachOf(unit, pair.first), factor);
    // The same array, now right on both days.
    const gain = this.gainWithin(unit, change.reachOf(unit, pair.second), factor);
    change.respond(unit, pair, gain);
  }

  protected override take(unit: number): void {
    const first = this.slotsOf(unit);
    const second = this.change.slotsOf(unit, this.pair.second);
    this.state.takeCover(unit, second.from, second.until);
    this.state.takeSlots(unit, first.from, first.until);
  }

  protected override put(unit: number): void {
    const first = this.slotsOf(unit);
    const second = this.change.slotsOf(unit, this.pair.second);
    this.state.putSlots(unit, first.from, first.until);
    this.state.putCover(unit, second.from, second.until);
  }

  protected slotsOf(unit: number): { readonly from: number; readonly until: number } {
    return this.change.slotsOf(unit, this.pair.first);
  }
}

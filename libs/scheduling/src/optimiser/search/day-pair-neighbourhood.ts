import { DAYS } from '../problem/tour-space.js';
import { DayPairChange, type DayPair } from './day-pair-change.js';
import type { DayStepOptions } from './day-neighbourhood.js';
import { PartNeighbourhood, type Place } from './part-neighbourhood.js';
import type { RuinContext } from './ruin-context.js';
import type { SearchState } from './search-state.js';

/** Share of the steps in which all but the last to come back see capped gains. */
const CAPPED_SHARE = 0.7;

/**
 * Steps of the search on two days of a week: both days of a few agents are taken out and put back one after another by exact
 * best response, so that work can move from one day to the other. Not for rosters with rules across agents.
 */
export class DayPairNeighbourhood extends PartNeighbourhood<DayStepOptions> {
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
    const on = Math.floor((place.slot * state.prepared.frame.slotMinutes) / 1440);
    const week = Math.floor(on / DAYS);
    const day = on % DAYS;
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

  protected recreate(): void {
    const { random } = this.options;
    const { chosen, count } = this.context;
    const cap = random.fraction() < CAPPED_SHARE ? 1 + 2 * random.fraction() : 0;
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

  private respond(unit: number, factor: number): void {
    const { state, change, pair } = this;
    const { pad, slotCount } = state.prepared.frame;
    const { group } = state.spaceOf(unit);
    let gain = state.cover.gainOf(group, 0, 0);
    for (const day of [pair.first, pair.second]) {
      const reach = change.reachOf(unit, day);
      const from = Math.max(pad, reach.from);
      const until = Math.min(pad + slotCount, reach.until);
      const worth = state.cover.gainOf(group, from - pad, until - pad);
      gain = factor === 0 ? worth : this.options.capped(worth, group, { factor, from, until });
    }
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

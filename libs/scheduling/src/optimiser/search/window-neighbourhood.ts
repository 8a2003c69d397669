import { DAYS } from '../problem/tour-space.js';
import { PartNeighbourhood, type PartStepOptions } from './part-neighbourhood.js';
import type { RuinContext } from './ruin-context.js';
import type { SearchState } from './search-state.js';
import { WindowChange, type DayWindow } from './window-change.js';

/** Days of a window at most. */
const MOST_DAYS = 9;
/** Shares of the steps in which all but the last to come back see capped gains. */
const CAPPED_SHARE = 0.4;
/** Shares of the steps in which they see gains blurred. */
const BLUR_SHARE = 0.4;

export interface WindowStepOptions extends PartStepOptions {
  /** Worth of presence in every padded slot for each group: caps what filling a shortage counts for. */
  readonly prices: readonly Float64Array[];
}

/**
 * Steps of the search on windows of days: the same few days of some agents are taken out and put back one after another by
 * exact best response, each agent's other days staying. For long tours without rules across agents.
 */
export class WindowNeighbourhood extends PartNeighbourhood<WindowStepOptions> {
  private readonly change: WindowChange;
  private readonly capped: Float64Array;
  /** Cost of one slot short of one agent. */
  private readonly price: number;
  private window: DayWindow = { from: 0, until: 0 };

  constructor(state: SearchState, context: RuinContext, options: WindowStepOptions) {
    super(state, context, options);
    this.change = new WindowChange(state);
    this.capped = new Float64Array(state.prepared.frame.paddedSlots);
    this.price =
      state.prepared.problem.demand.reduce(
        (most, { weights }) => Math.max(most, (weights ?? state.prepared.problem.weights).underStaffing[0]),
        0,
      ) * state.prepared.table.slotScale;
  }

  /** A window around a slot that is short, one with too many, or any; those who could serve there or do, and others. */
  protected choose(): void {
    const { state, context } = this;
    const { random } = this.options;
    context.clear();
    const place = this.drawPlace();
    const day = Math.floor((place.slot * state.prepared.frame.slotMinutes) / 1440);
    const days = state.prepared.problem.weeks * DAYS;
    const width = 1 + random.below(Math.min(MOST_DAYS, days));
    const from = Math.max(0, Math.min(days - width, day - random.below(width)));
    this.window = { from, until: from + width };
    this.chooseAround(place, (unit) => state.spaceOf(unit).long !== null);
  }

  protected recreate(): void {
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

  protected slotsOf(unit: number): DayWindow {
    return this.change.slotsOf(unit, this.window);
  }
}

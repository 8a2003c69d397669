import { DAYS } from '../problem/tour-space.js';
import { PartNeighbourhood, type PartStepOptions, type Place } from './part-neighbourhood.js';
import type { SlotReach } from './shift-reach.js';

/** Share of the steps in which all but the last to come back see capped gains. */
const CAPPED_SHARE = 0.7;

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

/** Steps on days of a week: those taken out come back one after another by best response, twice but for the last. */
export abstract class DaySteps extends PartNeighbourhood<DayStepOptions> {
  /** Writes the best response into the unit's tour; with a factor, filling a shortage counts for no more than so many times its price. */
  protected abstract respond(unit: number, factor: number): void;

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

  /** The week of a place and its day, 0..6. */
  protected dayOf({ slot }: Place): { readonly week: number; readonly day: number } {
    const on = Math.floor((slot * this.state.prepared.frame.slotMinutes) / 1440);
    return { week: Math.floor(on / DAYS), day: on % DAYS };
  }

  /** Gains of the unit's group, brought up to date where its shifts reach; capped with a factor. */
  protected gainWithin(unit: number, reach: SlotReach, factor: number): Float64Array {
    const { state } = this;
    const { pad, slotCount } = state.prepared.frame;
    const { group } = state.spaceOf(unit);
    const from = Math.max(pad, reach.from);
    const until = Math.min(pad + slotCount, reach.until);
    const gain = state.cover.gainOf(group, from - pad, until - pad);
    return factor === 0 ? gain : this.options.capped(gain, group, { factor, from, until });
  }
}

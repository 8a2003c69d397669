import type { RandomSource } from '../random-source.js';
import { copyTour, emptyTour, type Tour } from '../tour/tour.js';
import { servesWithin } from './moves/presence.js';
import type { RuinContext } from './ruin-context.js';
import type { SearchState } from './search-state.js';

/** Agents of which a part is taken out at once at most. */
const MOST_TAKEN = 4;

export interface PartStepOptions {
  readonly random: RandomSource;
  readonly accepts: (rise: number) => boolean;
}

/** Where a step begins. */
export interface Place {
  readonly slot: number;
  /** The skill, as a bit of a group's mask. */
  readonly skill: number;
  /** Whether to take who serves there, who does not but could, or anybody. */
  readonly who: 'there' | 'not-there' | 'any';
}

/**
 * A step of the search on a part of some agents' tours: the part is taken out of each and comes back one after another, the
 * rest of each tour staying; when the roster is not accepted, all is as before. What a part is, its subclass says.
 */
export abstract class PartNeighbourhood<Options extends PartStepOptions> {
  private readonly held: readonly Tour[];

  constructor(
    protected readonly state: SearchState,
    protected readonly context: RuinContext,
    protected readonly options: Options,
  ) {
    this.held = Array.from({ length: MOST_TAKEN }, () => emptyTour(state.prepared.tourSize));
  }

  /** Chooses the part and, in the context, the units. */
  protected abstract choose(): void;
  /** Writes the best part into the tour of the chosen unit at that place and puts it back, one after another. */
  protected abstract recreate(): void;
  /** Places of the part's slots in the tour of the unit. */
  protected abstract slotsOf(unit: number): { readonly from: number; readonly until: number };

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

  /** A slot that is short of a skill, one with too many, or any. */
  protected drawPlace(): Place {
    const { cover } = this.state;
    const { random } = this.options;
    const start = random.below(cover.cellCount);
    const kind = random.below(5);
    const found = kind < 2 ? cover.nextShort(start) : kind < 4 ? cover.nextSurplus(start) : start;
    const cell = found < 0 ? start : found;
    return {
      slot: Math.floor(cell / cover.skillCount),
      skill: 1 << (cell % cover.skillCount),
      who: kind < 2 ? 'not-there' : kind < 4 ? 'there' : 'any',
    };
  }

  /** Chooses up to {@link MOST_TAKEN} of the units that suit: some for the place, then any. */
  protected chooseAround({ slot, skill, who }: Place, suits: (unit: number) => boolean): void {
    const { state, context } = this;
    const { random } = this.options;
    const { masks } = state.prepared.groups;
    const size = 1 + random.below(MOST_TAKEN);
    if (who !== 'any') {
      const wanted = who === 'there';
      context.chooseWhere(
        1 + random.below(size),
        (unit) =>
          (masks[state.spaceOf(unit).group]! & skill) !== 0 &&
          suits(unit) &&
          servesWithin(state, unit, slot, slot + 1) === wanted,
      );
    }
    context.chooseWhere(size, suits);
  }

  protected take(unit: number): void {
    const { from, until } = this.slotsOf(unit);
    this.state.takeSlots(unit, from, until);
  }

  protected put(unit: number): void {
    const { from, until } = this.slotsOf(unit);
    this.state.putSlots(unit, from, until);
  }
}

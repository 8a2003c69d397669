import type { PreparedProblem } from '../problem/prepare.js';
import type { TourSpace } from '../problem/tour-space.js';
import type { TourProgramme } from '../tour/tour-programme.js';
import { copyTour, emptyTour, OPEN_BOUNDARY, type Tour, type WeekBoundary } from '../tour/tour.js';
import { GroupPresence } from './group-presence.js';
import { SharedTours } from '../threads/shared-tours.js';
import { ALONE, type ThreadTeam } from '../threads/thread-team.js';
import { PriceCells } from './price-cells.js';
import { TourBlock } from './tour-block.js';

/**
 * Of all agents, the share whose tours may be found at the same prices by all threads together: few enough that they do not
 * all answer the same shortage. Below so many for each thread it does not pay to wait for the others.
 */
const STEP_SHARE = 0.25;
const LEAST_STEPS_A_THREAD = 20;
const MOST_STEPS_A_THREAD = 125;
/** Agents between two looks at whether to stop, where no tours are computed: about a millisecond. */
const BLOCKS_A_LOOK = 8;

/**
 * Prices of slots and skills (roster.md section 3): the convex relaxation in which each agent works an average of tours.
 * Each agent's tours found so far are kept, so that the averages can be improved many times between two calls of the
 * exact tour programme. The Lagrange bound of any prices is valid.
 */
export class PriceMaster {
  readonly cells: PriceCells;
  readonly blocks: readonly TourBlock[];
  private readonly presence: GroupPresence;
  private readonly gain: Float64Array;
  private readonly tour: Tour;
  private readonly byGroup: readonly number[];
  private readonly shared: SharedTours;

  constructor(
    private readonly prepared: PreparedProblem,
    private readonly programme: TourProgramme,
    private readonly team: ThreadTeam = ALONE,
  ) {
    const { table, groups, frame } = prepared;
    const skillsOf = groups.masks.map((mask) => table.columns.flatMap((_, bit) => ((mask >> bit) & 1 ? [bit] : [])));
    this.cells = new PriceCells(table, mostAgents(prepared, skillsOf));
    this.presence = new GroupPresence(this.cells, skillsOf, frame.slotCount);
    this.gain = new Float64Array(frame.paddedSlots);
    this.tour = emptyTour(prepared.tourSize);
    this.shared = new SharedTours(team, this.tour);
    this.blocks = prepared.spaces.map((space) => new TourBlock(space));
    this.byGroup = [...this.blocks.keys()].sort(
      (a, b) => this.blocks[a]!.space.group - this.blocks[b]!.space.group || a - b,
    );
    this.cells.renewAll();
    for (const { slot, group, share } of prepared.baseline) this.presence.add(group, slot, share);
  }

  /**
   * Improves the agents' averages in turn, each against the prices that those before it leave, with its exact best tour
   * among its tours; several threads find the tours of some agents at once. False when stopped.
   */
  stepAll(units: Int32Array, shouldStop: () => boolean): boolean {
    const each = Math.min(MOST_STEPS_A_THREAD, Math.floor((units.length * STEP_SHARE) / this.team.size));
    if (this.team.size === 1 || each < LEAST_STEPS_A_THREAD) return this.stepAlone(units, shouldStop);
    for (let at = 0; at < units.length; at += each * this.team.size) {
      const some = units.subarray(at, at + each * this.team.size);
      const find = (unit: number, out: Tour) => this.bestAt(unit, this.cells.pi, out);
      if (!this.shared.forEach(some, find, (...found) => this.improve(...found), shouldStop)) return false;
    }
    return true;
  }

  /** {@link stepAll} by this thread alone, whatever the others do. */
  stepAlone(units: Int32Array, shouldStop: () => boolean): boolean {
    for (const unit of units) {
      if (shouldStop()) return false;
      this.improve(unit, this.bestAt(unit, this.cells.pi, this.tour), this.tour);
    }
    return true;
  }

  private improve(unit: number, value: number, tour: Tour): void {
    if (value === Number.POSITIVE_INFINITY) return;
    const block = this.blocks[unit]!;
    const fresh = !block.started;
    const index = block.keep(tour);
    if (fresh) block.start(index, this.presence);
    else block.step(this.cells.pi, this.cells.rho, this.presence);
  }

  private bestAt(unit: number, values: Float64Array, out: Tour): number {
    const { space } = this.blocks[unit]!;
    this.priceGroup(space.group, values);
    return this.programme.best(space, this.gain, this.boundaryOf(space), out);
  }

  /** What is certain about the time beside a tour: last week's shifts for an agent's first, nothing for the others. */
  private boundaryOf({ week, agent }: TourSpace): WeekBoundary {
    return week === 0 ? this.prepared.carried[agent]! : OPEN_BOUNDARY;
  }

  /** Improves all averages over the tours known, once each. False when stopped. */
  sweep(shouldStop: () => boolean): boolean {
    for (let unit = 0; unit < this.blocks.length; unit++) {
      if (unit % BLOCKS_A_LOOK === 0 && shouldStop()) return false;
      this.blocks[unit]!.step(this.cells.pi, this.cells.rho, this.presence);
    }
    this.presence.share();
    return true;
  }

  /** Fixes one agent on its best tour at the present prices (its average left out); the tour is written into `out`. */
  fix(unit: number, boundary: WeekBoundary, out: Tour): number {
    const block = this.blocks[unit]!;
    block.clear(this.presence);
    this.priceGroup(block.space.group, this.cells.pi);
    const value = this.programme.best(block.space, this.gain, boundary, this.tour);
    if (value === Number.POSITIVE_INFINITY) return value;
    block.fix(this.tour, this.presence);
    copyTour(this.tour, out);
    return value;
  }

  /** Evens the worths of a group's skills out. */
  share(): void {
    this.presence.share();
  }

  /**
   * Lagrange bound of the given multipliers by cell: no roster costs less. The best tours found on the way are kept.
   * Infinite when an agent has no tour at all; null when stopped.
   */
  bound(multipliers: Float64Array, shouldStop: () => boolean): number | null {
    let bound = this.cellsPart(multipliers);
    let priced = -1;
    const find = (unit: number, out: Tour): number => {
      const { space } = this.blocks[unit]!;
      if (space.group !== priced) this.priceGroup(space.group, multipliers);
      priced = space.group;
      const value = this.programme.best(space, this.gain, this.boundaryOf(space), out);
      // A bound counts what no tour goes below, also where the one found is not proved best.
      return Math.min(value, this.programme.least);
    };
    const tell = (unit: number, value: number, tour: Tour): void => {
      if (value < Number.POSITIVE_INFINITY) this.blocks[unit]!.keep(tour);
      bound += value;
    };
    return this.shared.forEach(this.byGroup, find, tell, shouldStop) ? bound : null;
  }

  /** What {@link bound} would be if agents had only the tours known: never less than the bound. Says nothing when stopped. */
  boundOfKnown(multipliers: Float64Array, shouldStop: () => boolean): number {
    let bound = this.cellsPart(multipliers);
    for (let unit = 0; unit < this.blocks.length; unit++) {
      if (unit % BLOCKS_A_LOOK === 0 && shouldStop()) break;
      bound += this.blocks[unit]!.least(multipliers, this.presence);
    }
    return bound;
  }

  /** Keeps the relaxed roster as it stands; the answer brings it back. */
  keep(): () => void {
    const cells = this.cells.copy();
    const split = this.presence.copy();
    const kept = this.blocks.map((block) => block.tours.map((tour) => ({ tour, share: tour.share })));
    return () => {
      kept.forEach((tours, unit) => {
        this.blocks[unit]!.tours = tours.map(({ tour, share }) => {
          tour.share = share;
          return tour;
        });
      });
      this.presence.copyFrom(split);
      this.cells.copyFrom(cells);
    };
  }

  /** Worth of one more agent of the group in every padded slot, at the multipliers. */
  groupPrices(group: number): Float64Array {
    this.priceGroup(group, this.cells.mu);
    return Float64Array.from(this.gain);
  }

  private cellsPart(multipliers: Float64Array): number {
    let part = this.cells.conjugate(multipliers);
    for (const { slot, group, share } of this.prepared.baseline)
      part -= share * this.presence.worth(multipliers, group, slot);
    return part;
  }

  private priceGroup(group: number, values: Float64Array): void {
    const { pad, slotCount } = this.prepared.frame;
    for (let slot = 0; slot < slotCount; slot++) this.gain[slot + pad] = this.presence.worth(values, group, slot);
  }
}

/** Most agents that can ever be on each skill: a valid limit of the cells' conjugates. */
function mostAgents(prepared: PreparedProblem, skillsOf: readonly (readonly number[])[]): Int32Array {
  const most = new Int32Array(prepared.table.columns.length);
  for (const group of prepared.groups.ofAgent) for (const skill of skillsOf[group]!) most[skill]!++;
  return most;
}

import type { LargeNeighbourhood } from '../search/large-neighbourhood.js';
import type { SearchState } from '../search/search-state.js';
import type { StopWatch } from '../search/stop-watch.js';
import { copyTour, type Tour } from '../tour/tour.js';
import { changeBetween, copiesOf, JointChanges, type JointChange } from './joint-changes.js';
import type { ThreadTeam } from './thread-team.js';

/** What one thread found in a round, to be sent to the others. */
export interface RoundPart {
  readonly cost: number;
  readonly changes: readonly JointChange[];
  /** Best roster of the round where it beats the best before, as a change of the roster the round began with. */
  readonly best: { readonly cost: number; readonly change: JointChange } | null;
  /** Steps of the thread so far. */
  readonly iterations: number;
}

/** Steps of one thread between two exchanges: enough to outweigh the exchange, few enough that changes seldom meet. */
const STEPS_RANGE = [96, 1024] as const;
const STEPS_A_UNIT = 1;
const NOISE = 1e-7;

export interface SharedSearchOptions {
  readonly team: ThreadTeam;
  readonly watch: StopWatch;
  /** The search of this thread, with its own random choices. */
  readonly search: LargeNeighbourhood;
  /** Best roster so far, kept up to date. */
  readonly best: readonly Tour[];
  readonly lowerBound: number;
  /** Without limits the search ends when nothing improves any more. */
  readonly unlimited: boolean;
  readonly onBest: (cost: number) => void;
}

/**
 * Large-neighbourhood search on several threads. All begin a round with the same roster, search on their own, and give
 * what they changed; the cheapest roster is taken, then of the others every change that still pays beside it. With many
 * agents most do, so that the threads' work adds up; with few the best thread's roster is what remains.
 */
export class SharedSearch {
  /** Of all threads together. */
  iterations = 0;
  private readonly joint: JointChanges;
  /** The roster the round began with. */
  private readonly begin: readonly Tour[];
  private readonly steps: number;
  private bestCost: number;
  private sinceBest = 0;

  constructor(
    private readonly state: SearchState,
    private readonly options: SharedSearchOptions,
  ) {
    const units = state.tours.length;
    this.joint = new JointChanges(state.prepared.spaces.map((space) => space.agent));
    this.begin = copiesOf(state.tours, state.prepared.tourSize);
    this.steps = Math.round(Math.max(STEPS_RANGE[0], Math.min(STEPS_RANGE[1], units * STEPS_A_UNIT)));
    this.bestCost = options.search.bestCost;
  }

  /** To be told of every accepted step of this thread's search. */
  readonly noteAccepted = (units: Int32Array, count: number): void => this.joint.note(units, count);

  /** Runs to the limits; why it stopped is in the watch. */
  run(): void {
    const { watch, search, team } = this.options;
    const shouldStop = () => watch.isInterrupted();
    while (!watch.stoppedBy) {
      search.run(search.iterations + this.steps);
      // A thread whose share of the steps is done, or whose roster is proven best, still tells the others.
      if (watch.stoppedBy === 'time' || watch.stoppedBy === 'cancel') return;
      const parts = team.exchange(this.part(), shouldStop);
      if (!parts) {
        watch.look();
        return;
      }
      this.join(parts);
    }
  }

  /** What this thread gives at the end of a round. */
  part(): RoundPart {
    const { search, best } = this.options;
    const improved = search.bestCost < this.bestCost - NOISE;
    return {
      cost: this.state.cost,
      changes: this.joint.take(this.begin, this.state.tours),
      best: improved ? { cost: search.bestCost, change: changeBetween(this.begin, best) } : null,
      iterations: search.iterations,
    };
  }

  /** Makes one roster of what all threads give: the same on each of them. */
  join(parts: readonly RoundPart[]): void {
    const { state, options } = this;
    const { search, watch } = options;
    this.goBack();
    const order = [...parts.keys()].sort((a, b) => parts[a]!.cost - parts[b]!.cost || a - b);
    const moved = new Set<number>();
    order.forEach((rank, place) => {
      for (const change of parts[rank]!.changes)
        if (place === 0 || this.mayTry(change, moved)) this.apply(change, place > 0, moved);
    });
    const before = this.iterations;
    this.iterations = parts.reduce((sum, part) => sum + part.iterations, 0);
    this.sinceBest += this.iterations - before;
    this.keepBest(parts);
    for (let unit = 0; unit < state.tours.length; unit++) copyTour(state.tours[unit]!, this.begin[unit]!);
    search.adopt(this.bestCost, this.sinceBest);
    if (this.bestCost <= options.lowerBound + 1e-6 || (options.unlimited && this.sinceBest > search.patience()))
      watch.stoppedBy ??= 'converged';
  }

  /** Back to the roster the round began with. */
  private goBack(): void {
    const { state, begin } = this;
    const { units } = changeBetween(begin, state.tours);
    for (const unit of units) state.take(unit);
    for (const unit of units) {
      copyTour(begin[unit]!, state.tours[unit]!);
      state.put(unit);
    }
  }

  /** Weeks of one agent hang together: a change is left out where another thread has moved the agent already. */
  private mayTry({ units }: JointChange, moved: ReadonlySet<number>): boolean {
    return units.every((unit) => !moved.has(this.state.spaceOf(unit).agent));
  }

  private apply({ units, tours }: JointChange, onlyIfItPays: boolean, moved: Set<number>): void {
    const { state, begin } = this;
    const before = state.cost;
    this.replace(units, tours);
    if (onlyIfItPays && state.cost > before + NOISE) {
      this.replace(
        units,
        units.map((unit) => begin[unit]!),
      );
      return;
    }
    for (const unit of units) moved.add(state.spaceOf(unit).agent);
  }

  private replace(units: readonly number[], tours: readonly Tour[]): void {
    const { state } = this;
    for (const unit of units) state.take(unit);
    units.forEach((unit, i) => {
      copyTour(tours[i]!, state.tours[unit]!);
      state.put(unit);
    });
  }

  /** The cheapest of the joined roster and what the threads met on their way becomes the best, where it is better. */
  private keepBest(parts: readonly RoundPart[]): void {
    const { state, options, begin } = this;
    let found = state.cost;
    let change: JointChange | null = null;
    for (const { best } of parts) {
      if (!best || best.cost >= found - NOISE) continue;
      found = best.cost;
      change = best.change;
    }
    if (found >= this.bestCost - NOISE) return;
    this.bestCost = found;
    this.sinceBest = 0;
    const source = change ? begin : state.tours;
    for (let unit = 0; unit < source.length; unit++) copyTour(source[unit]!, options.best[unit]!);
    change?.units.forEach((unit, i) => copyTour(change.tours[i]!, options.best[unit]!));
    options.onBest(found);
  }
}

import type { RandomSource } from '../random-source.js';
import { copyTour, emptyTour, type Tour } from '../tour/tour.js';
import { AnnealingAcceptance } from './accept.js';
import { DayNeighbourhood } from './day-neighbourhood.js';
import type { Cap, DayStepOptions } from './day-steps.js';
import { DayPairNeighbourhood } from './day-pair-neighbourhood.js';
import { RUIN_MOVES } from './moves/catalogue.js';
import type { RuinMove } from './moves/ruin-move.js';
import { RuinContext } from './ruin-context.js';
import type { SearchState } from './search-state.js';
import type { StopWatch } from './stop-watch.js';
import { hasVastTours } from '../tour/long-corridor.js';
import { WindowNeighbourhood } from './window-neighbourhood.js';

/** Agents taken out at once: at the start of the run and at its end. */
const MOST_TAKEN = 3;
const LEAST_TAKEN = 2;
/** Temperatures of the acceptance, cost units. The more units share the steps of a run, the cooler it has to begin. */
const WARM_TIMES_UNITS = 400;
const WARM_RANGE = [0.8, 16] as const;
/** Below so many units the cost of one slot is a high step between rosters: they begin as warm as their number says. */
const FEW_UNITS = 10;
/** How often the search of few units cools down. */
const COOLINGS_OF_FEW = 4;
const COLD = 0.3;
/** Price of the first band for which the temperatures are meant; where a shortage is dearer the search begins warmer. */
const USUAL_PRICE = 10;
const MOST_WARMER = 5;
const NOISE = 1e-7;
/** Shares of the steps in which all but the last to come back see capped gains, and gains blurred at random. */
const CAPPED_SHARE = 0.7;
const BLUR_SHARE = 0.1;
/** Most a blur changes the worth of a quarter of an hour, cost units, and for how long alike. */
const BLUR = 20;
const BLUR_MINUTES = 360;
/** Share of the steps that are on one or two days: those on one take a sixth of the time of those on whole tours. */
const DAY_SHARE = 0.94;
const DAY_SHARE_OF_FEW = 0.3;
/** From so many units on a run has too few steps for whole tours: the share then. */
const MANY_UNITS = 60;
const DAY_SHARE_OF_MANY = 0.98;
/** Share of the steps on days that are on two days of the week at once. */
const PAIR_SHARE = 0.2;
/** Share of the steps on long tours that are on windows of days: a hundredth of the time of those on whole tours. */
const WINDOW_SHARE = 0.98;

export interface NeighbourhoodOptions {
  readonly random: RandomSource;
  readonly watch: StopWatch;
  readonly iterationLimit: number | undefined;
  readonly timeLimitSeconds: number | undefined;
  /** Worth of presence in every padded slot for each group: caps what filling a shortage counts for. */
  readonly prices: readonly Float64Array[];
  /** Best roster so far, kept up to date. */
  readonly best: readonly Tour[];
  readonly bestCost: number;
  /** The search may end when the best cost is within this of it. */
  readonly lowerBound: number;
  readonly onBest: (cost: number, iterations: number) => void;
  readonly onIteration: (iterations: number) => void;
  /** Told the units of every accepted step: they changed together. */
  readonly onAccepted?: (units: Int32Array, count: number) => void;
}

/** Large-neighbourhood search (roster.md section 3, phase 4). The state holds a complete roster before and after. */
export class LargeNeighbourhood {
  iterations = 0;
  bestCost: number;
  private readonly context: RuinContext;
  private readonly acceptance: AnnealingAcceptance;
  private readonly moves: readonly RuinMove[];
  private readonly moveWeights: number;
  private readonly held: Tour[];
  private readonly capped: Float64Array;
  /** Null where rules across agents look at whole tours. */
  private readonly days: DayNeighbourhood | null;
  private readonly dayPairs: DayPairNeighbourhood | null;
  /** Where some tours are long and some are not, whole weeks keep half of the steps that are not on single days. */
  private readonly windowShare: number;
  /** Null where no tour is long. */
  private readonly windows: WindowNeighbourhood | null;
  private readonly isFew: boolean;
  private readonly dayShare: number;
  /** Steps since the best roster was found. */
  sinceBest = 0;

  constructor(
    private readonly state: SearchState,
    private readonly options: NeighbourhoodOptions,
  ) {
    this.bestCost = options.bestCost;
    this.context = new RuinContext(state, options.random);
    const units = Math.max(4, state.tours.length);
    const isByWeek = state.prepared.spaces.some((space) => space.long === null);
    this.isFew = isByWeek && units < FEW_UNITS;
    const warmest = this.isFew ? WARM_TIMES_UNITS / units : WARM_RANGE[1];
    const warm = Math.max(WARM_RANGE[0], Math.min(warmest, WARM_TIMES_UNITS / units));
    const price = state.prepared.problem.weights.underStaffing[0];
    const warmer = Math.max(1, Math.min(MOST_WARMER, price / USUAL_PRICE));
    this.acceptance = new AnnealingAcceptance(options.random, warm * warmer, isByWeek ? COLD * warmer : COLD);
    this.moves = RUIN_MOVES.filter((move) => move.supports(state.prepared));
    this.moveWeights = this.moves.reduce((sum, move) => sum + move.weight, 0);
    this.held = Array.from({ length: MOST_TAKEN + 1 }, () => emptyTour(state.prepared.tourSize));
    this.capped = new Float64Array(state.prepared.frame.paddedSlots);
    const dayOptions: DayStepOptions = {
      random: options.random,
      capped: (gain, group, cap) => this.cap(gain, group, cap),
      accepts: (rise) => this.acceptance.accepts(rise),
    };
    const hasDays = !state.team && isByWeek;
    this.days = hasDays ? new DayNeighbourhood(state, this.context, dayOptions) : null;
    this.dayPairs = hasDays ? new DayPairNeighbourhood(state, this.context, dayOptions) : null;
    this.dayShare = this.isFew ? DAY_SHARE_OF_FEW : units < MANY_UNITS ? DAY_SHARE : DAY_SHARE_OF_MANY;
    this.windowShare = this.days ? 0.5 : hasVastTours(state.prepared) ? 1 : WINDOW_SHARE;
    this.windows =
      state.team || state.prepared.spaces.every((space) => space.long === null)
        ? null
        : new WindowNeighbourhood(state, this.context, {
            random: options.random,
            prices: options.prices,
            accepts: (rise) => this.acceptance.accepts(rise),
          });
  }

  /** Runs to the limits, why it stopped is in the watch; or until so many steps have been made in all. */
  run(untilIterations = Number.POSITIVE_INFINITY): void {
    const { watch, iterationLimit, lowerBound } = this.options;
    const patience = this.patience();
    while (this.iterations < untilIterations) {
      if (watch.shouldStop()) return;
      const limitReached = iterationLimit !== undefined && this.iterations >= iterationLimit;
      const unlimited = iterationLimit === undefined && this.options.timeLimitSeconds === undefined;
      if (limitReached) watch.stoppedBy = 'iterations';
      else if (this.bestCost <= lowerBound + 1e-6 || (unlimited && this.sinceBest > patience))
        watch.stoppedBy = 'converged';
      if (watch.stoppedBy) return;
      this.iterations++;
      this.sinceBest++;
      const progress = this.progress();
      this.acceptance.progress = this.isFew ? (progress * COOLINGS_OF_FEW) % 1 : progress;
      if (this.days && this.options.random.fraction() < this.dayShare)
        this.fitDay(this.dayPairs && this.options.random.fraction() < PAIR_SHARE ? this.dayPairs : this.days);
      else if (this.windows && this.options.random.fraction() < this.windowShare) this.fitDay(this.windows);
      else this.iterate();
      this.options.onIteration(this.iterations);
    }
  }

  /** Steps without a better roster after which a run without limits ends. */
  patience(): number {
    return this.days ? 3000 + 450 * this.state.tours.length : 400 + 60 * this.state.tours.length;
  }

  /** Goes on from what others found: the state and the best roster have been changed from outside. */
  adopt(bestCost: number, sinceBest: number): void {
    this.bestCost = bestCost;
    this.sinceBest = sinceBest;
  }

  /** Share done: of the iteration limit where there is one, so that a run can be repeated; else of the time. */
  progress(): number {
    const { iterationLimit, timeLimitSeconds, watch } = this.options;
    if (iterationLimit !== undefined) return Math.min(1, this.iterations / iterationLimit);
    if (timeLimitSeconds !== undefined) return Math.min(1, watch.seconds() / timeLimitSeconds);
    return Math.min(1, this.iterations / this.patience());
  }

  /** A step on some shifts of one day, or on some agents' days. */
  private fitDay(days: DayNeighbourhood | DayPairNeighbourhood | WindowNeighbourhood): void {
    if (!days.step()) return;
    this.options.onAccepted?.(this.context.chosen, this.context.count);
    if (this.state.cost < this.bestCost - NOISE) this.keepBest();
  }

  private iterate(): void {
    const { state, context } = this;
    const { random } = this.options;
    context.clear();
    const most = Math.min(MOST_TAKEN + (LEAST_TAKEN - MOST_TAKEN) * this.acceptance.progress, state.tours.length);
    this.pickMove().propose(context, 1 + random.below(Math.max(1, Math.round(most))));
    if (context.count === 0) return;
    const before = state.cost;
    for (let i = 0; i < context.count; i++) {
      const unit = context.chosen[i]!;
      copyTour(state.tours[unit]!, this.held[i]!);
      state.take(unit);
    }
    const placed = this.recreate();
    const complete = placed === context.count;
    const rise = state.cost - before;
    if (complete && this.acceptance.accepts(rise)) {
      this.options.onAccepted?.(context.chosen, context.count);
      if (state.cost < this.bestCost - NOISE) this.keepBest();
      return;
    }
    this.restore(placed);
  }

  /** Puts the chosen units back in random order by best response; how many found a tour. */
  private recreate(): number {
    const { state, context } = this;
    const { random } = this.options;
    this.shuffleChosen();
    const draw = random.fraction();
    const cap = draw < CAPPED_SHARE ? 1 + 2 * random.fraction() : 0;
    const blurred = draw > 1 - BLUR_SHARE;
    const { pad, slotCount } = state.prepared.frame;
    for (let i = 0; i < context.count; i++) {
      const unit = context.chosen[i]!;
      const { group } = state.spaceOf(unit);
      const gain = state.cover.gainOf(group);
      const last = i === context.count - 1;
      const limited = { factor: cap, from: pad, until: pad + slotCount };
      const seen = last ? gain : cap > 0 ? this.cap(gain, group, limited) : blurred ? this.blur(gain) : gain;
      const value = state.respond(unit, seen);
      if (value === Number.POSITIVE_INFINITY) return i;
      state.put(unit);
    }
    this.reconsider();
    return context.count;
  }

  /** All but the last came back before they knew the others: each answers once more. */
  private reconsider(): void {
    const { state, context } = this;
    for (let i = 0; i < context.count - 1; i++) {
      const unit = context.chosen[i]!;
      state.take(unit);
      state.respondExactly(unit);
      state.put(unit);
    }
  }

  private shuffleChosen(): void {
    const { chosen, count } = this.context;
    for (let i = count - 1; i > 0; i--) {
      const j = this.options.random.below(i + 1);
      const unit = chosen[i]!;
      chosen[i] = chosen[j]!;
      chosen[j] = unit;
      const tour = this.held[i]!;
      this.held[i] = this.held[j]!;
      this.held[j] = tour;
    }
  }

  /** Presence is worth more or less at random, a few hours alike: ways back that no order of best responses would find. */
  private blur(gain: Float64Array): Float64Array {
    const { random } = this.options;
    const { capped } = this;
    const { pad, slotCount, slotMinutes } = this.state.prepared.frame;
    const block = Math.max(1, Math.round(BLUR_MINUTES / slotMinutes));
    const most = BLUR * random.fraction() * (slotMinutes / 15);
    let left = 0;
    let shift = 0;
    for (let slot = pad; slot < pad + slotCount; slot++) {
      if (left-- === 0) {
        left = random.below(block);
        shift = most * (2 * random.fraction() - 1);
      }
      capped[slot] = gain[slot]! + shift;
    }
    return capped;
  }

  /** Filling a shortage counts for little more than its price, so that nobody grabs what another fills more cheaply. */
  private cap(gain: Float64Array, group: number, { factor, from, until }: Cap): Float64Array {
    const price = this.options.prices[group]!;
    const { capped } = this;
    for (let slot = from; slot < until; slot++) {
      const most = price[slot]! > 0 ? factor * price[slot]! + 1 : 1;
      capped[slot] = gain[slot]! < most ? gain[slot]! : most;
    }
    return capped;
  }

  private restore(placed: number): void {
    const { state, context } = this;
    for (let i = 0; i < placed; i++) state.take(context.chosen[i]!);
    for (let i = 0; i < context.count; i++) {
      const unit = context.chosen[i]!;
      copyTour(this.held[i]!, state.tours[unit]!);
      state.put(unit);
    }
  }

  private keepBest(): void {
    this.state.save(this.options.best);
    this.bestCost = this.state.cost;
    this.sinceBest = 0;
    this.options.onBest(this.bestCost, this.iterations);
  }

  private pickMove(): RuinMove {
    let draw = this.options.random.fraction() * this.moveWeights;
    for (const move of this.moves) {
      draw -= move.weight;
      if (draw < 0) return move;
    }
    return this.moves[0]!;
  }
}

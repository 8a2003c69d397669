import { BestReporter } from './best-reporter.js';
import type { InfeasibleAgent } from './explain/infeasible.js';
import type { OptimiseOptions } from './optimise.js';
import { provePhase } from './polish/prove-phase.js';
import { PriceMaster } from './prices/price-master.js';
import { solvePrices } from './prices/solve-prices.js';
import type { PreparedProblem } from './problem/prepare.js';
import { JudgedRoster } from './judged-roster.js';
import { canChooseTours, chooseTours } from './polish/choose-tours.js';
import { TourPool } from './polish/tour-pool.js';
import { ProgressReporter } from './progress.js';
import { RandomSource } from './random-source.js';
import { dive } from './search/dive.js';
import { flatPrices } from './search/flat-prices.js';
import { greedyRoster } from './search/greedy.js';
import { LargeNeighbourhood } from './search/large-neighbourhood.js';
import { placeResumed } from './search/resume.js';
import { SearchState } from './search/search-state.js';
import type { StopWatch } from './search/stop-watch.js';
import { sweep } from './search/sweeps.js';
import { shortHourPrice } from './short-hour-price.js';
import { SharedSearch } from './threads/shared-search.js';
import { ALONE, type ThreadTeam } from './threads/thread-team.js';
import { hasVastTours } from './tour/long-corridor.js';
import { copyTour, emptyTour, type Tour } from './tour/tour.js';

/** Rounds of the price phase at most, and the share of a time limit it may take. */
const PRICE_ROUNDS = 240;
const PRICE_TIME_FRACTION = 0.3;
/** Dives at most, and the share of a time limit after which no further one begins. */
const DIVES = 4;
const DIVE_TIME_FRACTION = 0.45;
/** Share of a time limit for choosing among whole tours, of the run after which it is done, and its branches at most. */
const CHOICE_TIME_FRACTION = 0.15;
const CHOICE_AFTER = 0.5;
const CHOICE_NODES = 200;
/** Search steps between two looks at whether it is time for it. */
const CHOICE_LOOK_EVERY = 16;
/** Rounds of all agents' best tours that a dive takes about, and the share of the time left that it may take. */
const ROUNDS_OF_DIVE = 12;
const DIVE_TIME_LEFT_FRACTION = 0.8;
/** Penalty with which the dive starts, cost units a head squared. */
const DIVE_PENALTY = 0.1;
/** Seconds between two looks at whether the best roster is judged, and at least how many times what judging takes. */
const JUDGE_EVERY_SECONDS = 0.5;
const JUDGE_EVERY_TIMES = 10;
/** Most of a time limit that is left for judging the roster at the end. */
const MOST_FOR_JUDGING = 0.2;
/** From so many agents on the judgement follows sweeps step by step. */
const MANY_AGENTS = 200;
/** Search steps between two looks at the clock for it. */
const JUDGE_LOOK_EVERY = 64;

/** Where the random choices of each thread begin, apart from each other. */
const THREAD_SEED = 0x5bd1e995;

/** Worth of presence by group, and the bound of those very prices. */
interface SolvedPrices {
  readonly prices: readonly Float64Array[];
  readonly bound: number;
  /** Of every agent's best tour once; infinite where no prices were looked for. */
  readonly secondsOfRound: number;
}

/** One run of the engine: its phases in order, each leaving the best roster so far behind. */
export class RosterRun {
  readonly best: readonly Tour[];
  /** The best roster in shifts, judged by the rules, at most half a second behind `best`; the thread that answers has it. */
  readonly judged: JudgedRoster | null;
  bestCost = Number.POSITIVE_INFINITY;
  lowerBound: number;
  iterations = 0;
  private readonly state: SearchState;
  private readonly team: ThreadTeam;
  /** Of the phases that all threads go through alike; after them each thread makes its own choices. */
  private random: RandomSource;
  private readonly progress: ProgressReporter;
  private readonly bests: BestReporter;
  private judgedAt = 0;
  /** What judging took at most so far. */
  private judgingSeconds = 0;
  /** Long tours met; null where none are chosen among. */
  private pool: TourPool | null;

  constructor(
    private readonly prepared: PreparedProblem,
    private readonly options: OptimiseOptions,
    readonly watch: StopWatch,
  ) {
    this.team = options.team ?? ALONE;
    this.random = new RandomSource(options.seed);
    this.state = new SearchState(prepared);
    watch.leaveIfCancelled();
    this.best = prepared.spaces.map(() => emptyTour(prepared.tourSize));
    this.judged = this.team.rank === 0 ? new JudgedRoster(prepared) : null;
    watch.leaveIfCancelled();
    this.progress = new ProgressReporter(this.watch, options.onProgress, {
      requiredHours: prepared.requiredHours,
      hourPrice: shortHourPrice(prepared.problem),
    });
    this.bests = new BestReporter(watch, this.judged, options);
    this.lowerBound = trivialBound(prepared);
    const chooses = options.solver !== undefined && this.team.size === 1 && canChooseTours(prepared);
    this.pool = chooses ? new TourPool(prepared) : null;
    if (this.pool) this.state.programme.onLongTour = (space, tour) => this.pool?.add(space, tour);
  }

  /** Runs all phases; null, or the agent whose weeks do not fit together. */
  execute(): InfeasibleAgent | null {
    const resumed = this.options.resumeFrom !== undefined;
    const leaveIfCancelled = () => this.watch.leaveIfCancelled();
    if (this.options.resumeFrom) placeResumed(this.state, this.options.resumeFrom, leaveIfCancelled);
    const stuck = greedyRoster(this.state, this.random, leaveIfCancelled);
    if (stuck !== null)
      return {
        agentId: this.prepared.problem.agents[this.state.spaceOf(stuck).agent]!.id,
        ruleIds: this.weekLinkingRules(),
      };
    this.keepIfBetter();
    this.judgeFirst();
    if (this.watch.look()) return null;
    this.bests.tell(this.bestCost);
    const master = new PriceMaster(this.prepared, this.state.programme, this.team);
    const solved = this.hasTimeForPrices() ? this.solvePrices(master) : this.withoutPrices();
    const { prices, bound } = solved;
    if (this.team.rank > 0) this.random = new RandomSource(this.options.seed + THREAD_SEED * this.team.rank);
    const dives = !resumed && this.hasTimeForDive(solved);
    if (!this.watch.look() && dives) this.diveAndSweep(master);
    if (!this.watch.look() && resumed) {
      this.progress.phase = 'sweeps';
      sweep(this.state, this.random, this.watch, () => this.judgeWhileSweeping());
      this.keepIfBetter();
    }
    if (!this.watch.look()) this.prove(prices, bound);
    if (!this.watch.look()) this.takeBestOfTeam();
    this.judgeBest();
    if (!this.watch.look()) this.search(dives || resumed ? solved : this.withoutPrices(bound));
    this.progress.phase = 'done';
    this.progress.tell(true);
    return null;
  }

  /** The whole roster, which shows what judging takes at the end. */
  private judgeFirst(): void {
    const { watch, judged } = this;
    const { timeLimitSeconds } = this.options;
    const beganAt = watch.seconds();
    judged?.follow(this.best, () => (watch.leaveIfCancelled(), false));
    this.judgingSeconds = watch.seconds() - beganAt;
    if (timeLimitSeconds !== undefined)
      watch.reservedSeconds = Math.min(this.judgingSeconds, MOST_FOR_JUDGING * timeLimitSeconds);
  }

  /** A round of prices takes about as long as the first roster, which very long tours make slow. */
  private hasTimeForPrices(): boolean {
    const { timeLimitSeconds } = this.options;
    if (hasVastTours(this.prepared)) return false;
    return timeLimitSeconds === undefined || this.watch.agreedSeconds() < timeLimitSeconds * DIVE_TIME_FRACTION;
  }

  /** A dive that is not completed leaves nothing behind. */
  private hasTimeForDive({ secondsOfRound }: SolvedPrices): boolean {
    const { timeLimitSeconds } = this.options;
    if (hasVastTours(this.prepared)) return false;
    if (timeLimitSeconds === undefined) return true;
    return secondsOfRound * ROUNDS_OF_DIVE < (timeLimitSeconds - this.watch.seconds()) * DIVE_TIME_LEFT_FRACTION;
  }

  private withoutPrices(bound = this.lowerBound): SolvedPrices {
    return { prices: flatPrices(this.prepared), bound, secondsOfRound: Number.POSITIVE_INFINITY };
  }

  private solvePrices(master: PriceMaster): SolvedPrices {
    this.progress.phase = 'prices';
    this.progress.tell(true);
    const { timeLimitSeconds } = this.options;
    const beganAt = this.watch.seconds();
    let rounds = 0;
    const result = solvePrices(master, {
      random: this.random,
      watch: this.watch,
      maxRounds: PRICE_ROUNDS,
      untilSeconds: timeLimitSeconds === undefined ? Number.POSITIVE_INFINITY : timeLimitSeconds * PRICE_TIME_FRACTION,
      onRound: () => {
        rounds++;
        this.progress.tell();
      },
      onBound: (bound) => {
        this.lowerBound = Math.max(this.lowerBound, bound);
        this.progress.lowerBound = this.lowerBound;
      },
    });
    master.cells.mu.set(result.multipliers);
    const prices = this.prepared.groups.masks.map((_, group) => master.groupPrices(group));
    return { prices, bound: result.lowerBound, secondsOfRound: (this.watch.seconds() - beganAt) / Math.max(1, rounds) };
  }

  /** Several dives, each in another order of agents: they are cheap and their ends differ. */
  private diveAndSweep(master: PriceMaster): void {
    const { timeLimitSeconds } = this.options;
    const until = timeLimitSeconds === undefined ? Number.POSITIVE_INFINITY : timeLimitSeconds * DIVE_TIME_FRACTION;
    const back = master.keep();
    const most = Math.ceil(DIVES / this.team.size);
    for (let dives = 0; dives < most && (dives === 0 || this.watch.seconds() < until); dives++) {
      if (this.watch.look()) return;
      if (dives > 0) back();
      if (!this.diveOnce(master)) return;
    }
  }

  /** The best roster of a small problem and its proof, by the thread that has a solver. */
  private prove(prices: readonly Float64Array[], priceBound: number): void {
    const { solver } = this.options;
    if (!solver || this.team.rank > 0) return;
    this.progress.phase = 'polish';
    this.progress.tell(true);
    const { random, watch, best, bestCost, lowerBound } = this;
    const onBest = (cost: number) => this.noteBest(cost);
    const proven = provePhase(this.state, {
      solver,
      random,
      watch,
      timeLimitSeconds: this.options.timeLimitSeconds,
      prices,
      priceBound,
      best,
      bestCost,
      lowerBound,
      onBest,
    });
    this.lowerBound = Math.max(lowerBound, proven);
    this.progress.lowerBound = this.lowerBound;
  }

  /** Once, when part of the search is done: the best roster that the long tours met so far can make together. */
  private chooseOnce(search: LargeNeighbourhood, { prices, bound }: SolvedPrices): void {
    const { pool, state, best, bestCost, watch } = this;
    const { solver, timeLimitSeconds } = this.options;
    if (!solver || !pool || search.progress() < CHOICE_AFTER) return;
    this.pool = null;
    state.programme.onLongTour = null;
    this.progress.phase = 'polish';
    this.progress.tell(true);
    const seconds = timeLimitSeconds === undefined ? undefined : timeLimitSeconds * CHOICE_TIME_FRACTION;
    const shouldStop = () => watch.look();
    const limits = { nodes: CHOICE_NODES, seconds, shouldStop, isCancelled: shouldStop };
    const isChosen = chooseTours(state, pool, { solver, prices, best, gap: bestCost - bound, limits });
    this.progress.phase = 'search';
    if (!isChosen || watch.look()) return;
    sweep(state, this.random, watch);
    this.keepIfBetter();
    search.adopt(this.bestCost, 0);
  }

  /** All threads go on from the best roster that any of them has, with the best bound. */
  private takeBestOfTeam(): void {
    const { bestCost: cost, best: tours, lowerBound: bound } = this;
    const found = this.team.exchange({ cost, tours, bound }, () => this.watch.look());
    if (!found) return;
    for (const each of found) this.lowerBound = Math.max(this.lowerBound, each.bound);
    const cheapest = found.reduce((least, each) => (each.cost < least.cost ? each : least));
    cheapest.tours.forEach((tour, unit) => copyTour(tour, this.best[unit]!));
    this.noteBest(cheapest.cost);
  }

  /** One dive and its sweeps; false, with the best roster loaded again, when it was not completed. */
  private diveOnce(master: PriceMaster): boolean {
    const { state } = this;
    this.progress.phase = 'dive';
    for (let unit = 0; unit < state.tours.length; unit++) state.take(unit);
    if (this.watch.look()) return false;
    master.cells.rho = DIVE_PENALTY;
    master.cells.renewAll();
    if (!dive(state, master, this.random, this.watch)) {
      // Nobody looks at the state of a run that is stopped.
      if (this.watch.stoppedBy) return false;
      for (let unit = 0; unit < state.tours.length; unit++) if (state.placed[unit] === 1) state.take(unit);
      state.load(this.best);
      return false;
    }
    this.keepIfBetter();
    this.judgeBest();
    this.progress.phase = 'sweeps';
    this.progress.tell(true);
    sweep(state, this.random, this.watch, () => this.judgeWhileSweeping());
    this.keepIfBetter();
    return true;
  }

  private search(solved: SolvedPrices): void {
    const { prices } = solved;
    this.progress.phase = 'search';
    this.state.load(this.best);
    const { team, options, best, bestCost, lowerBound, watch } = this;
    const { iterationLimit, timeLimitSeconds } = options;
    let shared: SharedSearch | null = null;
    const search = new LargeNeighbourhood(this.state, {
      random: this.random,
      watch,
      iterationLimit: iterationLimit === undefined ? undefined : shareOf(iterationLimit, team),
      timeLimitSeconds,
      prices,
      best,
      bestCost,
      lowerBound,
      onBest: (cost) => this.noteBest(cost),
      onIteration: (own) => {
        this.noteIteration(own, shared);
        if (own % CHOICE_LOOK_EVERY === 0) this.chooseOnce(search, solved);
      },
      onAccepted: (units, count) => shared?.noteAccepted(units, count),
    });
    if (team.size === 1) {
      search.run();
      this.iterations = search.iterations;
      return;
    }
    shared = new SharedSearch(this.state, {
      team,
      watch,
      search,
      best,
      lowerBound,
      unlimited: iterationLimit === undefined && timeLimitSeconds === undefined,
      onBest: (cost) => this.noteBest(cost),
    });
    shared.run();
    this.iterations = shared.iterations;
  }

  private noteIteration(own: number, shared: SharedSearch | null): void {
    this.progress.iterations = shared ? Math.max(shared.iterations, own) : own;
    this.progress.tell();
    if (own % JUDGE_LOOK_EVERY === 0) this.judgeNowAndThen();
  }

  private keepIfBetter(): void {
    if (this.state.cost >= this.bestCost) return;
    this.state.save(this.best);
    this.noteBest(this.state.cost);
    this.progress.tell(true);
  }

  /** Keeps the judgement near the best roster, so that little is left to do when the run is stopped. */
  private judgeNowAndThen(): void {
    const seconds = this.watch.seconds();
    if (seconds - this.judgedAt < Math.max(JUDGE_EVERY_SECONDS, JUDGE_EVERY_TIMES * this.judgingSeconds)) return;
    this.judgeBest();
    this.judgedAt = this.watch.seconds();
    this.judgingSeconds = this.judgedAt - seconds;
  }

  private judgeBest(): void {
    this.judged?.follow(this.best, () => this.watch.look());
    if (!this.watch.stoppedBy) this.bests.tell(this.bestCost);
  }

  /** In a large centre sweeps move so many agents that judging them all at the end would keep a cancel waiting. */
  private judgeWhileSweeping(): void {
    if (this.prepared.problem.agents.length >= MANY_AGENTS)
      this.judged?.follow(this.state.tours, () => this.watch.look());
  }

  private noteBest(cost: number): void {
    this.bestCost = cost;
    this.progress.bestCost = cost;
    if (this.options.onProgress) this.progress.shortSlots = this.state.cover.shortCells();
  }

  /** Must rules that bind one week to the next. */
  private weekLinkingRules(): string[] {
    const must = this.prepared.problem.rules.filter(({ level }) => level === 'must').map(({ ruleId }) => ruleId);
    return [...new Set(must)].filter((ruleId) => LINKING.includes(ruleId));
  }
}

const LINKING: readonly string[] = ['min-rest-between-shifts', 'max-consecutive-days', 'weekly-rest'];

/** Before any prices: nothing costs less than zero, unless someone set a negative weight. */
function trivialBound({ problem }: PreparedProblem): number {
  const weights = [
    ...problem.weights.underStaffing,
    ...problem.weights.overStaffing,
    ...problem.preferences.map((wish) => wish.weight),
    ...problem.rules.map((rule) => rule.weight ?? 0),
  ];
  return weights.every((weight) => weight >= 0) ? 0 : Number.NEGATIVE_INFINITY;
}

/** Steps of one thread where all together make so many. */
function shareOf(steps: number, { rank, size }: ThreadTeam): number {
  return Math.floor(steps / size) + (rank < steps % size ? 1 : 0);
}

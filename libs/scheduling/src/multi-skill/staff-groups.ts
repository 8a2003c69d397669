import { missedAtMost, bestFromStarts } from './approximate-sizes.js';
import { centreBounds, type CentreBounds } from './bounds.js';
import { centreFrame } from './centre-frame.js';
import type { MultiSkillCentre } from './multi-skill-centre.js';
import { GroupSearch } from './search/group-search.js';
import { ApproximateJudge, type Judged } from './search/judge.js';
import { startingSizes } from './search/starts.js';
import { SizeVerifier, type SimulatedSizes, type VerifyOptions } from './simulate-sizes.js';

export interface StaffGroupsOptions extends VerifyOptions {
  /** Most different group sizes that are simulated; default 60. */
  readonly mostSimulations?: number;
}

/** What the search took. */
export interface StaffGroupsWork {
  readonly evaluations: number;
  readonly simulations: number;
  readonly contacts: number;
}

export type StaffGroupsResult =
  | {
      readonly kind: 'staffed';
      /** Agents of each group, in the centre's order. */
      readonly sizes: readonly number[];
      readonly cost: number;
      /** Every goal as simulated, with its uncertainty. */
      readonly verified: SimulatedSizes;
      readonly bounds: CentreBounds;
      readonly work: StaffGroupsWork;
    }
  /** The groups given, within their limits, do not reach the goals of these queues. */
  | { readonly kind: 'out-of-reach'; readonly queueIds: readonly string[]; readonly bounds: CentreBounds }
  /** Stopped, or out of simulations, before sizes were found that hold; the last ones simulated are given. */
  | { readonly kind: 'not-verified'; readonly last: SimulatedSizes; readonly bounds: CentreBounds };

/** Corrections of the approximation after which it is trusted; each brings a new start. */
const MOST_CORRECTIONS = 8;
/** A cheaper neighbour that misses by more than this in all, as corrected, is not simulated. */
const HOPELESS_MISS = 0.01;

/** Approximate, simulate, correct, and again; then what is cheaper nearby. */
class VerifiedSearch {
  private best: SimulatedSizes | null = null;
  private last: SimulatedSizes | null = null;

  constructor(
    private readonly search: GroupSearch,
    private readonly judge: ApproximateJudge,
    private readonly verifier: SizeVerifier,
    private readonly options: StaffGroupsOptions,
  ) {}

  run(start: Judged): { readonly best: SimulatedSizes | null; readonly last: SimulatedSizes } {
    this.approach(start);
    while (this.best && !this.isSpent() && this.polish());
    return { best: this.best, last: this.last! };
  }

  private isSpent(): boolean {
    return this.verifier.simulations >= (this.options.mostSimulations ?? 60) || this.options.isCancelled?.() === true;
  }

  /** Simulates, keeps the cheapest that holds, and corrects the approximation by what was seen. */
  private look(sizes: readonly number[]): SimulatedSizes {
    const seen = this.verifier.verify(sizes);
    this.last = seen;
    if (seen.holds && (!this.best || this.cost(seen) < this.cost(this.best) - 1e-9)) this.best = seen;
    return seen;
  }

  private cost({ sizes }: { readonly sizes: readonly number[] }): number {
    return this.search.costOf(sizes);
  }

  /** To sizes that the corrected approximation and the simulation agree on. */
  private approach(start: Judged): void {
    let at: Judged | null = start;
    for (let round = 0; at && (round < MOST_CORRECTIONS || !this.best) && !this.isSpent(); round++) {
      const wasKnown = this.verifier.isKnown(at.sizes);
      const seen = this.look(at.sizes);
      if (wasKnown && this.best) return;
      this.judge.correct(at.sizes, seen.aimedSlacks);
      const from = this.search.fill(wasKnown ? this.oneMore(at.sizes) : at.sizes);
      at = from && this.search.improve(from);
    }
  }

  /** Where the approximation goes round in circles: one agent more of the largest group that may grow. */
  private oneMore(sizes: readonly number[]): readonly number[] {
    return this.search.largerBy(sizes, 1) ?? sizes;
  }

  /** The first cheaper neighbour that holds when simulated; false when none does. */
  private polish(): boolean {
    const at = this.best!;
    this.judge.correct(at.sizes, at.aimedSlacks);
    for (const next of this.search.cheaperNeighbours(this.judge.judge(at.sizes))) {
      if (next.miss > HOPELESS_MISS || this.isSpent()) return false;
      if (!this.verifier.isKnown(next.sizes) && this.look(next.sizes).holds) return true;
    }
    return false;
  }
}

/**
 * Least-cost group sizes whose goals hold in simulation: the approximation finds sizes, a simulation with common random
 * numbers judges them and corrects the approximation, until both agree; then cheaper neighbours are simulated (Cezik &
 * L'Ecuyer 2008 correct a linear programme in the same spirit). Every goal holds by `confidenceZ` standard errors.
 * Deterministic for a seed.
 */
export function staffGroups(centre: MultiSkillCentre, options: StaffGroupsOptions = {}): StaffGroupsResult {
  const frame = centreFrame(centre);
  const bounds = centreBounds(centre);
  const judge = new ApproximateJudge(centre);
  const search = new GroupSearch(frame, judge);
  const verifier = new SizeVerifier(centre, options);
  const start = bestFromStarts(search, startingSizes(centre, frame, bounds));
  if (!start) {
    const enough = Array.from(frame.most, (most) => Math.min(most, 2 * bounds.pooledAgents + 50));
    return { kind: 'out-of-reach', queueIds: missedAtMost(centre, judge, enough), bounds };
  }
  const { best, last } = new VerifiedSearch(search, judge, verifier, options).run(start);
  if (!best) return { kind: 'not-verified', last, bounds };
  const { simulations, contacts } = verifier;
  return {
    kind: 'staffed',
    sizes: best.sizes,
    cost: search.costOf(best.sizes),
    verified: best,
    bounds,
    work: { evaluations: judge.evaluations, simulations, contacts },
  };
}

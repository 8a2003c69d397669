import type { Roster } from '../roster/index.js';
import type { Breach, TeamBreach } from '../rules/index.js';
import type { SessionPlace, UnplacedSession } from './sessions/index.js';
import type { MixedIntegerSolver } from '../solver/index.js';
import type { ThreadTeam } from './threads/thread-team.js';
import type { InfeasibleAgent } from './explain/infeasible.js';

export interface OptimiseOptions {
  readonly seed: number;
  /** Elapsed limit; only chooses where to stop. Needs `nowMillis`. */
  readonly timeLimitSeconds?: number;
  /** Stop after that many search iterations: the deterministic limit, used by tests. */
  readonly iterationLimit?: number;
  /** Start from this roster (locked shifts stay). */
  readonly resumeFrom?: Roster;
  /** Monotonic clock in milliseconds, a parameter because libraries read no clock. */
  readonly nowMillis: () => number;
  /** Polled at least every 50 ms of work; true stops with the best so far. */
  readonly isCancelled?: () => boolean;
  /** The threads that share this run; alone without it. The same problem, seed and number of threads give the same roster. */
  readonly team?: ThreadTeam;
  /** Proves small problems and polishes larger ones (`loadSolver` of `@yotei/scheduling/solver`); without it the engine does all but that. */
  readonly solver?: MixedIntegerSolver;
  /** Called at most four times a second. */
  readonly onProgress?: (progress: OptimiseProgress) => void;
  /** Called with each better roster, at most every `bestEverySeconds` (2 without it). */
  readonly onBest?: (best: BestRoster) => void;
  readonly bestEverySeconds?: number;
}

/** The best roster while the run goes on: every shift with its breaks, without sessions, which are placed at the end. */
export interface BestRoster {
  readonly seconds: number;
  readonly cost: number;
  readonly roster: Roster;
}

export interface OptimiseProgress {
  readonly phase: 'prices' | 'dive' | 'sweeps' | 'search' | 'polish' | 'done';
  readonly seconds: number;
  readonly iterations: number;
  /** Cost of the best roster; null before the first. */
  readonly bestCost: number | null;
  readonly lowerBound: number | null;
  /** (best - bound) / price of one short hour: the gap in agent-hours; null before both exist. */
  readonly gapHours: number | null;
  readonly requiredHours: number;
  readonly shortSlots: number;
}

export interface UnmetInterval {
  readonly queueId: string;
  readonly startAt: number;
  readonly required: number;
  readonly scheduled: number;
  /** Plain reason: `contract-limit`, `work-rule`, `no-skill`, `time-off`, `no-shift-possible`, `all-on-duty`, `not-worth-it`. */
  readonly why: string;
}

export interface TeamRulesUnmet {
  readonly kind: 'team-rules-unmet';
  readonly breaches: readonly TeamBreach[];
  /** Whether no roster at all can keep them; otherwise none was found. */
  readonly proven: boolean;
  /** The nearest roster found, with every other must rule kept; null when none was looked for. */
  readonly roster: Roster | null;
}

export type OptimiseResult =
  | {
      readonly kind: 'roster';
      readonly roster: Roster;
      readonly cost: number;
      readonly parts: Readonly<Record<string, number>>;
      readonly lowerBound: number;
      readonly gapHours: number;
      readonly requiredHours: number;
      readonly unmet: readonly UnmetInterval[];
      /** Where the problem's sessions were placed, and which not; absent where it has none. */
      readonly sessions?: {
        readonly places: readonly SessionPlace[];
        readonly unplaced: readonly UnplacedSession[];
      };
      /** Breaches of must rules that the engine only judges (`judged` in `TourSupport`); absent where there are none. */
      readonly judgedBreaches?: readonly Breach[];
      readonly iterations: number;
      readonly seconds: number;
      readonly stoppedBy: 'iterations' | 'time' | 'cancel' | 'optimal' | 'converged';
    }
  /** No tour keeps all must rules for these agents; names the rules that fight, for each. */
  | {
      readonly kind: 'infeasible';
      readonly agents: readonly InfeasibleAgent[];
    }
  /** Cancelled while the problem was prepared or the first roster made: there is nothing to keep. */
  | { readonly kind: 'stopped-before-first-roster'; readonly seconds: number }
  /** Rules across agents set to must that could not be kept: which, when, and by how much in the nearest roster found. */
  | TeamRulesUnmet
  /** A must rule the engine cannot hold. */
  | { readonly kind: 'unsupported-rule'; readonly ruleIds: readonly string[] };

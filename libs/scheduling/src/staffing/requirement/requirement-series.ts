import type { Grid, ZoneId } from '@yotei/time';
import type { BacklogItem } from '../deferred/index.js';
import type { GridBacklog } from '../grid-staffing-model.js';
import type { IntervalLoad, RequirementNote } from '../changing-load/interval-loads.js';
import type { LoadStart } from '../changing-load/offered-load.js';
import type { RequirementSummary } from './requirement-summary.js';
import type { AgentRounding } from '../rounding.js';
import type { GrossUp } from './shrinkage.js';
import type { LoadMethod, StaffedFor } from '../plan/staffing-plan.js';
import type { RateCorrelation } from '../uncertainty/period-chance.js';

/** What a requirement is asked beside the queue's plan and its forecast. */
export interface RequirementOptions {
  /** Contacts in hand when the grid starts; by default what the grid itself shows (`likelyStart`). */
  readonly loadStart?: LoadStart;
  /** Default `whole`. */
  readonly rounding?: AgentRounding;
  /** Default `unplanned`. */
  readonly grossUp?: GrossUp;
  /**
   * `mean` (default): required / (1 - shrinkage). `binomial`: unplanned shrinkage strikes each agent by chance, and
   * enough are rostered that what the plan is staffed for holds over who comes; always whole. Planned shrinkage in
   * `grossUp: 'all'` is taken as such a chance too.
   */
  readonly absence?: 'mean' | 'binomial';
  /** How the rates of a day and of the days of a week go together, for the chances of the summary. */
  readonly correlation?: RateCorrelation;
  /** For work that can wait: contacts already waiting when the grid starts; absent = by `loadStart`, default running. */
  readonly openingBacklog?: readonly BacklogItem[];
  /** For work that can wait: agents of each interval that cost nothing, such as idle time of inbound agents. */
  readonly freeAgents?: ArrayLike<number>;
  /** False leaves the chances out (NaN), which are the dear part; `tabled` reads them from tables, to 10⁻⁴; default true. Work that can wait has them anyway. */
  readonly withChance?: boolean | 'tabled';
  /** The loads of this plan and forecast where they are known already (`staffedIntervals`). */
  readonly intervals?: readonly IntervalLoad[];
}

/** One value for each interval of the grid. Closed intervals: 0 agents, NaN measures, note `closed`. */
export interface RequirementSeries {
  readonly grid: Grid;
  readonly zone: ZoneId;
  readonly modelId: string;
  readonly loadMethod: LoadMethod;
  readonly staffedFor: StaffedFor;
  /** Load of the agents by the load method, in erlangs, at the forecast's mean. */
  readonly loadErlangs: Float64Array;
  /**
   * The even contacts that ask for what the interval's load asks for, those still in hand from before among them: what
   * the model was given. More than keep the load's mean up where it moves within the interval.
   */
  readonly loadContacts: Float64Array;
  /** Closed intervals: contacts still in hand after closing, in erlangs, which is overtime; 0 when open. */
  readonly overtimeErlangs: Float64Array;
  /** NaN where a note says that there is no answer. */
  readonly requiredAgents: Float64Array;
  /** Share of the paid time by which the required agents are grossed up. */
  readonly shrinkageFraction: Float64Array;
  readonly agentsToRoster: Float64Array;
  /** What the required agents give at the forecast's mean. */
  readonly serviceLevel: Float64Array;
  readonly occupancy: Float64Array;
  readonly asa: Float64Array;
  readonly abandonment: Float64Array;
  /** Relative standard deviation of the arrival rate; NaN = not known. */
  readonly rateCv: Float64Array;
  /** Mean service level over the uncertain rate, weighted by contacts; NaN where the spread is not known. */
  readonly expectedServiceLevel: Float64Array;
  /** Probability that the required agents meet every goal, over the uncertain rate; NaN where it is not known. */
  readonly chanceToMeet: Float64Array;
  readonly notes: readonly RequirementNote[];
  /** For work that can wait: what waits at the end of each interval, how old it gets, what is left at the end. */
  readonly deferred?: GridBacklog;
  /** By local day and by week (Monday first). */
  readonly summary: RequirementSummary;
}

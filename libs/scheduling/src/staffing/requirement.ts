import { intervalStart, type Grid, type ZoneId } from '@yotei/time';
import { gridStaffingModel } from './catalogue.js';
import type { BacklogItem } from './deferred/index.js';
import { DEFAULT_LOAD_METHOD, intervalLoads, occupancyOf, overtimeOf, type IntervalLoad } from './interval-loads.js';
import type { LoadStart } from './offered-load.js';
import { summaryOf, type RequirementSummary } from './requirement-summary.js';
import { riskOf } from './requirement-risk.js';
import { agentsToRoster, type AgentRounding } from './rounding.js';
import { ShrinkageClock, type GrossUp } from './shrinkage.js';
import type { StaffingForecast } from './staffing-forecast.js';
import type { LoadMethod, StaffedFor, StaffingPlan } from './staffing-plan.js';
import { agentsUnderRisk, checkStaffedFor } from './uncertainty/agents-under-risk.js';
import { agentsWithAbsence } from './uncertainty/agents-with-absence.js';
import type { RateCorrelation } from './uncertainty/period-chance.js';
import { staffWholeGrid, type GridAnswer } from './whole-grid.js';

/**
 * Why an interval has no figures: outside opening hours or no forecast; contacts but no handle time; a goal that
 * no number of agents reaches. Empty where it was staffed.
 */
export type RequirementNote = '' | 'closed' | 'missing-handle-time' | 'goal-unreachable' | 'unstable-load';

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
  readonly deferred?: GridAnswer['deferred'];
  /** By local day and by week (Monday first). */
  readonly summary: RequirementSummary;
}

/** The measures of {@link RequirementSeries} that come from asking a model, writable. */
interface Answers {
  readonly loadErlangs: Float64Array;
  readonly requiredAgents: Float64Array;
  readonly serviceLevel: Float64Array;
  readonly occupancy: Float64Array;
  readonly asa: Float64Array;
  readonly abandonment: Float64Array;
  readonly notes: readonly RequirementNote[];
}

export const missingValues = (count: number): Float64Array => new Float64Array(count).fill(Number.NaN);

function answerEach(plan: StaffingPlan, intervals: readonly IntervalLoad[]): Answers {
  const missing = (): Float64Array => missingValues(intervals.length);
  const notes = intervals.map<RequirementNote>(({ note }) => note);
  const answers = {
    loadErlangs: missing(),
    requiredAgents: missing(),
    serviceLevel: missing(),
    occupancy: missing(),
    asa: missing(),
    abandonment: missing(),
    notes,
  };
  const risk = { goal: plan.goal, staffedFor: plan.staffedFor ?? { kind: 'point' } };
  intervals.forEach((interval, index) => {
    const { note, load, rateCv, inHandErlangs } = interval;
    if (note === 'closed') answers.requiredAgents[index] = 0;
    if (!load) return;
    const answer = agentsUnderRisk(plan.modelId, { load, rateCv }, risk);
    if (answer.kind !== 'staffed') {
      notes[index] = answer.kind;
      return;
    }
    answers.loadErlangs[index] = inHandErlangs;
    answers.requiredAgents[index] = answer.agents;
    answers.serviceLevel[index] = answer.performance.serviceLevelFraction;
    answers.occupancy[index] = occupancyOf(answer.performance, interval);
    answers.asa[index] = answer.performance.asaSeconds;
    answers.abandonment[index] = answer.performance.abandonmentFraction;
  });
  return answers;
}

/**
 * Agents required and to roster for each interval of the forecast by the plan, with what they give, the chance that
 * they are enough, and sums by local day and week. Throws when the series do not fit the grid, and for the mistakes
 * `requiredAgents` throws for.
 */
export function requirementOf(
  plan: StaffingPlan,
  forecast: StaffingForecast,
  options: RequirementOptions = {},
): RequirementSeries {
  const { grid, zone } = forecast;
  const staffedFor = plan.staffedFor ?? { kind: 'point' };
  checkStaffedFor(staffedFor);
  const intervals = intervalLoads(plan, forecast, options.loadStart);
  const wholeGrid = gridStaffingModel(plan.modelId);
  const together = wholeGrid && staffWholeGrid(wholeGrid, { plan, forecast, intervals, options });
  const answers: Answers = together ?? answerEach(plan, intervals);
  const shrinkage = new ShrinkageClock(plan.shrinkage ?? [], zone, options.grossUp);
  const shrinkageFraction = Float64Array.from({ length: grid.count }, (_, index) =>
    shrinkage.fractionAt(intervalStart(grid, index), grid.stepMinutes),
  );
  const toRoster = answers.requiredAgents.map((agents, index) => {
    const { load, rateCv } = intervals[index]!;
    const lost = shrinkageFraction[index]!;
    if (options.absence !== 'binomial' || wholeGrid || !load || !(agents > 0) || lost === 0)
      return agentsToRoster(agents, lost, options.rounding);
    const aim = { goal: plan.goal, staffedFor, requiredAgents: agents, showFraction: 1 - lost };
    return agentsWithAbsence(plan.modelId, { load, rateCv }, aim) ?? Number.NaN;
  });
  const risk = riskOf(plan, forecast, { intervals, agents: answers.requiredAgents, correlation: options.correlation });
  const contacts = together?.contacts ?? Float64Array.from(intervals, (interval) => interval.contacts);
  // Work that can wait is left for the next opening, so nobody stays for it.
  const overtimeErlangs = wholeGrid ? new Float64Array(grid.count) : overtimeOf(plan, intervals);
  return {
    grid,
    zone,
    modelId: plan.modelId,
    loadMethod: plan.loadMethod ?? DEFAULT_LOAD_METHOD,
    staffedFor,
    ...answers,
    deferred: together?.deferred,
    loadContacts: Float64Array.from(intervals, ({ load }) => load?.contacts ?? Number.NaN),
    overtimeErlangs,
    shrinkageFraction,
    agentsToRoster: toRoster,
    rateCv: Float64Array.from(intervals, ({ rateCv }) => rateCv),
    expectedServiceLevel: risk.expectedServiceLevel,
    chanceToMeet: risk.chanceToMeet,
    summary: summaryOf(
      { grid, zone, contacts, overtimeErlangs, agents: answers.requiredAgents, ...answers, ...risk },
      risk.chances,
      (hours) => ({ agentHoursRequired: hours(answers.requiredAgents), agentHoursToRoster: hours(toRoster) }),
    ),
  };
}

import type { Grid, ZoneId } from '@yotei/time';
import { gridStaffingModel } from '../catalogue.js';
import { intervalLoads, occupancyOf, overtimeOf, type IntervalLoad } from '../changing-load/interval-loads.js';
import type { LoadStart } from '../changing-load/offered-load.js';
import { performanceOf } from '../performance.js';
import { riskOf } from './requirement-risk.js';
import { summaryOf, type PeriodSums } from './requirement-summary.js';
import type { StaffingForecast } from '../staffing-forecast.js';
import type { StaffingLoad } from '../staffing-model.js';
import type { StaffingPlan } from '../plan/staffing-plan.js';
import { presenceOf } from '../uncertainty/presence.js';
import type { RateCorrelation } from '../uncertainty/period-chance.js';
import { inWorkedHours } from './worked-hours.js';

export interface EvaluateStaffingOptions {
  /** Agents on contacts in each interval, as scheduled; fractions allowed (part of an interval). NaN counts as 0. */
  readonly agents: ArrayLike<number>;
  /** Probability that a scheduled agent is there, 0 < f ≤ 1; default 1. */
  readonly showFraction?: number;
  readonly loadStart?: LoadStart;
  readonly correlation?: RateCorrelation;
  /** False leaves the chances out (NaN), which are the dear part; `tabled` reads them from tables, to 10⁻⁴; default true. */
  readonly withChance?: boolean | 'tabled';
  /** The loads of this plan and forecast where they are known already (`staffedIntervals`). */
  readonly intervals?: readonly IntervalLoad[];
}

/** What a given staffing gives, one value an interval; closed intervals NaN. */
export interface StaffingOutcome {
  readonly grid: Grid;
  readonly zone: ZoneId;
  readonly agents: Float64Array;
  readonly serviceLevel: Float64Array;
  readonly occupancy: Float64Array;
  readonly asa: Float64Array;
  readonly abandonment: Float64Array;
  readonly expectedServiceLevel: Float64Array;
  readonly chanceToMeet: Float64Array;
  readonly summary: PeriodSums<{ readonly agentHoursScheduled: number }>;
}

const MEASURES = ['serviceLevel', 'occupancy', 'asa', 'abandonment'] as const;
type Measure = (typeof MEASURES)[number];

/** The measures at the forecast's mean, averaged over who comes. */
function measuresOf(
  plan: StaffingPlan,
  interval: IntervalLoad & { readonly load: StaffingLoad },
  options: { agents: number; showFraction: number | undefined },
): Readonly<Record<Measure, number>> {
  const sums = { serviceLevel: 0, occupancy: 0, asa: 0, abandonment: 0 };
  for (const { agents, share } of presenceOf(options.agents, options.showFraction)) {
    const performance = performanceOf(plan.modelId, interval.load, agents, plan.goal);
    sums.serviceLevel += share * performance.serviceLevelFraction;
    sums.occupancy += share * occupancyOf(performance, interval);
    sums.asa += share * performance.asaSeconds;
    sums.abandonment += share * performance.abandonmentFraction;
  }
  return sums;
}

/**
 * What so many agents give in each interval, how sure they are to meet the plan's goals over the uncertain rate and
 * over who comes, and the same by local day and week: the requirement's question the other way round, for scheduled
 * agents. Each interval is a steady state of its load; a shortage of hours is for `fluidQueue` or a simulation.
 * Throws for models that answer only for the whole grid, and when series do not fit the grid.
 */
export function evaluateStaffing(
  plan: StaffingPlan,
  expected: StaffingForecast,
  options: EvaluateStaffingOptions,
): StaffingOutcome {
  const forecast = inWorkedHours(plan, expected);
  const { grid, zone } = forecast;
  if (options.agents.length !== grid.count) {
    throw new RangeError(
      `agents (${options.agents.length} values) must have one value for each of the ${grid.count} intervals`,
    );
  }
  if (gridStaffingModel(plan.modelId)) {
    throw new RangeError(`modelId (${plan.modelId}) must be a model that answers interval by interval`);
  }
  const intervals = options.intervals ?? intervalLoads(plan, forecast, options.loadStart);
  const agents = Float64Array.from(options.agents, (count) => (Number.isNaN(count) ? 0 : count));
  const empty = (): Float64Array => new Float64Array(grid.count).fill(Number.NaN);
  const measures = { serviceLevel: empty(), occupancy: empty(), asa: empty(), abandonment: empty() };
  intervals.forEach((interval, index) => {
    const { load } = interval;
    if (!load) return;
    const given = measuresOf(
      plan,
      { ...interval, load },
      { agents: agents[index]!, showFraction: options.showFraction },
    );
    for (const measure of MEASURES) measures[measure][index] = given[measure];
  });
  const { correlation, showFraction } = options;
  const risk = riskOf(plan, forecast, {
    intervals,
    agents,
    correlation,
    showFraction,
    isAsked: options.withChance,
  });
  const contacts = Float64Array.from(intervals, (interval) => interval.contacts);
  const overtimeErlangs = overtimeOf(plan, intervals);
  const answered = agents.map((count, index) =>
    intervals[index]!.note === 'missing-handle-time' ? Number.NaN : count,
  );
  return {
    grid,
    zone,
    agents,
    ...measures,
    expectedServiceLevel: risk.expectedServiceLevel,
    chanceToMeet: risk.chanceToMeet,
    summary: summaryOf(
      { grid, zone, contacts, overtimeErlangs, agents: answered, ...measures, ...risk },
      risk.chances,
      (hours) => ({ agentHoursScheduled: hours(agents) }),
    ),
  };
}

import { gridStaffingModel } from '../catalogue.js';
import {
  DEFAULT_LOAD_METHOD,
  intervalLoads,
  occupancyOf,
  overtimeOf,
  type IntervalLoad,
  type RequirementNote,
} from '../changing-load/interval-loads.js';
import type { RequirementOptions, RequirementSeries } from './requirement-series.js';
import { summaryOf } from './requirement-summary.js';
import { riskOf } from './requirement-risk.js';
import { agentsToRoster, tolerantCeil } from '../rounding.js';
import { recoveryAgents } from './recovery.js';
import { shrinkageOn } from './shrinkage.js';
import type { LoadStart } from '../changing-load/offered-load.js';
import { inWorkedHours } from './worked-hours.js';
import type { StaffingForecast } from '../staffing-forecast.js';
import type { StaffingPlan } from '../plan/staffing-plan.js';
import { agentsUnderRisk, checkStaffedFor } from '../uncertainty/agents-under-risk.js';
import { agentsWithAbsence } from '../uncertainty/agents-with-absence.js';
import { staffWholeGrid } from './whole-grid.js';

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

const missingValues = (count: number): Float64Array => new Float64Array(count).fill(Number.NaN);

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

/** What each interval of the forecast asks of the plan, for whoever asks several questions of the same loads. */
export function staffedIntervals(
  plan: StaffingPlan,
  expected: StaffingForecast,
  loadStart?: LoadStart,
): readonly IntervalLoad[] {
  return intervalLoads(plan, inWorkedHours(plan, expected), loadStart);
}

/**
 * Agents required and to roster for each interval of the forecast by the plan, with what they give, the chance that
 * they are enough, and sums by local day and week. Throws when the series do not fit the grid, and for the mistakes
 * `requiredAgents` throws for.
 */
export function requirementOf(
  plan: StaffingPlan,
  expected: StaffingForecast,
  options: RequirementOptions = {},
): RequirementSeries {
  const forecast = inWorkedHours(plan, expected);
  const { grid, zone } = forecast;
  const staffedFor = plan.staffedFor ?? { kind: 'point' };
  checkStaffedFor(staffedFor);
  const intervals = options.intervals ?? intervalLoads(plan, forecast, options.loadStart);
  const wholeGrid = gridStaffingModel(plan.modelId);
  const together = wholeGrid && staffWholeGrid(wholeGrid, { plan, forecast, intervals, options });
  const answers: Answers = together?.answers ?? answerEach(plan, intervals);
  const shrinkageFraction = shrinkageOn(plan.shrinkage, { grid, zone, grossUp: options.grossUp });
  // Work that can wait is done when the grid says, not when it comes.
  const handledAt = (index: number): number =>
    wholeGrid
      ? (answers.loadErlangs[index]! * grid.stepMinutes * 60) / forecast.averageHandleSeconds[index]!
      : (intervals[index]!.load?.contacts ?? 0);
  const toRoster = answers.requiredAgents.map((agents, index) => {
    const { load, rateCv } = intervals[index]!;
    const lost = shrinkageFraction[index]!;
    const recovering = recoveryAgents(plan, handledAt(index), grid.stepMinutes);
    if (options.absence !== 'binomial' || wholeGrid || !load || !(agents > 0) || lost === 0)
      return agentsToRoster(agents + recovering, lost, options.rounding);
    const aim = { goal: plan.goal, staffedFor, requiredAgents: agents, showFraction: 1 - lost };
    const coming = agentsWithAbsence(plan.modelId, { load, rateCv }, aim) ?? Number.NaN;
    return coming + tolerantCeil(recovering / (1 - lost));
  });
  const { correlation } = options;
  const risk =
    together?.risk ??
    riskOf(plan, forecast, { intervals, agents: answers.requiredAgents, correlation, isAsked: options.withChance });
  const contacts = together?.answers.contacts ?? Float64Array.from(intervals, (interval) => interval.contacts);
  // Work that can wait is left for the next opening, so nobody stays for it.
  const overtimeErlangs = wholeGrid ? new Float64Array(grid.count) : overtimeOf(plan, intervals);
  return {
    grid,
    zone,
    modelId: plan.modelId,
    loadMethod: plan.loadMethod ?? DEFAULT_LOAD_METHOD,
    staffedFor,
    ...answers,
    deferred: together?.answers.deferred,
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

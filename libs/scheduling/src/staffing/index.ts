export * from './staffing-model.js';
export * from './plan/staffing-plan.js';
export {
  defaultModelId,
  GRID_STAFFING_MODELS,
  gridStaffingModel,
  STAFFING_MODELS,
  staffingModel,
} from './catalogue.js';
export type { GridGoalMeasure, GridLoad, GridStaffing, GridStaffingModel } from './grid-staffing-model.js';
export { checkLoad, loadErlangs, missingParameters } from './load.js';
export { erlangBlocking, erlangBLoad } from './models/erlang-b-continuous.js';
export {
  intervalLoad,
  laggedLoad,
  modifiedOfferedLoad,
  offeredLoad,
  type ArrivalInterval,
  type LoadStart,
  type OfferedLoad,
} from './changing-load/offered-load.js';
export { fluidQueue, type FluidInterval, type FluidState } from './changing-load/fluid-queue.js';
export { lognormalOfferedLoad } from './changing-load/lognormal-load.js';
export { agentHours, agentsToRoster, fullTimeEquivalents, tolerantCeil, type AgentRounding } from './rounding.js';
export {
  checkShrinkage,
  ShrinkageClock,
  shrinkageOn,
  unplannedShrinkage,
  type GrossUp,
} from './requirement/shrinkage.js';
export { isOpen, type CountQuantiles, type StaffingForecast } from './staffing-forecast.js';
export { rateCvOf, rateCvOfBand, type CountBand } from './uncertainty/rate-spread.js';
export { rateCdf, rateFactorOf } from './uncertainty/gamma-rate.js';
export { chanceToMeetOf } from './uncertainty/chance-to-meet.js';
export { agentsUnderRisk, type UncertainLoad } from './uncertainty/agents-under-risk.js';
export { agentsWithAbsence } from './uncertainty/agents-with-absence.js';
export { presenceOf, type Presence } from './uncertainty/presence.js';
export { DEFAULT_CORRELATION, type RateCorrelation } from './uncertainty/period-chance.js';
export { requirementEffects, tellingChanges } from './requirement/requirement-effects.js';
export { DEFAULT_ANSWER_WITHIN_SECONDS, DEFAULT_VARIANT } from './service-goal.js';
export { performanceOf, type StaffingPerformance } from './performance.js';
export {
  evaluateAgents,
  requiredAgentCount,
  requiredAgents,
  type GoalUnreachableReason,
  type StaffingAnswer,
} from './required-agents.js';
export { staffingPlanFaults } from './plan/plan-faults.js';
export type { PlanFault } from './plan/plan-fault.js';
export { PLAN_MODELS, planModel, type PlanModel } from './plan/plan-models.js';
export type { IntervalLoad, RequirementNote } from './changing-load/interval-loads.js';
export type { RequirementOptions, RequirementSeries } from './requirement/requirement-series.js';
export { requirementOf, staffedIntervals } from './requirement/requirement.js';
export { recoveryAgents } from './requirement/recovery.js';
export {
  evaluateStaffing,
  type EvaluateStaffingOptions,
  type StaffingOutcome,
} from './requirement/evaluate-staffing.js';
export type {
  PeriodFigures,
  PeriodSums,
  PeriodSummary,
  RequirementSummary,
} from './requirement/requirement-summary.js';
export { DEFAULT_LOAD_METHOD } from './changing-load/interval-loads.js';
export type { GridAnswer } from './requirement/whole-grid.js';
export {
  explainRequirement,
  type ExplainRequirementInput,
  type ExplanationStep,
  type JudgedGoal,
} from './explanation/explain-requirement.js';
export * from './explanation/index.js';
export { AMOUNT_UNITS, amountBeside, amountText, type Amount, type AmountUnit, type TextLanguage } from './amount.js';
export * from './deferred/index.js';
export * from './blended/index.js';
export * from './load-transforms/index.js';
export { gridCalendar, type CalendarSpan, type GridCalendar } from './grid-calendar.js';

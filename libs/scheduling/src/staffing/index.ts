export * from './staffing-model.js';
export * from './staffing-plan.js';
export { defaultModelId, STAFFING_MODELS, staffingModel } from './catalogue.js';
export { loadErlangs, missingParameters } from './load.js';
export { erlangBlocking, erlangBLoad } from './models/erlang-b-continuous.js';
export { modifiedOfferedLoad, type ArrivalInterval, type OfferedLoad, type LoadStart } from './offered-load.js';
export { agentsToRoster, tolerantCeil } from './rounding.js';
export { DEFAULT_ANSWER_WITHIN_SECONDS, DEFAULT_VARIANT } from './service-goal.js';
export { performanceOf, type StaffingPerformance } from './performance.js';
export { evaluateAgents, requiredAgents, type GoalUnreachableReason, type StaffingAnswer } from './required-agents.js';
export { requirementOf, type RequirementInput, type RequirementNote, type RequirementSeries } from './requirement.js';
export {
  explainRequirement,
  type ExplainRequirementInput,
  type ExplanationStep,
  type JudgedGoal,
} from './explain-requirement.js';
export * from './explanation/index.js';
export { AMOUNT_UNITS, amountBeside, amountText, type Amount, type AmountUnit, type TextLanguage } from './amount.js';

export type { AnswerClock, AnswerPromise, BacklogItem, DeferredCohort, DeferredWork } from './deferred-work.js';
export { intervalsIn, OpeningClock } from './opening-clock.js';
export { deferredCohorts } from './deferred-cohorts.js';
export { capacityProfile, onWholeGrid, type CapacityProfile, type ProfilePiece } from './capacity-profile.js';
export { withLateShare, type SetAsideOptions } from './set-aside.js';
export { withSafety, type VolumeSafety } from './volume-safety.js';
export { wholeAgents, wholeAgentsInHours } from './whole-agents.js';
export { carriedOut, inTimeByGroup, workOff, type InTimeCount, type WorkOff } from './work-off.js';
export {
  capacityOf,
  orderedWork,
  planDeferred,
  staffedWork,
  type DeferredPlan,
  type DeferredPlanInput,
  type OrderedWork,
} from './plan-deferred.js';
export { answeredInTime, type AnsweredInTime, type AnswerGoal } from './answered-in-time.js';
export { deferredEffects, deskOf, planUnderRisk, type DeferredEffect, type PlanUnderRisk } from './plan-under-risk.js';
export { UncertainDesk } from './uncertain-desk.js';
export { volumePaths, type UncertainVolume, type VolumePaths } from './uncertain-volume.js';

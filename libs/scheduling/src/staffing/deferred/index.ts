export type { AnswerClock, AnswerPromise, BacklogItem, DeferredCohort, DeferredWork } from './deferred-work.js';
export { intervalsIn, OpeningClock } from './opening-clock.js';
export { deferredCohorts } from './deferred-cohorts.js';
export { capacityProfile, onWholeGrid, type CapacityProfile, type ProfilePiece } from './capacity-profile.js';
export { withLateShare, type SetAsideOptions } from './set-aside.js';
export { withSafety, type VolumeSafety } from './volume-safety.js';
export { wholeAgents, wholeAgentsInHours } from './whole-agents.js';
export { carriedOut, inTimeByGroup, workOff, type InTimeCount, type WorkOff } from './work-off.js';
export { planDeferred, type DeferredPlan, type DeferredPlanInput } from './plan-deferred.js';

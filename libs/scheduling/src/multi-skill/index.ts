export * from './multi-skill-centre.js';
export { approximateCentre, centreApproximation, type CentreState } from './approximate-centre.js';
export { approximateSizes, type ApproximateSizes, type GroupSizes } from './approximate-sizes.js';
export { centreBounds, type CentreBounds } from './bounds.js';
export {
  simulatedCentreOf,
  SizeVerifier,
  type SimulatedBehaviour,
  type SimulatedGoal,
  type SimulatedSizes,
  type VerifyOptions,
} from './simulate-sizes.js';
export { staffGroups, type StaffGroupsOptions, type StaffGroupsResult, type StaffGroupsWork } from './staff-groups.js';
export {
  requirementByGroup,
  type GroupRequirementNote,
  type QueueSeries,
  type RequirementByGroup,
  type RequirementByGroupInput,
} from './requirement-by-group.js';
export { sharedLoadOf, type SharedLoad } from './shared-load.js';
export {
  existingGroups,
  withSkillSetDemand,
  type ExistingGroup,
  type ExistingGroupsInput,
  type SkillSetDemand,
} from './skill-sets.js';
export {
  verifyRequirementByGroup,
  type VerifiedRequirement,
  type VerifyRequirementOptions,
} from './verify-requirement.js';

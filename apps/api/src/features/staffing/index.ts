export { canWait, loadAt, meanShrinkage, workAt, type OfferedWork } from './offered-work.js';
export { RequirementService, type QueueSlots, type RequirementPicture } from './requirement.service.js';
export { RequirementView } from './staffing.graphql-types.js';
export { requirementViewOf } from './staffing.mapper.js';
export { correlationOf, staffingForecastOf } from './requirement-series.js';
export { StaffingSettingsService, type SavedSettings } from './staffing-settings.service.js';

export { RequirementService, type QueueSlots, type RequirementPicture } from './requirement.service.js';

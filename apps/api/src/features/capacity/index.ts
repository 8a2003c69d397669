export { CapacityPlansService } from './capacity-plans.service.js';

export { WellbeingService } from './wellbeing.service.js';

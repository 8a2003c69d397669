export { CostSettingsService } from './cost-settings.service.js';
export type { CostSettingsRecord } from './cost-settings.repository.js';

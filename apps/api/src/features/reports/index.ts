export type { Tile } from './content/tile.js';
export { DashboardRepository } from './dashboards/dashboards.repository.js';
export { ReportsModule } from './reports.module.js';

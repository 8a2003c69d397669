export { KpiFormulaService } from './kpi-formulas.service.js';
export { MeasureFactsService, type MeasureRow } from './measure-facts.service.js';

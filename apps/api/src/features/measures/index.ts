export { KpiFormulaService } from './kpi-formulas.service.js';
export { MeasureNotesRepository, type TargetRecord } from './notes/measure-notes.repository.js';
export { MeasureCatalogueService, type CatalogueMeasure } from './values/measure-catalogue.service.js';
export type { MeasureCutName } from './values/cut.js';
export {
  MeasureValuesService,
  type MeasureCell,
  type MeasureSeries,
  type MeasureTrends,
  type MeasureValues,
  type TrendsRequest,
  type ValuesRequest,
} from './values/measure-values.service.js';

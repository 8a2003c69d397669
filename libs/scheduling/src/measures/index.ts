export {
  addingOfCatalogue,
  FactGatherer,
  tableOfFacts,
  valuesOfFacts,
  WEIGHT,
  type Adding,
  type FactRow,
  type FactSum,
  type FactSums,
  type FactTable,
} from './fact-sums.js';
export { nameOfMeasure, type MeasureDefinition, type MeasureGroup, type StandardMeasure } from './measure.js';
export {
  isFreeName,
  MeasureSet,
  type ImportedVariable,
  type MeasureFault,
  type MeasureOutcome,
} from './measure-set.js';
export {
  CALENDAR_SPANS,
  calendarSpanOf,
  MEASURE_PERIODS,
  secondsOfSpan,
  spanBefore,
  spanHolding,
  spanByDay,
  spansOf,
  stepsOf,
  type CalendarSpan,
  type MeasurePeriod,
  type MeasureRange,
  type MeasureSpan,
} from './periods.js';
export { STANDARD_DEFINITIONS, STANDARD_MEASURES } from './standard-measures.js';
export { LEAST_TREND_DAYS, TREND_LEVEL, trendOf, type MeasureTrend, type TrendSide } from './trend.js';

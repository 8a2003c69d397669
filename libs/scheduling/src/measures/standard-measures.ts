import { nameOfMeasure, type MeasureDefinition, type StandardMeasure } from './measure.js';
import { isFreeName } from './measure-set.js';
import { CUSTOMER_MEASURES } from './standard-customers.js';
import { SERVICE_MEASURES } from './standard-service.js';
import { PEOPLE_MEASURES, PLANNING_MEASURES } from './standard-work.js';

/** Every measure a centre has from the start, in the order shown. docs/methods/measures.md. */
export const STANDARD_MEASURES: readonly StandardMeasure[] = [
  ...SERVICE_MEASURES,
  ...CUSTOMER_MEASURES,
  ...PEOPLE_MEASURES,
  ...PLANNING_MEASURES,
];

/** As formulas see them. */
export const STANDARD_DEFINITIONS: readonly MeasureDefinition[] = STANDARD_MEASURES.map(({ id, formula }) => ({
  id,
  name: isFreeName(nameOfMeasure(id)) ? nameOfMeasure(id) : null,
  formula,
}));

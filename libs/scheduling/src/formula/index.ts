export { FORMULA_FUNCTIONS, VARIANT_NAMES, type FormulaVariable } from './formula-functions.js';
export { signatureOf, type FormulaFunction, type FormulaParameter } from './formula-function.js';
export { formulaErrorText, type FormulaError, type FormulaErrorCode } from './formula-error.js';
export { compileFormula, evaluateFormula, namesOfFormula, type CompiledFormula, type FormulaValue } from './formula.js';
export {
  formulaReference,
  formulaTables,
  type FunctionReference,
  type ParameterReference,
} from './formula-reference.js';
export { KPI_SOURCES, KPI_VARIABLES, type KpiSource, type KpiVariable } from './kpi-variables.js';
export { mathjsFunctions } from './mathjs-functions.js';

export { FORMULA_FUNCTIONS, VARIANT_NAMES, type FormulaVariable } from './formula-functions.js';
export { signatureOf, type FormulaFunction, type FormulaParameter } from './formula-function.js';
export { formulaErrorText, type FormulaError, type FormulaErrorCode } from './formula-error.js';
export { compileFormula, evaluateFormula, type CompiledFormula, type FormulaValue } from './formula.js';

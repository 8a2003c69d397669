export { FORMULA_FUNCTIONS, type FormulaFunction } from './formula-functions.js';
export {
  compileFormula,
  evaluateFormula,
  type CompiledFormula,
  type FormulaError,
  type FormulaErrorCode,
  type FormulaValue,
} from './formula.js';

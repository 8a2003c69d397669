export { explainGridInterval, type ExplainGridIntervalInput } from './explain-grid-interval.js';
export { explainStaffing } from './explain-staffing.js';
export type {
  AgentEffect,
  AppliedShrinkage,
  ExplainStaffingInput,
  StaffingExplanation,
  StaffingStep,
} from './staffing-explanation.js';
export {
  FORMULA_SYMBOLS,
  formulaInNumbers,
  formulaInSymbols,
  symbolsOf,
  type FormulaSymbol,
  type FormulaTerm,
  type ShownFormula,
} from './shown-formula.js';
export { directorClauseText, directorSentence, type DirectorClause } from './director-sentence.js';
export { DIRECTOR_MESSAGES, type DirectorMessageId } from './director-messages.js';
export type { CurveMarks, StaffingCurve } from './staffing-curve.js';

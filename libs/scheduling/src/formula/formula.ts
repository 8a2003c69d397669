import type { AmountUnit } from '../staffing/index.js';
import { FormulaCompiler } from './formula-compiler.js';
import { formulaError, FormulaFault, fault, type FormulaError } from './formula-error.js';
import type { FormulaVariable } from './formula-functions.js';
import { parseTokens } from './formula-parser.js';
import { FormulaSource, type FormulaValues, type Program } from './formula-program.js';
import { tokensOf } from './formula-tokens.js';
import { kindWords, unitOfKind } from './formula-units.js';

export interface FormulaValue {
  readonly kind: 'value';
  /** Never NaN; Infinity where that is the answer, as the wait of an overload is. */
  readonly value: number;
  /** What it counts: fractions are 0..1, `seconds` a length of time, rates are per hour. */
  readonly unit: AmountUnit;
}

export interface CompiledFormula {
  readonly kind: 'formula';
  /** Names whose values `evaluate` needs, each once, in order of appearance. */
  readonly names: readonly string[];
  /** What the result counts, known before any value is. */
  readonly unit: AmountUnit;
  /** Questions to a queueing model, by far the most work of a formula. */
  readonly modelCalls: number;
  /** Values in the unit of each variable. */
  readonly evaluate: (values?: FormulaValues) => FormulaValue | FormulaError;
}

/** Runs what may end in a FormulaFault and hands its error back as a value. */
function orError<T>(make: () => T): T | FormulaError {
  try {
    return make();
  } catch (error) {
    if (error instanceof FormulaFault) return error.error;
    throw error;
  }
}

function resultUnit(program: Program): AmountUnit {
  const unit = unitOfKind(program.kind);
  if (!unit) throw fault('not-a-result', null, { given: kindWords(program.kind) });
  return unit;
}

function evaluateProgram(program: Program, unit: AmountUnit, values: FormulaValues): FormulaValue {
  const value = program.run(values);
  if (Number.isNaN(value)) throw fault('not-a-number', null);
  return { kind: 'value', value: value + 0, unit };
}

/**
 * Checks a formula and makes it ready to run many times: `agents(100 per 30 min, 180 s, 80 %, 20 s)`. Numbers with
 * units (`s`, `min`, `h`, `%`, `100 per 30 min`), `+ - * / ^ mod`, comparisons, `and or not`, `condition ? a : b`, the
 * functions of FORMULA_FUNCTIONS, and the variables given. What each part is (a time, a share ...) is checked before
 * any value is known. A plain number stands for any unit: seconds for times, 0..1 for shares.
 *
 * Nothing else passes: no assignment, text, list, object or property. At most 1,000 characters, 300 parts, 40
 * brackets within another and 20 questions to a queueing model; there are no loops, so that bounds the time.
 * See docs/methods/formula.md.
 */
export function compileFormula(
  text: string,
  variables: readonly (FormulaVariable | string)[] = [],
): CompiledFormula | FormulaError {
  return orError(() => {
    const tokens = tokensOf(text);
    const known = variables.map((each): FormulaVariable =>
      typeof each === 'string' ? { name: each, unit: 'number' } : each,
    );
    const source = new FormulaSource(text, tokens);
    const compiler = new FormulaCompiler(source, new Map(known.map((each) => [each.name, each])));
    const program = compiler.compile(parseTokens(tokens));
    const unit = resultUnit(program);
    const names = [...compiler.names];
    const evaluate = (values: FormulaValues = {}): FormulaValue | FormulaError => {
      const missing = names.find((name) => !Object.hasOwn(values, name));
      if (missing !== undefined) return formulaError('missing-value', null, { name: missing });
      return orError(() => evaluateProgram(program, unit, values));
    };
    return { kind: 'formula' as const, names, unit, modelCalls: compiler.modelCalls, evaluate };
  });
}

/** {@link compileFormula} and its value in one step; every given name may be used, as a plain number. */
export function evaluateFormula(text: string, values: FormulaValues = {}): FormulaValue | FormulaError {
  const formula = compileFormula(text, Object.keys(values));
  return formula.kind === 'formula' ? formula.evaluate(values) : formula;
}

/** Names a text uses, each once, functions and units among them; none where it cannot be read at all. */
export function namesOfFormula(text: string): readonly string[] {
  const tokens = orError(() => tokensOf(text));
  if ('kind' in tokens) return [];
  return [...new Set(tokens.flatMap((token) => (token.kind === 'name' ? [token.text] : [])))];
}

import type { ConstantNode, FunctionNode, MathNode, OperatorNode, SymbolNode } from 'mathjs';
import { FORMULA_FUNCTIONS, NoAnswerError, type FormulaFunction } from './formula-functions.js';
import { parseSyntax } from './formula-parser.js';

export type FormulaErrorCode =
  | 'syntax'
  | 'too-long'
  | 'not-allowed'
  | 'unknown-name'
  | 'unknown-function'
  | 'wrong-arguments'
  | 'missing-value'
  | 'no-answer'
  | 'not-a-number';

/** What is wrong with a formula or with the values it met. */
export interface FormulaError {
  readonly kind: 'formula-error';
  readonly code: FormulaErrorCode;
  /** Plain English; screens translate the code. */
  readonly message: string;
  /** Place in the text, 0 = the first character; null when the formula as a whole is meant. */
  readonly position: number | null;
}

export interface FormulaValue {
  readonly kind: 'value';
  /** Never NaN; Infinity where that is the answer, as the wait of an overload is. */
  readonly value: number;
}

export interface CompiledFormula {
  readonly kind: 'formula';
  /** Names whose values `evaluate` needs, each once, in order of appearance. */
  readonly names: readonly string[];
  readonly evaluate: (values?: Readonly<Record<string, number>>) => FormulaValue | FormulaError;
}

const MAX_CHARACTERS = 1000;
const MAX_NODES = 300;
const ALLOWED_NODES = new Set([
  'ConstantNode',
  'SymbolNode',
  'OperatorNode',
  'FunctionNode',
  'ParenthesisNode',
  'ConditionalNode',
  'RelationalNode',
]);
const ALLOWED_OPERATORS = new Set([
  'add',
  'subtract',
  'multiply',
  'divide',
  'pow',
  'mod',
  'unaryMinus',
  'unaryPlus',
  'smaller',
  'larger',
  'smallerEq',
  'largerEq',
  'equal',
  'unequal',
  'and',
  'or',
  'not',
]);
const CONSTANTS: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E };

const functions = new Map(FORMULA_FUNCTIONS.map((entry) => [entry.name, entry]));

function formulaError(code: FormulaErrorCode, message: string, position: number | null = null): FormulaError {
  return { kind: 'formula-error', code, message, position };
}

/** Where a name first stands in the text as a whole word. The tree carries no places of its own. */
function placeOf(name: string, text: string): number | null {
  const at = text.search(
    new RegExp(`(?<![\\p{L}\\p{N}_$])${name.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')}(?![\\p{L}\\p{N}_$])`, 'u'),
  );
  return at < 0 ? null : at;
}

function callError(
  { name, parameters, optional = [], repeats }: FormulaFunction,
  count: number,
  text: string,
): FormulaError | null {
  const most = repeats ? Infinity : parameters.length + optional.length;
  if (count >= parameters.length && count <= most) return null;
  const list = [...parameters, ...optional.map((parameter) => `[${parameter}]`), ...(repeats ? ['…'] : [])].join(', ');
  return formulaError('wrong-arguments', `${name}(${list}) was given ${count} values`, placeOf(name, text));
}

/** Why a node is refused, or null. Only what is listed passes, so nothing of mathjs beyond arithmetic is reachable. */
function nodeError(node: MathNode, text: string, isCallee: boolean): FormulaError | null {
  if (!ALLOWED_NODES.has(node.type))
    return formulaError('not-allowed', `${node.type.replace('Node', '').toLowerCase()} is not allowed in a formula`);
  if (node.type === 'ConstantNode' && typeof (node as ConstantNode).value !== 'number') {
    return formulaError('not-allowed', `${String((node as ConstantNode).value)} is not a number`);
  }
  if (node.type === 'OperatorNode' && !ALLOWED_OPERATORS.has((node as OperatorNode).fn)) {
    return formulaError(
      'not-allowed',
      `the operator ${(node as OperatorNode).op} is not allowed in a formula`,
      text.indexOf((node as OperatorNode).op),
    );
  }
  if (node.type !== 'FunctionNode' || isCallee) return null;
  const { fn, args } = node as FunctionNode;
  if ((fn as MathNode).type !== 'SymbolNode') return formulaError('not-allowed', 'only named functions can be called');
  const { name } = fn as unknown as SymbolNode;
  const known = functions.get(name);
  if (!known)
    return formulaError(
      'unknown-function',
      `there is no function ${name}; known are ${[...functions.keys()].join(', ')}`,
      placeOf(name, text),
    );
  return callError(known, args.length, text);
}

/** Walks the tree once: the first refusal, or the names used. */
function examine(tree: MathNode, text: string): FormulaError | readonly string[] {
  const names = new Set<string>();
  let refusal: FormulaError | null = null;
  let nodes = 0;
  tree.traverse((node, path, parent) => {
    nodes += 1;
    const isCallee = path === 'fn' && parent?.type === 'FunctionNode';
    refusal ??= nodeError(node, text, isCallee);
    if (node.type === 'SymbolNode' && !isCallee) names.add((node as SymbolNode).name);
  });
  if (refusal) return refusal;
  if (nodes > MAX_NODES)
    return formulaError('too-long', `the formula has ${nodes} parts; at most ${MAX_NODES} are allowed`);
  return [...names].filter((name) => !Object.hasOwn(CONSTANTS, name));
}

function parsed(text: string): MathNode | FormulaError {
  if (text.length > MAX_CHARACTERS)
    return formulaError('too-long', `the formula has ${text.length} characters; at most ${MAX_CHARACTERS} are allowed`);
  if (text.trim() === '') return formulaError('syntax', 'the formula is empty', 0);
  try {
    return parseSyntax(text);
  } catch (error) {
    // The parser calls itself for every bracket; what it has no stack for is too long however few characters it has.
    if (error instanceof RangeError) return formulaError('too-long', 'the formula is nested too deeply');
    const { char, message } = error as { char?: number; message: string };
    return formulaError('syntax', message.replace(/ \(char \d+\)$/, ''), char === undefined ? null : char - 1);
  }
}

function evaluateWith(
  run: (scope: Map<string, unknown>) => unknown,
  names: readonly string[],
  values: Readonly<Record<string, number>>,
): FormulaValue | FormulaError {
  const scope = new Map<string, unknown>(Object.entries(CONSTANTS));
  for (const { name, apply } of FORMULA_FUNCTIONS) scope.set(name, apply);
  for (const name of names) {
    if (!Object.hasOwn(values, name)) return formulaError('missing-value', `no value is given for ${name}`);
    scope.set(name, values[name]);
  }
  try {
    const value = run(scope);
    if (typeof value !== 'number' || Number.isNaN(value))
      return formulaError('not-a-number', `the result is ${String(value)}, not a number`);
    return { kind: 'value', value };
  } catch (error) {
    if (error instanceof NoAnswerError) return formulaError('no-answer', error.message);
    if (error instanceof RangeError || error instanceof TypeError)
      return formulaError('wrong-arguments', error.message);
    throw error;
  }
}

/**
 * Checks a formula and makes it ready to run many times. Numbers, `+ - * / ^ %`, comparisons, `and or not`,
 * `condition ? a : b`, the functions of {@link FORMULA_FUNCTIONS}, `pi`, `e`, and the names in `allowedNames`.
 * Nothing else of mathjs: no assignment, text, list, object, import or unit. At most 1,000 characters and 300 parts.
 */
export function compileFormula(text: string, allowedNames: readonly string[] = []): CompiledFormula | FormulaError {
  const tree = parsed(text);
  if ('kind' in tree) return tree;
  const names = examine(tree, text);
  if ('kind' in names) return names;
  const unknown = names.find((name) => !allowedNames.includes(name));
  if (unknown !== undefined) {
    const known = allowedNames.length > 0 ? `; known are ${allowedNames.join(', ')}` : '';
    return formulaError('unknown-name', `there is no value ${unknown}${known}`, placeOf(unknown, text));
  }
  const code = tree.compile();
  return {
    kind: 'formula',
    names,
    evaluate: (values = {}) => evaluateWith((scope) => code.evaluate(scope), names, values),
  };
}

/** {@link compileFormula} and its value in one step; every given name may be used. */
export function evaluateFormula(
  text: string,
  values: Readonly<Record<string, number>> = {},
): FormulaValue | FormulaError {
  const formula = compileFormula(text, Object.keys(values));
  return formula.kind === 'formula' ? formula.evaluate(values) : formula;
}

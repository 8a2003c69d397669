import { create, parseDependencies } from 'mathjs/number';
import type { FactoryFunctionMap, MathNode } from 'mathjs';
import { fault } from './formula-error.js';
import { FORMULA_UNITS } from './formula-units.js';
import type { FormulaToken } from './formula-tokens.js';

// Only mathjs's parser: formulas are evaluated by our own typed functions, so nothing of mathjs can be called from
// one. The cast is because mathjs declares the map as possibly missing.
const math = create({ parseDependencies } as FactoryFunctionMap);

/** Words mathjs reads as operators. */
const OPERATOR_WORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'mod']);

/** Whether a value stands here: a number, a name, a percent sign. They reach mathjs as `$0`, `$1` ... by their place. */
const isValue = ({ kind, text }: FormulaToken): boolean =>
  text === '%' || (kind !== 'sign' && !OPERATOR_WORDS.has(text));

/** The token a symbol of the tree stands for; null for one that mathjs made itself. */
export const tokenOf = (symbol: string): number | null => (symbol.startsWith('$') ? Number(symbol.slice(1)) : null);

/** Places where mathjs would multiply silently, or call, though a planner meant neither: `2 3`, `80 % 20`, `2 (3)`. */
function checkNeighbours(tokens: readonly FormulaToken[]): void {
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    if (!next) return;
    const opens = next.text === '(';
    const startsValue = opens || (isValue(next) && next.text !== '%' && next.text !== 'per');
    const isUnitOfNumber = tokens[index - 1]?.kind === 'number' && FORMULA_UNITS.has(token.text);
    const isWrong =
      (token.kind === 'number' && (next.kind === 'number' || opens)) ||
      (token.text === '%' && startsValue) ||
      (isUnitOfNumber && opens);
    if (isWrong) throw fault('sign-missing', next.at, { text: next.text });
  });
}

interface SyntaxProblem {
  readonly char?: number;
  readonly message: string;
}

/**
 * The syntax tree of a formula, by mathjs. Every value in it is a symbol `$n`, n the place among the tokens, so that
 * no text of a formula reaches mathjs. That is also why a formula cannot hang it: its parser tries twice at each `%`
 * followed by a bracket, twice again inside, and never ends with forty of them.
 */
export function parseTokens(tokens: readonly FormulaToken[]): MathNode {
  checkNeighbours(tokens);
  const starts: number[] = [];
  let rewritten = '';
  tokens.forEach((token, index) => {
    starts.push(rewritten.length);
    rewritten += `${isValue(token) ? `$${index}` : token.text} `;
  });
  try {
    return math.parse(rewritten);
  } catch (error) {
    const { char = 1, message } = error as SyntaxProblem;
    const place = starts.findLastIndex((start) => start <= char - 1);
    const atEnd = char > rewritten.trimEnd().length;
    const last = tokens.at(-1)!;
    throw fault('syntax', atEnd ? last.at + last.text.length : (tokens[place]?.at ?? 0), {
      detail: message.replace(/ \(char \d+\)$/, ''),
    });
  }
}

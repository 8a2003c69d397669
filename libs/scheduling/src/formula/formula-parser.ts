import {
  create,
  addDependencies,
  andDependencies,
  divideDependencies,
  equalDependencies,
  largerDependencies,
  largerEqDependencies,
  modDependencies,
  multiplyDependencies,
  notDependencies,
  orDependencies,
  parseDependencies,
  powDependencies,
  smallerDependencies,
  smallerEqDependencies,
  subtractDependencies,
  unaryMinusDependencies,
  unaryPlusDependencies,
  unequalDependencies,
} from 'mathjs/number';
import type { FactoryFunctionMap, MathNode } from 'mathjs';

// Plain numbers and only what the operators need: some 50 kB packed, a fraction of the whole library. The cast is
// because mathjs declares each of these maps as possibly missing.
const math = create({
  addDependencies,
  andDependencies,
  divideDependencies,
  equalDependencies,
  largerDependencies,
  largerEqDependencies,
  modDependencies,
  multiplyDependencies,
  notDependencies,
  orDependencies,
  parseDependencies,
  powDependencies,
  smallerDependencies,
  smallerEqDependencies,
  subtractDependencies,
  unaryMinusDependencies,
  unaryPlusDependencies,
  unequalDependencies,
} as FactoryFunctionMap);

/** The syntax tree of a formula; throws mathjs's SyntaxError, whose `char` is the place, counted from 1. */
export function parseSyntax(text: string): MathNode {
  return math.parse(text);
}

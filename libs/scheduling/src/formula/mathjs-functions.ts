import type { AmountUnit } from '../staffing/index.js';
import { STAFFING_FUNCTIONS } from './staffing-functions.js';
import { compileFormula } from './formula.js';

/** What of a mathjs unit is used here, so that the whole library need not be. */
interface MathjsUnit {
  readonly type: 'Unit';
  readonly toNumber: (unit: string) => number;
}

const isUnit = (value: unknown): value is MathjsUnit =>
  typeof value === 'object' && value !== null && (value as Partial<MathjsUnit>).type === 'Unit';

function amountOf(value: unknown): { readonly value: number; readonly unit: AmountUnit } {
  if (typeof value === 'number') return { value, unit: 'number' };
  if (!isUnit(value)) throw new TypeError(`${String(value)} must be a number, a time or contacts per time`);
  try {
    return { value: value.toNumber('s'), unit: 'seconds' };
  } catch {
    return { value: value.toNumber('hour^-1'), unit: 'contacts-per-hour' };
  }
}

/**
 * The staffing functions for a mathjs of one's own, as a notebook has it: `math.import(mathjsFunctions())`, then
 * `math.evaluate('agents(100 / (30 minutes), 180 s, 80%, 20 s)')`. Times may be units of mathjs or seconds; the values
 * and refusals are those of formulas, results plain numbers in the units of docs/methods/formula.md. Formulas
 * themselves never run in mathjs.
 */
export function mathjsFunctions(): Readonly<Record<string, (...given: readonly unknown[]) => number>> {
  const entries = STAFFING_FUNCTIONS.map(({ name }) => {
    const call = (...given: readonly unknown[]): number => {
      const amounts = given.map(amountOf);
      const variables = amounts.map(({ unit }, index) => ({ name: `x${index}`, unit }));
      const formula = compileFormula(`${name}(${variables.map((each) => each.name).join(', ')})`, variables);
      const values = Object.fromEntries(amounts.map(({ value }, index) => [`x${index}`, value]));
      const result = formula.kind === 'formula' ? formula.evaluate(values) : formula;
      if (result.kind === 'value') return result.value;
      throw new RangeError(result.message);
    };
    return [name, call] as const;
  });
  return Object.fromEntries(entries);
}

import type { AmountUnit, LocalisedText } from '../staffing/index.js';

/** A value a function takes. */
export interface FormulaParameter {
  readonly name: string;
  /** `any` takes what is given; `variant` one of the names of service levels. */
  readonly unit: AmountUnit | 'any' | 'variant';
  readonly title: LocalisedText;
  /** As a formula would write it. */
  readonly example: string;
  /** Whole numbers only, 0 or more. */
  readonly whole?: boolean;
  /** No more than so many, where more would cost too much time to compute while somebody types. */
  readonly most?: number;
  /** Above 0, not 0. */
  readonly positive?: boolean;
  /** May be left out, and given by its name: `patienceSeconds = 300 s`. */
  readonly optional?: boolean;
}

/** Values by parameter, in the unit of each; what was left out is undefined. `variant` is a place in its list. */
export type FormulaArguments = Readonly<Record<string, number | undefined>>;

/** A function formulas may call. */
export interface FormulaFunction {
  readonly name: string;
  readonly title: LocalisedText;
  readonly group: 'staffing' | 'arithmetic';
  readonly parameters: readonly FormulaParameter[];
  /** The last parameter may be repeated; it arrives as `name0`, `name1` ... */
  readonly repeats?: boolean;
  /** What it gives: a unit, or `same` as its first value. */
  readonly result: AmountUnit | 'same';
  /** A call that can be evaluated as it stands. */
  readonly example: string;
  readonly apply: (values: FormulaArguments) => number;
}

/** No number answers the question asked: a goal that cannot be reached. */
export class NoAnswerError extends Error {}

/** `agents(contacts, intervalSeconds, …[, patienceSeconds])`. */
export function signatureOf({ name, parameters, repeats }: FormulaFunction): string {
  const needed = parameters.filter(({ optional }) => !optional).map((parameter) => parameter.name);
  const more = parameters.filter(({ optional }) => optional).map((parameter) => `[${parameter.name}]`);
  return `${name}(${[...needed, ...more, ...(repeats ? ['…'] : [])].join(', ')})`;
}

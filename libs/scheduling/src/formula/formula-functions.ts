import { SERVICE_LEVEL_VARIANTS, tolerantCeil, type AmountUnit, type LocalisedText } from '../staffing/index.js';
import type { FormulaArguments, FormulaFunction } from './formula-function.js';
import { STAFFING_FUNCTIONS } from './staffing-functions.js';

const X: LocalisedText = { en: 'any value', ja: '値' };

const all = (values: FormulaArguments): readonly number[] => Object.values(values).map((value) => value!);

const several = (
  name: string,
  title: LocalisedText,
  apply: (...values: readonly number[]) => number,
): FormulaFunction => ({
  name,
  title,
  group: 'arithmetic',
  parameters: [{ name: 'x', unit: 'any', title: X, example: '1' }],
  repeats: true,
  result: 'same',
  example: `${name}(3, 1, 2)`,
  apply: (values) => apply(...all(values)),
});

/** Of one value. `unit` number: free of time only, and gives a plain number; else it keeps what it is given. */
const one = (
  name: string,
  title: LocalisedText,
  how: { readonly apply: (x: number) => number; readonly keeps?: boolean },
): FormulaFunction => ({
  name,
  title,
  group: 'arithmetic',
  parameters: [{ name: 'x', unit: how.keeps ? 'any' : 'number', title: X, example: '1' }],
  result: how.keeps ? 'same' : 'number',
  example: `${name}(2.5)`,
  apply: ({ x }) => how.apply(x!),
});

const ARITHMETIC: readonly FormulaFunction[] = [
  several('min', { en: 'Smallest', ja: '最小値' }, Math.min),
  several('max', { en: 'Largest', ja: '最大値' }, Math.max),
  one('abs', { en: 'Without sign', ja: '絶対値' }, { apply: Math.abs, keeps: true }),
  one('ceil', { en: 'Rounded up, float noise apart', ja: '切り上げ' }, { apply: tolerantCeil, keeps: true }),
  one(
    'floor',
    { en: 'Rounded down, float noise apart', ja: '切り捨て' },
    { apply: (x) => -tolerantCeil(-x), keeps: true },
  ),
  one('round', { en: 'Rounded', ja: '四捨五入' }, { apply: Math.round, keeps: true }),
  one('sqrt', { en: 'Square root', ja: '平方根' }, { apply: Math.sqrt }),
  one('exp', { en: 'e to the power', ja: '指数関数' }, { apply: Math.exp }),
  one('ln', { en: 'Natural logarithm', ja: '自然対数' }, { apply: Math.log }),
];

/** Every function of formulas, those of staffing first. */
export const FORMULA_FUNCTIONS: readonly FormulaFunction[] = [...STAFFING_FUNCTIONS, ...ARITHMETIC];

export const functionsByName: ReadonlyMap<string, FormulaFunction> = new Map(
  FORMULA_FUNCTIONS.map((entry) => [entry.name, entry]),
);

/** `answeredOfOffered` for `answered-of-offered`: formulas have no hyphens in names. */
export const VARIANT_NAMES: readonly string[] = SERVICE_LEVEL_VARIANTS.map((id) =>
  id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
);

/** A name with a value given by whoever evaluates the formula. */
export interface FormulaVariable {
  readonly name: string;
  readonly unit: AmountUnit;
}

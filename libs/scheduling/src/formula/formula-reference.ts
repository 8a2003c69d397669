import { amountText, type AmountUnit, type TextLanguage } from '../staffing/index.js';
import { signatureOf, type FormulaFunction, type FormulaParameter } from './formula-function.js';
import { FORMULA_FUNCTIONS, VARIANT_NAMES } from './formula-functions.js';
import { evaluateFormula } from './formula.js';
import { KPI_VARIABLES } from './kpi-variables.js';
import { unitWords } from './formula-units.js';

/** What a function is, in one language, with an example and what that gives. */
export interface FunctionReference {
  readonly name: string;
  readonly signature: string;
  readonly title: string;
  readonly result: string;
  readonly example: string;
  readonly exampleResult: string;
  readonly parameters: readonly ParameterReference[];
}

export interface ParameterReference {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly example: string;
  readonly isOptional: boolean;
}

const ANY = { en: 'anything', ja: '任意' };
const VARIANT = { en: 'a service level’s name', ja: 'サービスレベルの名前' };
const SAME = { en: 'what it is given', ja: '引数と同じ' };

function unitText(unit: FormulaParameter['unit'], language: TextLanguage): string {
  if (unit === 'any') return ANY[language];
  return unit === 'variant' ? VARIANT[language] : unitWords(unit)[language];
}

function resultText(result: AmountUnit | 'same', language: TextLanguage): string {
  return result === 'same' ? SAME[language] : unitWords(result)[language];
}

function exampleResult(example: string, language: TextLanguage): string {
  const answer = evaluateFormula(example);
  return answer.kind === 'value' ? amountText(answer, language) : answer.message;
}

function referenceOf(each: FormulaFunction, language: TextLanguage): FunctionReference {
  return {
    name: each.name,
    signature: signatureOf(each),
    title: each.title[language],
    result: resultText(each.result, language),
    example: each.example,
    exampleResult: exampleResult(each.example, language),
    parameters: each.parameters.map(({ name, title, unit, example, optional = false }) => ({
      name,
      title: title[language],
      unit: unitText(unit, language),
      example,
      isOptional: optional,
    })),
  };
}

/** Every function with its parameters, in one language: for help, listings and the page of documentation. */
export function formulaReference(language: TextLanguage): readonly FunctionReference[] {
  return FORMULA_FUNCTIONS.map((each) => referenceOf(each, language));
}

const HEADS = {
  en: {
    functions: ['function', 'gives', 'example', 'is'],
    values: ['value', 'what', 'kind', 'example'],
    variables: ['name', 'what', 'kind'],
  },
  ja: {
    functions: ['関数', '結果', '例', '値'],
    values: ['引数', '内容', '種類', '例'],
    variables: ['名前', '内容', '種類'],
  },
} as const;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const code = (text: string): string => `\`${text}\``;

/**
 * The tables of docs/methods/formula.md in one language: the functions, their values, the names of service levels and
 * the names of KPIs. A test holds the page to it.
 */
export function formulaTables(language: TextLanguage): string {
  const heads = HEADS[language];
  const reference = formulaReference(language);
  const functions = reference.map(({ signature, title, result, example, exampleResult: is }) => [
    `${code(signature)}<br>${title}`,
    result,
    code(example),
    is,
  ]);
  const byName = new Map(reference.flatMap(({ parameters }) => parameters).map((each) => [each.name, each]));
  const values = [...byName.values()].map(({ name, title, unit, example }) => [code(name), title, unit, code(example)]);
  const variables = KPI_VARIABLES.map(({ name, title, unit }) => [
    code(name),
    title[language],
    unitWords(unit)[language],
  ]);
  return [
    table(heads.functions, functions),
    table(heads.values, values),
    VARIANT_NAMES.map(code).join(', '),
    table(heads.variables, variables),
  ].join('\n\n');
}

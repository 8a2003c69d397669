import { FORMULA_MESSAGES, type FormulaErrorCode } from './formula-messages.js';
import type { LocalisedText, TextLanguage } from '../staffing/index.js';

export type { FormulaErrorCode };

/** A word of an error: text of the formula, a number, or words in both languages. */
export type FormulaErrorParam = string | number | LocalisedText;

/** What is wrong with a formula or with the values it met, where, and what to write instead. */
export interface FormulaError {
  readonly kind: 'formula-error';
  readonly code: FormulaErrorCode;
  readonly params: Readonly<Record<string, FormulaErrorParam>>;
  /** In English; {@link formulaErrorText} has it in both languages. */
  readonly message: string;
  /** Place in the text, 0 = the first character; null when the formula as a whole is meant. */
  readonly position: number | null;
}

function filledIn(
  code: FormulaErrorCode,
  params: Readonly<Record<string, FormulaErrorParam>>,
  language: TextLanguage,
): string {
  return FORMULA_MESSAGES[code][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const param = params[name] ?? '';
    return typeof param === 'object' ? param[language] : String(param);
  });
}

/** The error in words: what, and the remedy. */
export function formulaErrorText({ code, params }: FormulaError, language: TextLanguage): string {
  return filledIn(code, params, language);
}

export function formulaError(
  code: FormulaErrorCode,
  position: number | null,
  params: Readonly<Record<string, FormulaErrorParam>> = {},
): FormulaError {
  return { kind: 'formula-error', code, params, message: filledIn(code, params, 'en'), position };
}

/** Carries an error out of the depths of a formula; caught where a formula is compiled or evaluated. */
export class FormulaFault extends Error {
  constructor(readonly error: FormulaError) {
    super(error.message);
  }
}

export function fault(
  code: FormulaErrorCode,
  position: number | null,
  params?: Readonly<Record<string, FormulaErrorParam>>,
): FormulaFault {
  return new FormulaFault(formulaError(code, position, params));
}

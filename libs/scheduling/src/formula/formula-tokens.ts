import { fault } from './formula-error.js';

/** A piece of the text of a formula. */
export interface FormulaToken {
  readonly kind: 'number' | 'name' | 'sign';
  /** As a formula writes it: full-width forms and typographic signs are made plain. */
  readonly text: string;
  /** Place in the text as it was given. */
  readonly at: number;
}

export const MAX_CHARACTERS = 1000;
export const MAX_DEPTH = 40;

const TOKEN =
  /(\s+)|((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|([\p{L}_][\p{L}\p{M}\p{N}_]*)|(<=|>=|==|!=|[-+*/^(),?:<>%=])/uy;

const PLAIN_SIGNS: Readonly<Record<string, string>> = { '×': '*', '÷': '/', '−': '-', '\u3000': ' ', '、': ',' };
const LONG_SIGNS: Readonly<Record<string, string>> = { '≤': '<=', '≥': '>=', '≠': '!=' };

/** Full-width forms, as Japanese keyboards write them, made plain. Keeps the length, so that places stay right. */
function plainly(text: string): string {
  return text.replace(
    /[\uFF01-\uFF5E×÷−\u3000、]/g,
    (sign) => PLAIN_SIGNS[sign] ?? String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
}

function checkDepth(tokens: readonly FormulaToken[]): void {
  let depth = 0;
  for (const { text, at } of tokens) {
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    if (depth > MAX_DEPTH)
      throw fault('too-long', at, {
        count: depth,
        most: MAX_DEPTH,
        what: { en: 'nested brackets', ja: '括弧の入れ子' },
      });
  }
}

/**
 * The pieces of a formula's text. Nothing else than numbers, names and the signs of arithmetic passes: no quotes,
 * brackets of lists and objects, dots of properties, semicolons. Throws a FormulaFault that names the place.
 */
export function tokensOf(text: string): readonly FormulaToken[] {
  if (text.length > MAX_CHARACTERS) {
    const what = { en: 'characters', ja: '文字数' };
    throw fault('too-long', null, { count: text.length, most: MAX_CHARACTERS, what });
  }
  const plain = plainly(text);
  const tokens: FormulaToken[] = [];
  for (let at = 0; at < plain.length;) {
    const long = LONG_SIGNS[plain[at]!];
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(plain);
    if (long) tokens.push({ kind: 'sign', text: long, at });
    else if (!found) throw fault('bad-character', at, { text: String.fromCodePoint(text.codePointAt(at)!) });
    else if (!found[1]) tokens.push({ kind: found[2] ? 'number' : found[3] ? 'name' : 'sign', text: found[0], at });
    at += long ? 1 : found![0].length;
  }
  if (tokens.length === 0) throw fault('empty', 0);
  checkDepth(tokens);
  return tokens;
}

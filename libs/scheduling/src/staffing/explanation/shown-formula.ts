import { amountText, type Amount, type AmountUnit, type TextLanguage } from '../amount.js';
import type { LocalisedText } from '../staffing-model.js';

/** The letters of shown formulas and what they stand for. */
export const FORMULA_SYMBOLS = {
  c: { en: 'contacts in the interval', ja: '時間帯内のコンタクト数' },
  h: { en: 'mean handle time', ja: '平均処理時間' },
  t: { en: 'length of the interval', ja: '時間帯の長さ' },
  k: { en: 'contacts handled at once', ja: '同時対応数' },
  N: { en: 'contacts all agents can handle at once', ja: '全員で同時に対応できる件数' },
  a: { en: 'load: contacts in hand at any moment', ja: '呼量（常時対応中の件数）' },
  'a′': { en: 'load staffed for, with what is in hand from before', ja: '前から続く対応を含む計画上の呼量' },
  n: { en: 'agents on contacts', ja: '対応中の人数' },
  T: { en: 'answer within', ja: '応答目標時間' },
  P: { en: 'mean patience', ja: '平均忍耐時間' },
  Pw: { en: 'share that waits', ja: '待ち確率' },
  Ab: { en: 'share that abandons', ja: '放棄率' },
  Bl: { en: 'share turned away', ja: '呼損率' },
  Late: { en: 'share answered after T', ja: '目標時間を過ぎて応答した割合' },
  SL: { en: 'service level', ja: 'サービスレベル' },
  W: { en: 'mean wait of the answered', ja: '平均応答時間' },
  u: { en: 'occupancy', ja: '稼働率' },
  s: { en: 'shrinkage', ja: 'シュリンケージ' },
  r: { en: 'agents to roster', ja: '配置必要人数' },
} as const satisfies Readonly<Record<string, LocalisedText>>;
export type FormulaSymbol = keyof typeof FORMULA_SYMBOLS;

/** A piece of a shown formula: writing (signs, brackets) or a letter with its number. */
export type FormulaTerm = string | { readonly symbol: FormulaSymbol; readonly amount: Amount };

/** A formula twice in one: read the letters, or put the numbers in. */
export interface ShownFormula {
  /** Permanent, kebab-case. */
  readonly id: string;
  readonly terms: readonly FormulaTerm[];
}

/** A letter with its number and unit. */
export const term = (symbol: FormulaSymbol, value: number, unit: AmountUnit): FormulaTerm => ({
  symbol,
  amount: { value, unit },
});

/** The formula with its letters: `a = c × h ÷ t`. */
export function formulaInSymbols({ terms }: ShownFormula): string {
  return terms.map((piece) => (typeof piece === 'string' ? piece : piece.symbol)).join('');
}

/** The formula with its numbers put in, each with its unit: `10 erlangs = 100 contacts × 3 min ÷ 30 min`. */
export function formulaInNumbers({ terms }: ShownFormula, language: TextLanguage): string {
  return terms.map((piece) => (typeof piece === 'string' ? piece : amountText(piece.amount, language))).join('');
}

/** The letters the formula uses, each once, in order. */
export function symbolsOf({ terms }: ShownFormula): readonly FormulaSymbol[] {
  return [...new Set(terms.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.symbol])))];
}

import { amountText, type AmountUnit, type TextLanguage } from '../../staffing/index.js';

/** `+20%`, `-5 agents`: what is more or less, with its sign; nothing more is `±0`. */
export function moreText(value: number, unit: AmountUnit, language: TextLanguage): string {
  const text = amountText({ value: Math.abs(value), unit }, language);
  return `${value > 0 ? '+' : value < 0 ? '-' : '±'}${text}`;
}

/** A factor as what it makes more or less: 1.2 is `+20%`. Float noise of the subtraction is left out. */
export function factorText(factor: number, language: TextLanguage): string {
  return moreText(Math.round((factor - 1) * 1e6) / 1e6, 'fraction', language);
}

export function fractionText(value: number, language: TextLanguage): string {
  return amountText({ value, unit: 'fraction' }, language);
}

export function secondsText(value: number, language: TextLanguage): string {
  return amountText({ value, unit: 'seconds' }, language);
}

export function agentsText(value: number, language: TextLanguage): string {
  return amountText({ value, unit: 'agents' }, language);
}

/** A plain number with at most that many decimals. */
export function numberText(value: number, language: TextLanguage, digits = 1): string {
  return amountText({ value, unit: 'number' }, language, digits);
}

/** One of two texts by language. */
export function inWords(language: TextLanguage, en: string, ja: string): string {
  return language === 'en' ? en : ja;
}

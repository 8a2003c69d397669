import type { TextLanguage } from '../staffing/index.js';

const LOCALES: Readonly<Record<TextLanguage, string>> = { en: 'en-GB', ja: 'ja-JP' };
const UNKNOWN = '–';

/**
 * An amount of money as the language writes it, without cents from a thousand on (`isWhole`): `€1,234`, `￥12,300`. `signed` puts a
 * sign before what is not 0. NaN is a dash; a currency nobody knows stands as its code.
 */
export function moneyText(
  amount: number,
  currency: string,
  {
    language,
    signed = false,
    isWhole = Math.abs(amount) >= 1000,
  }: { readonly language: TextLanguage; readonly signed?: boolean; readonly isWhole?: boolean },
): string {
  if (!Number.isFinite(amount)) return UNKNOWN;
  const whole = isWhole ? { maximumFractionDigits: 0, minimumFractionDigits: 0 } : {};
  const format = new Intl.NumberFormat(LOCALES[language], {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    signDisplay: signed ? 'exceptZero' : 'negative',
    ...whole,
  });
  return format.format(amount);
}

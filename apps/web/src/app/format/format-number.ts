import { currentLanguage } from '../i18n/language.js';

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const locale = currentLanguage() === 'ja' ? 'ja-JP' : 'en-GB';
  const key = `${locale}|${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) formats.set(key, (found = new Intl.NumberFormat(locale, options)));
  return found;
}

/** `1,234.5`, with at most `digits` decimals; below zero with a true minus. */
export function formatNumber(value: number, digits = 0): string {
  return formatOf({ maximumFractionDigits: digits }).format(value).replace('-', '−');
}

/** 0.784 becomes `78.4%`; `digits` decimals at most. */
export function formatPercent(fraction: number, digits = 1): string {
  return formatOf({ style: 'percent', maximumFractionDigits: digits }).format(fraction).replace('-', '−');
}

/** With its sign: 0.12 becomes `+12%`, -0.38 `−38%`. */
export function formatSignedPercent(fraction: number, digits = 1): string {
  const options = { style: 'percent', maximumFractionDigits: digits, signDisplay: 'exceptZero' } as const;
  return formatOf(options).format(fraction).replace('-', '−');
}

/** Minutes as hours with two decimals at most: 2310 becomes `38.5`. */
export function formatHours(minutes: number): string {
  return formatOf({ maximumFractionDigits: 2 }).format(minutes / 60);
}

/** With its sign: `+3`, `−3` (a true minus). */
export function formatSigned(value: number, digits = 0): string {
  return formatOf({ maximumFractionDigits: digits, signDisplay: 'exceptZero' }).format(value).replace('-', '−');
}

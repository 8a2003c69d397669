import type { LocalisedText } from './staffing-model.js';

/** What a number counts, so that whoever shows it can format it. `seconds` is any length of time. */
export const AMOUNT_UNITS = [
  'number',
  'fraction',
  'seconds',
  'contacts',
  'contacts-per-hour',
  'erlangs',
  'agents',
] as const;
export type AmountUnit = (typeof AMOUNT_UNITS)[number];

/** A value and what it counts. Fractions 0..1; NaN where nothing is known, Infinity for waits without end. */
export interface Amount {
  readonly value: number;
  readonly unit: AmountUnit;
}

export type TextLanguage = keyof LocalisedText;

const LOCALES: Readonly<Record<TextLanguage, string>> = { en: 'en-GB', ja: 'ja-JP' };
const UNKNOWN = '–';
const ENDLESS: LocalisedText = { en: 'without end', ja: '際限なし' };

function decimal(value: number, digits: number, language: TextLanguage): string {
  // `+ 0` turns -0 into 0.
  const text = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: digits }).format(value + 0);
  return text === '-0' ? '0' : text;
}

const TIME_PARTS = [
  { seconds: 3600, title: { en: ' h', ja: '時間' } },
  { seconds: 60, title: { en: ' min', ja: '分' } },
  { seconds: 1, title: { en: ' s', ja: '秒' } },
] as const;

/** `45 s`, `3 min`, `3 min 20 s`, `2 h 30 min`: the two largest parts, seconds below ten with decimals. */
function timeText(seconds: number, digits: number, language: TextLanguage): string {
  const size = Math.abs(seconds);
  const plain = (value: number, most: number): string => decimal(value, most, language) + TIME_PARTS[2].title[language];
  if (size < 10) return plain(seconds, digits);
  if (size < 120 && size !== 60) return plain(seconds, digits - 1);
  const smallest = size < 7200 ? 1 : 60;
  let left = Math.round(size / smallest) * smallest;
  const shown = TIME_PARTS.flatMap(({ seconds: length, title }) => {
    const count = Math.floor(left / length);
    left -= count * length;
    return count > 0 ? [`${decimal(count, 0, language)}${title[language]}`] : [];
  });
  return (seconds < 0 ? '-' : '') + shown.slice(0, 2).join(language === 'en' ? ' ' : '');
}

const plural = (text: string, one: string, many: string): string => `${text} ${text === '1' ? one : many}`;

/** Most decimals shown of each unit unless the caller asks for more. */
const DIGITS: Readonly<Record<AmountUnit, number>> = {
  number: 3,
  fraction: 1,
  seconds: 1,
  contacts: 1,
  'contacts-per-hour': 1,
  erlangs: 2,
  agents: 1,
};

/**
 * The amount in words of a language, with its unit and never more decimals than a reader wants: `14 agents`, `3 min`,
 * `88.8%`, `200 contacts per hour`; 14人, 3分, 88.8%. `digits` = the most decimals. NaN is a dash.
 */
export function amountText(amount: Amount, language: TextLanguage, digits: number = DIGITS[amount.unit]): string {
  const { value, unit } = amount;
  if (Number.isNaN(value)) return UNKNOWN;
  if (!Number.isFinite(value)) return value > 0 ? ENDLESS[language] : `-${ENDLESS[language]}`;
  if (unit === 'seconds') return timeText(value, digits, language);
  if (unit === 'fraction') return `${decimal(value * 100, digits, language)}%`;
  const text = decimal(value, digits, language);
  const inJapanese = language === 'ja';
  switch (unit) {
    case 'contacts':
      return inJapanese ? `${text}件` : plural(text, 'contact', 'contacts');
    case 'contacts-per-hour':
      return inJapanese ? `1時間あたり${text}件` : `${plural(text, 'contact', 'contacts')} per hour`;
    case 'erlangs':
      return inJapanese ? `${text}アーラン` : plural(text, 'erlang', 'erlangs');
    case 'agents':
      return inJapanese ? `${text}人` : plural(text, 'agent', 'agents');
    case 'number':
      return text;
  }
}

const MOST_DIGITS = 7;

/**
 * A value beside its target, with as many decimals as it takes to tell them apart: 79.996 % beside 80 % is not shown
 * as 80 %. Values equal to seven decimals are shown alike.
 */
export function amountBeside(amount: Amount, target: Amount, language: TextLanguage): string {
  for (let digits = DIGITS[amount.unit]; digits < MOST_DIGITS; digits += 1) {
    const text = amountText(amount, language, digits);
    if (text !== amountText(target, language, digits)) return text;
  }
  return amountText(amount, language);
}

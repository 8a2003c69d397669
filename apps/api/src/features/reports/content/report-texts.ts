import { amountText, type Amount, type LocalisedText } from '@yotei/scheduling/staffing';
import type { LocalDate } from '@yotei/time';
import { daysText } from '../../../platform/clock/days-text.js';

/** The same text in both languages: names, times. */
export const same = (text: string): LocalisedText => ({ en: text, ja: text });

export const amountWords = (amount: Amount): LocalisedText => ({
  en: amountText(amount, 'en'),
  ja: amountText(amount, 'ja'),
});

/** How far an amount moved, with its sign: `+3.2 points` of a share, `−12 s`. */
export function changeWords({ value, unit }: Amount): LocalisedText {
  const sign = value > 0 ? '+' : value < 0 ? '−' : '±';
  if (unit === 'fraction') {
    // Points: a share that goes from 80 % to 84 % has grown by 4 points, or by 5 %.
    const points = Math.abs(value * 100).toLocaleString('en', { maximumFractionDigits: 1 });
    return { en: `${sign}${points} ${points === '1' ? 'point' : 'points'}`, ja: `${sign}${points}ポイント` };
  }
  const words = amountWords({ value: Math.abs(value), unit });
  return { en: `${sign}${words.en}`, ja: `${sign}${words.ja}` };
}

const dateFormat = {
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', weekday: 'short' }),
  ja: new Intl.DateTimeFormat('ja-JP', { timeZone: 'UTC', day: 'numeric', month: 'long', weekday: 'short' }),
};
const yearFormat = {
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }),
  ja: new Intl.DateTimeFormat('ja-JP', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }),
};

const dateOf = (on: LocalDate): Date => new Date(`${on}T00:00:00Z`);

/** `Mon 9 Nov`, `11月9日(月)`. */
export const dayWords = (on: LocalDate): LocalisedText => ({
  en: dateFormat.en.format(dateOf(on)).replace(',', ''),
  ja: dateFormat.ja.format(dateOf(on)),
});

/** `9 Nov 2026`, and of several days the first and the last as notices write them: `9–15 Nov 2026`. */
export function periodWords(fromOn: LocalDate, days: number): LocalisedText {
  const first = dateOf(fromOn);
  return days === 1 ? { en: yearFormat.en.format(first), ja: yearFormat.ja.format(first) } : daysText(fromOn, days);
}

/** Names joined as a sentence joins them. */
export function listWords(items: readonly LocalisedText[]): LocalisedText {
  return {
    en: new Intl.ListFormat('en', { type: 'conjunction' }).format(items.map(({ en }) => en)),
    ja: items.map(({ ja }) => ja).join('、'),
  };
}

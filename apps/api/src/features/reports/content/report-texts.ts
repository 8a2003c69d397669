import { amountText, type Amount, type LocalisedText } from '@yotei/scheduling/staffing';
import { addDays, type LocalDate } from '@yotei/time';

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

/** `9 Nov 2026`, and of several days the first and the last. */
export function periodWords(fromOn: LocalDate, days: number): LocalisedText {
  const words = (on: LocalDate): LocalisedText => ({
    en: yearFormat.en.format(dateOf(on)),
    ja: yearFormat.ja.format(dateOf(on)),
  });
  const [first, last] = [words(fromOn), words(addDays(fromOn, days - 1))];
  return days === 1 ? first : { en: `${first.en} – ${last.en}`, ja: `${first.ja}〜${last.ja}` };
}

/** Names joined as a sentence joins them. */
export function listWords(items: readonly LocalisedText[]): LocalisedText {
  return {
    en: new Intl.ListFormat('en', { type: 'conjunction' }).format(items.map(({ en }) => en)),
    ja: items.map(({ ja }) => ja).join('、'),
  };
}

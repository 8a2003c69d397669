import type { Preference } from '../../roster/index.js';
import { clockText } from '../../rules/index.js';
import { dateText } from './moment-words.js';
import type { ExplanationWords } from './names.js';

/** The wish as a noun: `a day off on Wed 4 Nov`; `11月4日(水)の休み`. */
export function wishText(wish: Preference, words: ExplanationWords): string {
  return words.language === 'ja' ? wishJa(wish, words) : wishEn(wish, words);
}

function wishEn(wish: Preference, words: ExplanationWords): string {
  const on = wish.on === undefined ? '' : ` on ${dateText(wish.on, 'en')}`;
  const template = wish.templateId === undefined ? 'any shift' : words.template(wish.templateId);
  switch (wish.kind) {
    case 'day-off':
      return wish.on === undefined ? 'days off' : `a day off${on}`;
    case 'day-on':
      return `work${on}`;
    case 'start-between':
      return `a start ${windowEn(wish)}${on}`;
    case 'end-between':
      return `an end ${windowEn(wish)}${on}`;
    case 'template-on':
      return `${template}${on}`;
    case 'days-off-together':
      return 'days off next to each other';
    case 'template-off':
      return `no ${template}${on}`;
  }
}

function windowEn({ fromMinute, untilMinute }: Preference): string {
  if (untilMinute === undefined) return `at ${clockText(fromMinute ?? 0)} or later`;
  if (fromMinute === undefined) return `at ${clockText(untilMinute)} or earlier`;
  return `between ${clockText(fromMinute)} and ${clockText(untilMinute)}`;
}

function wishJa(wish: Preference, words: ExplanationWords): string {
  const on = wish.on === undefined ? '' : `${dateText(wish.on, 'ja')}の`;
  const template = wish.templateId === undefined ? '勤務' : words.template(wish.templateId);
  switch (wish.kind) {
    case 'day-off':
      return `${on}休み`;
    case 'day-on':
      return `${on}勤務`;
    case 'start-between':
      return `${on}開始時刻(${windowJa(wish)})`;
    case 'end-between':
      return `${on}終了時刻(${windowJa(wish)})`;
    case 'template-on':
      return `${on}「${template}」`;
    case 'days-off-together':
      return '連続した休み';
    case 'template-off':
      return `${on}「${template}」を避ける希望`;
  }
}

function windowJa({ fromMinute, untilMinute }: Preference): string {
  if (untilMinute === undefined) return `${clockText(fromMinute ?? 0)}以降`;
  if (fromMinute === undefined) return `${clockText(untilMinute)}以前`;
  return `${clockText(fromMinute)}〜${clockText(untilMinute)}`;
}

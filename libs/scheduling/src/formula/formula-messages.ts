import type { LocalisedText } from '../staffing/index.js';

/** Every error of formulas: what is wrong and what to write instead. */
export const FORMULA_MESSAGES = {
  empty: {
    en: 'the formula is empty; write for example agents(100 per 30 min, 180 s, 80 %, 20 s)',
    ja: '式が空です。例：agents(100 per 30 min, 180 s, 80 %, 20 s)',
  },
  syntax: {
    en: 'cannot be read from here on ({detail}); check signs, commas and brackets',
    ja: 'ここから先を読み取れません。記号・カンマ・括弧を確認してください',
  },
  'too-long': {
    en: 'the formula has {count} {what}; at most {most} are allowed: make two of it',
    ja: '式の{what}が{count}あります。上限は{most}です。式を分けてください',
  },
  'bad-character': {
    en: '{text} has no meaning in a formula; numbers, names, + - * / ^ % ( ) , comparisons and ? : have',
    ja: '「{text}」は式では使えません。数値、名前、+ - * / ^ % ( ) , 比較、? : が使えます',
  },
  'not-allowed': {
    en: '{text} is not allowed in a formula; use arithmetic, comparisons, condition ? a : b and the listed functions',
    ja: '「{text}」は式では使えません。四則演算、比較、条件 ? a : b、一覧にある関数を使ってください',
  },
  'sign-missing': {
    en: 'a sign is missing before {text}; write * to multiply, a mod b for a remainder',
    ja: '「{text}」の前に記号がありません。掛け算は *、余りは a mod b と書いてください',
  },
  'unknown-name': {
    en: 'there is no value or unit {name}; known are {known}',
    ja: '「{name}」という値や単位はありません。使えるもの：{known}',
  },
  'unknown-function': {
    en: 'there is no function {name}; known are {known}',
    ja: '「{name}」という関数はありません。使えるもの：{known}',
  },
  'wrong-count': {
    en: '{call} was given {count} values',
    ja: '{call} に{count}個の値が渡されました',
  },
  'unknown-argument': {
    en: '{call} has no value called {name}',
    ja: '{call} に「{name}」という値はありません',
  },
  'given-twice': {
    en: '{name} of {call} is given twice; give it once',
    ja: '{call} の「{name}」が二度指定されています。一度だけ指定してください',
  },
  'wrong-kind': {
    en: '{parameter}: {text} is {given}, not {expected}; write {example}',
    ja: '{parameter}：「{text}」は{given}で、{expected}ではありません。例：{example}',
  },
  'mixed-kinds': {
    en: '{left} is {leftKind} and {right} is {rightKind}; they cannot be put together with {sign}',
    ja: '「{left}」は{leftKind}、「{right}」は{rightKind}のため、{sign} で結べません',
  },
  'share-of-what': {
    en: '{text}: of what is the percentage? Write {number} * (1 + {share}) to change {number} by it',
    ja: '「{text}」：何に対する割合か分かりません。増減は {number} * (1 + {share}) のように書いてください',
  },
  'out-of-range': {
    en: '{parameter}: {text} must be {must}',
    ja: '{parameter}：「{text}」は{must}でなければなりません',
  },
  refused: {
    en: '{call}: {detail}',
    ja: '{call} はこの値を計算できません（{detail}）',
  },
  'missing-value': {
    en: 'no value is given for {name}',
    ja: '「{name}」の値がありません',
  },
  'no-answer': {
    en: 'no number of agents answers {call}: the goal asks for certainty or is met by abandonment alone; ease it or add maxAbandonment',
    ja: '{call} を満たす人数はありません。目標が確実性を求めているか、放棄だけで達成されます。目標を緩めるか maxAbandonment を加えてください',
  },
  'not-a-number': {
    en: 'the result is not a number: something is divided by zero or nothing is known about it',
    ja: '結果が数値になりません。0で割っているか、値が定まりません',
  },
  'not-a-result': {
    en: 'the result is {given}, which has no meaning; a formula gives a number, a share, a time, contacts, agents or a rate',
    ja: '結果が{given}になり意味を持ちません。式の結果は数値・割合・時間・件数・人数・率のいずれかです',
  },
} as const satisfies Readonly<Record<string, LocalisedText>>;
export type FormulaErrorCode = keyof typeof FORMULA_MESSAGES;

import { messages as en } from '../app/locales/en/index.js';
import { messages as ja } from '../app/locales/ja/index.js';
import { activate } from '../app/i18n/language.js';
import { answerInReadersWords, translated } from './api-words.js';
import words from './api-words.ja.json' with { type: 'json' };

describe('a sentence of the api', () => {
  it('is put into other words, its values with it', () => {
    expect(translated('a name has 1 to 80 characters', words)).toBe('名前は1~80文字にしてください');
    expect(translated("the days must lie in the schedule's weeks, from 2026-11-02 until 2026-11-09", words)).toBe(
      '日付はシフト表の期間(2026-11-02~2026-11-09)の中にしてください',
    );
  });

  it('takes the pattern with most text of its own', () => {
    const two = { 'at most {}': 'A {1}', 'at most {} days': 'B {1}' };
    expect(translated('at most 3 days', two)).toBe('B 3');
    expect(translated('at most 3 hours', two)).toBe('A 3 hours');
  });

  it('stays as it is when nobody knows it', () => {
    expect(translated('levelSpread (4) must lie in 0.02..1', words)).toBe('levelSpread (4) must lie in 0.02..1');
  });

  it('has as many values in both languages', () => {
    const uneven = Object.entries(words).filter(
      ([english, japanese]) => english.split('{}').length !== new Set(japanese.match(/\{\d\}/g)).size + 1,
    );
    expect(uneven).toEqual([]);
  });
});

describe('an answer of the api', () => {
  const refused = { save: { __typename: 'InvalidInput', path: 'title', message: 'give a date' }, list: [1] };

  it('says its refusals in Japanese to who reads Japanese', async () => {
    activate('ja', ja);
    const answer = await answerInReadersWords(refused);
    expect(answer).toEqual({ save: { ...refused.save, message: '日付を指定してください' }, list: [1] });
  });

  it('is untouched in English', async () => {
    activate('en', en);
    expect(await answerInReadersWords(refused)).toBe(refused);
  });
});

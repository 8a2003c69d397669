import { TEAM_RULES, WORK_RULES } from '../rules/index.js';
import { LAW_PACKS } from './catalogue.js';
import { sourceIn } from './source-words.js';

/** Names that are written alike in both languages. */
const NAMES = /Genesys|Zendesk|Amazon Connect|Curtois|Qu|IWC|SJWEH|EC|EU|\bL\d|W\d+|\(b\)|\b5A\b/g;

describe('sources in Japanese', () => {
  it.each([
    ['LSA art. 36 (4)', '労働基準法第36条第4項'],
    ['jp.break: LSA art. 34', 'jp.break: 労働基準法第34条'],
    ['contract; Japan LSA art. 32-2 (variable hours)', '契約、労働基準法第32条の2（変形労働時間制）'],
    ['2003/88/EC art. 6, 16', 'EU指令2003/88/EC第6条・第16条'],
    ['California Labor Code 551, 552', 'カリフォルニア州労働法典第551条・第552条'],
  ])('%s is %s', (source, inJapanese) => {
    expect(sourceIn('ja', source)).toBe(inJapanese);
    expect(sourceIn('en', source)).toBe(source);
  });

  it('leave the words of a centre as they are', () => {
    expect(sourceIn('ja', 'Works agreement of 2024; section 3')).toBe('Works agreement of 2024、section 3');
  });

  it('are known for every rule and every parameter of a law', () => {
    const sources = [
      ...[...WORK_RULES, ...TEAM_RULES].map(({ source }) => source),
      ...LAW_PACKS.flatMap(({ parameters }) => parameters.map(({ source }) => source.article)),
    ];
    const left = sources.filter((source) => /[A-Za-z]/.test(sourceIn('ja', source).replaceAll(NAMES, '')));
    expect(left).toEqual([]);
    expect(sources.length).toBeGreaterThan(100);
  });
});

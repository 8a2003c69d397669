import { daysText } from './days-text.js';

describe('days as people write them', () => {
  it.each([
    ['2026-11-09', '9–15 Nov 2026', '2026年11月9日〜15日'],
    ['2026-11-30', '30 Nov – 6 Dec 2026', '2026年11月30日〜12月6日'],
    ['2026-12-28', '28 Dec 2026 – 3 Jan 2027', '2026年12月28日〜2027年1月3日'],
  ])('from %s', (fromOn, en, ja) => expect(daysText(fromOn, 7)).toEqual({ en, ja }));

  it('reaches to the last of them', () =>
    expect(daysText('2026-11-09', 14)).toEqual({ en: '9–22 Nov 2026', ja: '2026年11月9日〜22日' }));
});

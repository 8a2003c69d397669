import { changedNews, isUrgent, publishedNews } from './roster-news.js';

const at = (text: string): number => Date.parse(text);
const span = (from: string, until: string) => ({ startAt: at(from), endAt: at(until) });

describe('news of a roster', () => {
  it('says what a shift was and what it is, on the clock of the site', () => {
    const before = span('2026-11-05T00:30:00Z', '2026-11-05T09:30:00Z');
    const after = span('2026-11-05T01:30:00Z', '2026-11-05T10:30:00Z');
    const news = changedNews([{ before, after }], 'Asia/Tokyo');
    expect(news.what.en).toBe('Your schedule changed: Thu 5 Nov 10:30–19:30, before 09:30–18:30');
    expect(news.what.ja).toBe('シフトが変更されました: 11月5日(木) 10:30–19:30(変更前 09:30–18:30)');
    expect(news.path).toBe('/my-week?week=2026-11-05');
  });

  it('tells new and cancelled shifts, moved breaks and another day, the earliest first', () => {
    const monday = span('2026-11-02T00:00:00Z', '2026-11-02T09:00:00Z');
    const tuesday = span('2026-11-03T00:00:00Z', '2026-11-03T09:00:00Z');
    const said = (before: typeof monday | null, after: typeof monday | null) =>
      changedNews([{ before, after }], 'Asia/Tokyo').what.en.replace('Your schedule changed: ', '');
    expect(said(null, monday)).toBe('Mon 2 Nov 09:00–18:00 is new');
    expect(said(monday, null)).toBe('Mon 2 Nov 09:00–18:00 is cancelled');
    expect(said(monday, monday)).toBe('Mon 2 Nov 09:00–18:00 with other activities');
    const both = changedNews(
      [
        { before: tuesday, after: null },
        { before: null, after: monday },
      ],
      'Asia/Tokyo',
    );
    expect(both.what.en).toBe(
      'Your schedule changed: Mon 2 Nov 09:00–18:00 is new; Tue 3 Nov 09:00–18:00 is cancelled',
    );
  });

  it('counts what is beyond three', () => {
    const changes = [1, 2, 3, 4, 5].map((day) => ({
      before: null,
      after: span(`2026-11-0${day}T00:00:00Z`, `2026-11-0${day}T09:00:00Z`),
    }));
    expect(changedNews(changes, 'Asia/Tokyo').what.en).toMatch(/; and 2 more$/);
  });

  it('is urgent within two days', () => {
    const change = { before: null, after: span('2026-11-05T00:00:00Z', '2026-11-05T09:00:00Z') };
    expect(isUrgent([change], at('2026-11-03T01:00:00Z'))).toBe(true);
    expect(isUrgent([change], at('2026-11-02T23:00:00Z'))).toBe(false);
  });

  it('names the published week', () => {
    expect(publishedNews({ weekStartOn: '2026-11-09', weeks: 1 }, true).what).toEqual({
      en: 'The schedule of 9–15 Nov 2026 is published',
      ja: '2026年11月9日〜15日のシフトが公開されました',
    });
  });
});

import type { LawPack } from '../law-pack.js';
import { averageWeek, dailyRest, nightWorkers, weeklyRest, youngPeople } from './eu-parts.js';
import { by, hours, of } from './pack-parts.js';

const REGULATIONS = { prefix: 'gb', from: '1998-10-01', key: 'uk-rest', certain: 'yes' } as const;

/** United Kingdom: Working Time Regulations 1998 (WTR). */
export const unitedKingdom: LawPack = {
  id: 'gb',
  title: { en: 'United Kingdom', ja: 'イギリス' },
  checkedOn: '2026-11-22',
  agreements: [
    {
      id: 'opt-out',
      title: { en: 'Opt-out from the 48-hour week', ja: '週48時間の適用除外' },
      text: {
        en: 'Somebody may choose, in writing and freely, to work longer weeks, and may take it back.',
        ja: '本人が書面で選べば、より長く働けます。取り消すこともできます。',
      },
    },
    {
      id: 'fortnight-rest',
      title: { en: 'Weekly rest counted over two weeks', ja: '2週単位の休息' },
      text: {
        en: 'Two days free in one piece in two weeks instead of one in each.',
        ja: '毎週1日の代わりに、2週で続けて2日の休みをとります。',
      },
    },
  ],
  parameters: [
    dailyRest({ ...REGULATIONS, article: 'WTR 1998 reg. 10' }),
    { ...weeklyRest({ ...REGULATIONS, article: 'WTR 1998 reg. 11', certain: 'believed' }), unless: ['fortnight-rest'] },
    {
      id: 'gb.weekly_rest.fortnight',
      level: 'hard',
      from: REGULATIONS.from,
      rule: by('weekly-rest', { longRestMinutes: hours(48 + 11), weeks: 2 }),
      values: of('hours', 48, 11),
      when: ['fortnight-rest'],
      source: { article: 'WTR 1998 reg. 11 (2)', key: 'uk-rest' },
      certain: 'believed',
      title: { en: 'Long rest in two weeks', ja: '2週の休息' },
      text: {
        en: 'Two weeks have 48 hours free in one piece. That the daily 11 hours come beside them is believed.',
        ja: '2週に続けて48時間の休みがあります。1日の休息11時間を加えることは未確認です。',
      },
    },
    averageWeek({ ...REGULATIONS, article: 'WTR 1998 reg. 4' }, { weekHours: 48, weeks: 17, unless: ['opt-out'] }),
    {
      id: 'gb.break',
      level: 'hard',
      from: REGULATIONS.from,
      rule: by('break-by-work-length', {
        firstWorkMinutes: hours(6),
        firstBreakMinutes: 20,
        secondWorkMinutes: hours(24),
        secondBreakMinutes: 20,
      }),
      values: of('minutes', 20),
      source: { article: 'WTR 1998 reg. 12', key: 'uk-rest' },
      certain: 'yes',
      title: { en: 'Rest break', ja: '休憩' },
      text: {
        en: 'A day longer than 6 hours has a break of at least 20 minutes.',
        ja: '6時間を超える日には20分以上の休憩があります。',
      },
    },
    nightWorkers(
      { ...REGULATIONS, article: 'WTR 1998 reg. 6' },
      { weekHours: 48, weeks: 17, nights: 17, from: 23, until: 6 },
    ),
    ...youngPeople({ ...REGULATIONS, article: 'WTR 1998 reg. 5A-12', key: 'uk-young' }),
  ],
};

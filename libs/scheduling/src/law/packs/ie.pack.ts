import type { LawPack } from '../law-pack.js';
import { averageWeek, dailyRest, nightWorkers, weeklyRest, youngPeople } from './eu-parts.js';
import { by, hours, of } from './pack-parts.js';

const ACT = { prefix: 'ie', from: '1998-03-01', key: 'ie-guide', certain: 'yes' } as const;

/** Ireland: Organisation of Working Time Act 1997 (OWTA). */
export const ireland: LawPack = {
  id: 'ie',
  title: { en: 'Ireland', ja: 'アイルランド' },
  checkedOn: '2026-11-22',
  agreements: [],
  parameters: [
    dailyRest({ ...ACT, article: 'OWTA 1997 s. 11' }),
    weeklyRest({ ...ACT, article: 'OWTA 1997 s. 13' }),
    averageWeek({ ...ACT, article: 'OWTA 1997 s. 15' }, { weekHours: 48, weeks: 17 }),
    {
      id: 'ie.break',
      level: 'hard',
      from: ACT.from,
      rule: by('break-by-work-length', {
        firstWorkMinutes: 270,
        firstBreakMinutes: 15,
        secondWorkMinutes: hours(6),
        secondBreakMinutes: 30,
      }),
      values: of('minutes', 15, 30),
      source: { article: 'OWTA 1997 s. 12', key: 'ie-guide' },
      certain: 'yes',
      title: { en: 'Rest breaks', ja: '休憩' },
      text: {
        en: 'More than four and a half hours of work come with 15 minutes of break, more than 6 hours with 30, the first included.',
        ja: '4時間半を超える労働には15分、6時間を超える労働には（最初の分を含めて）30分の休憩があります。',
      },
    },
    nightWorkers({ ...ACT, article: 'OWTA 1997 s. 16' }, { weekHours: 48, weeks: 9, nights: 9, from: 24, until: 7 }),
    {
      id: 'ie.notice',
      level: 'duty',
      from: ACT.from,
      values: of('hours', 24),
      source: { article: 'OWTA 1997 s. 17', key: 'ie-notice' },
      certain: 'yes',
      title: { en: 'Notice of hours', ja: '勤務の予告' },
      text: {
        en: 'Hours and overtime are told at least 24 hours before.',
        ja: '勤務と時間外労働は24時間以上前に知らせます。',
      },
    },
    ...youngPeople({
      prefix: 'ie',
      from: '1997-01-02',
      article: 'Protection of Young Persons (Employment) Act 1996',
      key: 'none',
      certain: 'believed',
    }),
  ],
};

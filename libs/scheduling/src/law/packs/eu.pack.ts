import type { LawPack } from '../law-pack.js';
import { averageWeek, dailyRest, nightWorkers, weeklyRest, youngPeople } from './eu-parts.js';
import { by, hours, of } from './pack-parts.js';

const DIRECTIVE = { prefix: 'eu', from: '2004-08-02', key: 'eu-directive', certain: 'yes' } as const;

/** The least that every country of the European Union keeps; the country's own law is stricter in places. */
export const eu: LawPack = {
  id: 'eu',
  title: { en: 'European Union, common base', ja: 'EU（共通の最低基準）' },
  checkedOn: '2026-11-22',
  agreements: [
    {
      id: 'opt-out',
      title: { en: 'Opt-out from the 48-hour week', ja: '週48時間の適用除外' },
      text: {
        en: 'Believed: some states let a person agree to longer weeks, in writing and freely.',
        ja: '未確認：本人の書面による同意で、上限を外せる国があります。',
      },
    },
  ],
  parameters: [
    dailyRest({ ...DIRECTIVE, article: '2003/88/EC art. 3' }),
    weeklyRest({ ...DIRECTIVE, article: '2003/88/EC art. 5' }),
    averageWeek({ ...DIRECTIVE, article: '2003/88/EC art. 6, 16' }, { weekHours: 48, weeks: 17, unless: ['opt-out'] }),
    {
      id: 'eu.break',
      level: 'hard',
      from: DIRECTIVE.from,
      rule: by('break-by-work-length', {
        firstWorkMinutes: hours(6),
        firstBreakMinutes: 1,
        secondWorkMinutes: hours(24),
        secondBreakMinutes: 1,
      }),
      values: of('hours', 6),
      source: { article: '2003/88/EC art. 4', key: 'eu-directive' },
      certain: 'yes',
      title: { en: 'A break in a long day', ja: '長い日の休憩' },
      text: {
        en: 'A day longer than 6 hours has a break. How long it is, national law or agreement says; any length is accepted here.',
        ja: '6時間を超える日には休憩があります。長さは国の法律や協約が定めるため、ここでは問いません。',
      },
    },
    nightWorkers(
      { ...DIRECTIVE, article: '2003/88/EC art. 8' },
      { weekHours: 48, weeks: 17, nights: 17, from: 23, until: 6 },
    ),
    ...youngPeople({
      prefix: 'eu',
      from: '1996-06-22',
      article: '94/33/EC art. 8-12',
      key: 'none',
      certain: 'believed',
    }),
  ],
};

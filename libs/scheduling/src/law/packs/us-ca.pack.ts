import type { LawPack } from '../law-pack.js';
import { by, hours, of } from './pack-parts.js';
import { FAIR_WORKWEEK, FEDERAL } from './us-parts.js';

const FROM = '2000-01-01';
const CODE_512 = { article: 'California Labor Code 512', key: 'ca-breaks' };

/** California: Labor Code and wage orders, on top of federal law. */
export const california: LawPack = {
  id: 'us-ca',
  title: { en: 'United States, California', ja: 'アメリカ（カリフォルニア州）' },
  checkedOn: '2026-11-22',
  agreements: [
    FAIR_WORKWEEK,
    {
      id: 'meal-waiver',
      title: { en: 'First meal waived in short days', ja: '短い日の食事休憩の放棄' },
      text: {
        en: 'Both sides agree that a day of at most 6 hours has no meal break.',
        ja: '双方の合意により、6時間以内の日の食事休憩をなしにできます。',
      },
    },
    {
      id: 'second-meal-waiver',
      title: { en: 'Second meal waived up to 12 hours', ja: '12時間までの2回目の食事休憩の放棄' },
      text: {
        en: 'Both sides agree that a day of at most 12 hours has one meal break, when the first is taken.',
        ja: '1回目をとった場合に限り、双方の合意で12時間以内の日の2回目をなしにできます。',
      },
    },
  ],
  parameters: [
    ...FEDERAL,
    {
      id: 'us-ca.meal1',
      level: 'hard',
      from: FROM,
      rule: by('break-latest-start', {
        workMinutes: hours(5),
        breakMinutes: 30,
        latestStartMinutes: hours(5),
        breakNumber: 1,
      }),
      values: [...of('hours', 5), ...of('minutes', 30)],
      unless: ['meal-waiver'],
      source: CODE_512,
      certain: 'yes',
      title: { en: 'Meal break', ja: '食事休憩' },
      text: {
        en: 'More than 5 hours of work come with 30 minutes off duty, begun before the end of the fifth hour.',
        ja: '5時間を超える労働には、5時間目が終わる前に始まる30分の休憩があります。',
      },
    },
    {
      id: 'us-ca.meal1.waived',
      level: 'hard',
      from: FROM,
      rule: by('break-latest-start', {
        workMinutes: hours(6),
        breakMinutes: 30,
        latestStartMinutes: hours(5),
        breakNumber: 1,
      }),
      values: [...of('hours', 6), ...of('minutes', 30)],
      when: ['meal-waiver'],
      source: CODE_512,
      certain: 'yes',
      title: { en: 'Meal break, waived up to 6 hours', ja: '食事休憩（6時間まで放棄）' },
      text: {
        en: 'More than 6 hours of work come with 30 minutes off duty, begun before the end of the fifth hour.',
        ja: '6時間を超える労働には、5時間目が終わる前に始まる30分の休憩があります。',
      },
    },
    {
      id: 'us-ca.meal2',
      level: 'hard',
      from: FROM,
      rule: by('break-latest-start', {
        workMinutes: hours(10),
        breakMinutes: 30,
        latestStartMinutes: hours(10),
        breakNumber: 2,
      }),
      values: [...of('hours', 10), ...of('minutes', 30)],
      unless: ['second-meal-waiver'],
      source: CODE_512,
      certain: 'yes',
      title: { en: 'Second meal break', ja: '2回目の食事休憩' },
      text: {
        en: 'More than 10 hours of work come with a second 30 minutes. That it begins before the end of the tenth hour is believed.',
        ja: '10時間を超える労働には2回目の30分の休憩があります。10時間目が終わる前に始まることは未確認です。',
      },
    },
    {
      id: 'us-ca.meal2.waived',
      level: 'hard',
      from: FROM,
      rule: by('break-latest-start', {
        workMinutes: hours(12),
        breakMinutes: 30,
        latestStartMinutes: hours(10),
        breakNumber: 2,
      }),
      values: [...of('hours', 12), ...of('minutes', 30)],
      when: ['second-meal-waiver'],
      source: CODE_512,
      certain: 'believed',
      title: { en: 'Second meal break, waived up to 12 hours', ja: '2回目の食事休憩（12時間まで放棄）' },
      text: {
        en: 'Believed: with a waiver the second meal break is due beyond 12 hours of work.',
        ja: '未確認：放棄の合意があれば、2回目の休憩は12時間を超える労働で必要になります。',
      },
    },
    {
      id: 'us-ca.rest',
      level: 'hard',
      from: FROM,
      rule: by('rest-breaks-by-hours', { everyMinutes: hours(4), fromMinutes: 210, breakMinutes: 10 }),
      values: [...of('minutes', 10), ...of('hours', 4)],
      source: { article: '8 CCR 11010, section 12', key: 'ca-breaks' },
      certain: 'yes',
      title: { en: 'Rest breaks', ja: '小休憩' },
      text: {
        en: 'Ten paid minutes for every 4 hours or major part of them, from three and a half hours on.',
        ja: '3時間半からは、4時間ごと（その半分を超える端数を含む）に有給の10分の休憩があります。',
      },
    },
    {
      id: 'us-ca.day_of_rest',
      level: 'hard',
      from: '1937-08-27',
      rule: by('weekly-rest-day', { daysOff: 1 }),
      values: of('days', 1),
      source: { article: 'California Labor Code 551, 552', key: 'us-overtime' },
      certain: 'believed',
      title: { en: 'One day of rest in seven', ja: '7日に1日の休み' },
      text: {
        en: 'Nobody is made to work seven days of a week. Exceptions of the law are not used here.',
        ja: '週に7日働かせることはありません。法律上の例外は使いません。',
      },
    },
    {
      id: 'us-ca.overtime.day',
      level: 'pay',
      from: FROM,
      rule: by('max-daily-paid-minutes', { paidMinutes: hours(8) }),
      values: [...of('hours', 8, 12), ...of('percent', 50, 100)],
      source: { article: 'California Labor Code 510', key: 'ca-breaks' },
      certain: 'yes',
      title: { en: 'Overtime pay by day', ja: '1日の時間外手当' },
      text: {
        en: 'Hours beyond 8 in a day are paid half as much again, beyond 12 twice.',
        ja: '1日8時間を超える分は50%、12時間を超える分は100%の割増があります。',
      },
    },
    {
      id: 'us-ca.premium',
      level: 'pay',
      from: FROM,
      values: of('hours', 1, 1),
      source: { article: 'California Labor Code 226.7', key: 'ca-premium' },
      certain: 'believed',
      title: { en: 'Pay for a missed break', ja: '休憩がとれない場合の手当' },
      text: {
        en: 'Believed: one hour of pay on a day with a missed meal break, and one with a missed rest break.',
        ja: '未確認：食事休憩がとれない日に1時間分、小休憩がとれない日に1時間分の賃金があります。',
      },
    },
  ],
};

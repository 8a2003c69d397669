import type { LawPack } from '../law-pack.js';
import { averageWeek, dailyRest, nightWorkers, weeklyRest, youngPeople } from './eu-parts.js';
import { by, hours, of } from './pack-parts.js';

const ARBZG = { prefix: 'de', from: '1994-07-01', key: 'de-hours', certain: 'yes' } as const;

/** Germany: Arbeitszeitgesetz (ArbZG) and Jugendarbeitsschutzgesetz (JArbSchG). */
export const germany: LawPack = {
  id: 'de',
  title: { en: 'Germany', ja: 'ドイツ' },
  checkedOn: '2026-11-22',
  agreements: [],
  parameters: [
    {
      id: 'de.day',
      level: 'hard',
      from: ARBZG.from,
      rule: by('max-daily-paid-minutes', { paidMinutes: hours(10) }),
      values: of('hours', 10),
      source: { article: 'ArbZG section 3', key: 'de-hours' },
      certain: 'yes',
      title: { en: 'Hours of a day', ja: '1日の労働時間' },
      text: {
        en: 'A day has at most 10 hours of work, and 8 on average (see the average week).',
        ja: '労働は1日10時間まで、平均では8時間までです（平均の週労働時間を参照）。',
      },
    },
    averageWeek({ ...ARBZG, article: 'ArbZG section 3' }, { weekHours: 48, weeks: 24 }),
    {
      id: 'de.break',
      level: 'hard',
      from: ARBZG.from,
      rule: by('break-by-work-length', {
        firstWorkMinutes: hours(6),
        firstBreakMinutes: 30,
        secondWorkMinutes: hours(9),
        secondBreakMinutes: 45,
      }),
      values: of('minutes', 30, 45),
      source: { article: 'ArbZG section 4', key: 'de-breaks' },
      certain: 'yes',
      title: { en: 'Breaks', ja: '休憩' },
      text: {
        en: 'More than 6 hours of work come with 30 minutes of break, more than 9 hours with 45, known beforehand.',
        ja: '6時間を超える労働には30分、9時間を超える労働には45分の、あらかじめ決められた休憩があります。',
      },
    },
    {
      id: 'de.break.run',
      level: 'hard',
      from: ARBZG.from,
      rule: by('max-work-without-break', { workMinutes: hours(6), breakMinutes: 15 }),
      values: [...of('hours', 6), ...of('minutes', 15)],
      source: { article: 'ArbZG section 4', key: 'de-breaks' },
      certain: 'yes',
      title: { en: 'Work without a break', ja: '休憩なしの労働' },
      text: {
        en: 'Nobody works longer than 6 hours without a break; parts of a break are at least 15 minutes long.',
        ja: '休憩なしで6時間を超えて働くことはありません。休憩を分けるときは1回15分以上です。',
      },
    },
    dailyRest({ ...ARBZG, article: 'ArbZG section 5' }),
    weeklyRest({ ...ARBZG, article: 'ArbZG section 11 (4)', certain: 'believed' }),
    {
      id: 'de.sundays',
      level: 'hard',
      from: ARBZG.from,
      rule: by('free-weekdays', { weekday: 7, freeDays: 15, weeks: 52 }),
      values: of('days', 15),
      source: { article: 'ArbZG section 11 (1)', key: 'none' },
      certain: 'believed',
      title: { en: 'Free Sundays', ja: '日曜日の休み' },
      text: {
        en: 'Believed, not checked on a page: at least 15 Sundays a year are free.',
        ja: '未確認：年に少なくとも15回の日曜日が休みです。',
      },
    },
    {
      id: 'de.sunday_work',
      level: 'hard',
      from: ARBZG.from,
      values: of('days', 14),
      source: { article: 'ArbZG sections 9-11', key: 'de-hours' },
      certain: 'yes',
      title: { en: 'Work on Sundays', ja: '日曜労働' },
      text: {
        en: 'Sundays and public holidays are free unless the work is exempt; who works on one gets a day in return within two weeks. Whether contact centres are exempt differs by state: ask before you plan Sundays.',
        ja: '日曜と祝日は原則休みで、働いた場合は2週間以内に代休があります。コールセンターが例外かどうかは州によるため、計画の前に確かめてください。',
      },
    },
    nightWorkers(
      { ...ARBZG, article: 'ArbZG section 6' },
      { weekHours: 48, weeks: 4, nights: 4, from: 23, until: 6, nightMinutes: 121 },
    ),
    ...youngPeople(
      { prefix: 'de', from: '1976-05-01', article: 'JArbSchG sections 8-14', key: 'none', certain: 'believed' },
      { nightFrom: 20 },
    ),
  ],
};

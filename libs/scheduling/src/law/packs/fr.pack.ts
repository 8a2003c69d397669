import type { LawPack } from '../law-pack.js';
import { averageWeek, dailyRest, nightWorkers, weeklyRest, youngPeople } from './eu-parts.js';
import { by, hours, of } from './pack-parts.js';

const CODE = { prefix: 'fr', from: '2017-01-01', key: 'fr-guide', certain: 'yes' } as const;

/** France: Code du travail. */
export const france: LawPack = {
  id: 'fr',
  title: { en: 'France', ja: 'フランス' },
  checkedOn: '2026-11-22',
  agreements: [
    {
      id: 'forty-six-hours',
      title: { en: 'Agreement on 46 hours over twelve weeks', ja: '12週平均46時間の協約' },
      text: {
        en: 'A collective agreement lifts the average to 46 hours.',
        ja: '労使の協約で平均46時間まで認められます。',
      },
    },
  ],
  parameters: [
    {
      id: 'fr.day',
      level: 'hard',
      from: CODE.from,
      rule: by('max-daily-paid-minutes', { paidMinutes: hours(10) }),
      values: of('hours', 10),
      source: { article: 'Code du travail L3121-18', key: 'fr-guide' },
      certain: 'yes',
      title: { en: 'Hours of a day', ja: '1日の労働時間' },
      text: {
        en: 'A day has at most 10 hours of work; agreements may allow 12, which are not used here.',
        ja: '労働は1日10時間までです（協約で12時間とする例外は使いません）。',
      },
    },
    {
      id: 'fr.week_max',
      level: 'hard',
      from: CODE.from,
      rule: by('max-week-minutes', { maxMinutes: hours(48) }),
      values: of('hours', 48),
      source: { article: 'Code du travail L3121-20', key: 'fr-guide' },
      certain: 'yes',
      title: { en: 'Hours of a week', ja: '週の労働時間' },
      text: { en: 'No week has more than 48 hours of work.', ja: 'どの週も労働は48時間までです。' },
    },
    averageWeek(
      { ...CODE, article: 'Code du travail L3121-22' },
      { weekHours: 44, weeks: 12, unless: ['forty-six-hours'] },
    ),
    {
      ...averageWeek({ ...CODE, article: 'Code du travail L3121-23' }, { weekHours: 46, weeks: 12 }),
      id: 'fr.week.agreed',
      when: ['forty-six-hours'],
    },
    {
      id: 'fr.break',
      level: 'hard',
      from: CODE.from,
      // "As soon as six hours are reached": the last minute below them needs no break.
      rule: by('break-by-work-length', {
        firstWorkMinutes: hours(6) - 1,
        firstBreakMinutes: 20,
        secondWorkMinutes: hours(24),
        secondBreakMinutes: 20,
      }),
      values: of('minutes', 20),
      source: { article: 'Code du travail L3121-16', key: 'fr-code' },
      certain: 'yes',
      title: { en: 'Break', ja: '休憩' },
      text: {
        en: 'As soon as the day reaches 6 hours of work there is a break of at least 20 minutes.',
        ja: '労働が6時間に達したら、20分以上の休憩があります。',
      },
    },
    dailyRest({ ...CODE, article: 'Code du travail L3131-1' }),
    weeklyRest({ ...CODE, article: 'Code du travail L3132-2', certain: 'believed' }),
    {
      id: 'fr.days',
      level: 'hard',
      from: CODE.from,
      rule: by('weekly-rest-day', { daysOff: 1 }),
      values: of('days', 1),
      source: { article: 'Code du travail L3132-1', key: 'none' },
      certain: 'believed',
      title: { en: 'Day off in a week', ja: '週休' },
      text: {
        en: 'Believed, not checked on a page: nobody works more than six days a week.',
        ja: '未確認：週に6日を超えて働くことはありません。',
      },
    },
    {
      id: 'fr.night.shift',
      level: 'hard',
      from: CODE.from,
      rule: by('max-night-shift-minutes', {
        maxMinutes: hours(8),
        nightFromMinute: hours(21),
        nightUntilMinute: hours(6),
        nightMinutes: 180,
      }),
      values: of('hours', 8),
      source: { article: 'Code du travail L3122-6', key: 'none' },
      certain: 'believed',
      title: { en: 'Length of a night shift', ja: '夜勤の長さ' },
      text: {
        en: 'Believed, not checked on a page: night workers work at most 8 hours a day. Held for every shift with three hours at night.',
        ja: '未確認：夜勤者の労働は1日8時間までです。夜間に3時間以上かかるすべての勤務で守ります。',
      },
    },
    nightWorkers(
      { ...CODE, article: 'Code du travail L3122-7', key: 'none', certain: 'believed' },
      { weekHours: 40, weeks: 12, nights: 24, from: 21, until: 6 },
    ),
    ...youngPeople({ ...CODE, article: 'Code du travail L3162-1 and following' }, { weekHours: 35 }),
  ],
};

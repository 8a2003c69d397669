import type { LawLevel, LawParameter } from '../law-pack.js';
import { by, hours, of } from './pack-parts.js';

/** What the countries of Europe word alike, with their own article, page and day. */
interface EuropeanLaw {
  readonly prefix: string;
  readonly from: string;
  readonly article: string;
  readonly key: string;
  readonly certain: LawParameter['certain'];
  readonly level?: LawLevel;
}

const head = ({ prefix, from, article, key, certain, level = 'hard' }: EuropeanLaw, id: string) =>
  ({ id: `${prefix}.${id}`, level, from, source: { article, key }, certain }) as const;

/** Eleven hours in each day. */
export const dailyRest = (law: EuropeanLaw): LawParameter => ({
  ...head(law, 'daily_rest'),
  rule: by('min-rest-between-shifts', { restMinutes: hours(11) }),
  values: of('hours', 11),
  title: { en: 'Rest between shifts', ja: '1日の休息' },
  text: {
    en: 'Between two shifts lie at least 11 hours without a break in them.',
    ja: '勤務と勤務の間に、続けて11時間以上の休息があります。',
  },
});

/** A day off and the daily rest before it, in one piece. */
export const weeklyRest = (law: EuropeanLaw): LawParameter => ({
  ...head(law, 'weekly_rest'),
  rule: by('weekly-rest', { longRestMinutes: hours(24 + 11), weeks: 1 }),
  values: of('hours', 24, 11),
  title: { en: 'Long rest in a week', ja: '週の休息' },
  text: {
    en: 'Every week has 24 hours free in one piece, and the daily 11 hours beside them: 35 hours together.',
    ja: '毎週24時間の休みに1日の休息11時間を合わせた、続けて35時間の休息があります。',
  },
});

/** Average week with overtime, over a reference period in weeks. */
export const averageWeek = (
  law: EuropeanLaw,
  {
    weekHours,
    weeks,
    unless,
  }: { readonly weekHours: number; readonly weeks: number; readonly unless?: readonly string[] },
): LawParameter => ({
  ...head(law, 'week'),
  rule: by('average-week-minutes', { averageMinutes: hours(weekHours), weeks }),
  values: [...of('hours', weekHours), ...of('count', weeks)],
  ...(unless && { unless }),
  title: { en: 'Average week', ja: '平均の週労働時間' },
  text: {
    en: `A week has at most ${weekHours} hours on average of ${weeks} weeks, overtime included.`,
    ja: `時間外を含め、${weeks}週の平均で週${weekHours}時間までです。`,
  },
});

/** Average hours of night workers, and when the night is. */
export const nightWorkers = (
  law: EuropeanLaw,
  of_: {
    readonly weekHours: number;
    readonly weeks: number;
    readonly nights: number;
    readonly from: number;
    readonly until: number;
    readonly nightMinutes?: number;
  },
): LawParameter => ({
  ...head(law, 'night'),
  rule: by('night-worker-hours', {
    averageMinutes: hours(of_.weekHours),
    weeks: of_.weeks,
    nightShifts: of_.nights,
    nightFromMinute: hours(of_.from),
    nightUntilMinute: hours(of_.until),
    nightMinutes: of_.nightMinutes ?? 180,
  }),
  values: of('hours', of_.weekHours),
  title: { en: 'Hours of night workers', ja: '夜勤者の労働時間' },
  text: {
    en: `Who often works at night works at most ${of_.weekHours} hours a week on average of ${of_.weeks} weeks. From how many nights one counts as a night worker (here ${of_.nights} in that time) is believed.`,
    ja: `夜勤の多い方の労働は、${of_.weeks}週の平均で週${of_.weekHours}時間までです。夜勤者とみなす回数（この期間に${of_.nights}回）は未確認です。`,
  },
});

/** Rests of those under 18. */
const youngRests = (law: EuropeanLaw, restHours: number): LawParameter[] => [
  {
    ...head(law, 'young.rest'),
    rule: by('young-rest', { restMinutes: hours(restHours) }),
    values: of('hours', restHours),
    title: { en: 'Rest under 18', ja: '18歳未満の休息' },
    text: {
      en: `Who is under 18 has at least ${restHours} hours between shifts.`,
      ja: `18歳未満の方には勤務の間に${restHours}時間以上の休息があります。`,
    },
  },
  {
    ...head(law, 'young.break'),
    rule: by('young-break', { workMinutes: 270, breakMinutes: 30 }),
    values: of('minutes', 30),
    title: { en: 'Break under 18', ja: '18歳未満の休憩' },
    text: {
      en: 'Who is under 18 has 30 minutes of break when the work is longer than four and a half hours.',
      ja: '18歳未満の方は、4時間半を超える労働に30分の休憩があります。',
    },
  },
];

/** Limits for those under 18. */
export const youngPeople = (
  law: EuropeanLaw,
  {
    weekHours = 40,
    nightFrom = 22,
    nightUntil = 6,
    restHours = 12,
  }: {
    readonly weekHours?: number;
    readonly nightFrom?: number;
    readonly nightUntil?: number;
    readonly restHours?: number;
  } = {},
): LawParameter[] => [
  {
    ...head(law, 'young.night'),
    rule: by('young-night', { nightFromMinute: hours(nightFrom), nightUntilMinute: hours(nightUntil) }),
    values: of('hours', nightFrom, nightUntil),
    title: { en: 'No nights under 18', ja: '18歳未満の夜間' },
    text: {
      en: `Who is under 18 does not work between ${nightFrom}:00 and ${nightUntil}:00.`,
      ja: `18歳未満の方は${nightFrom}時から${nightUntil}時まで働きません。`,
    },
  },
  {
    ...head(law, 'young.day'),
    rule: by('young-day-minutes', { maxMinutes: hours(8) }),
    values: of('hours', 8),
    title: { en: 'Hours of a day under 18', ja: '18歳未満の1日の上限' },
    text: { en: 'Who is under 18 works at most 8 hours a day.', ja: '18歳未満の方の労働は1日8時間までです。' },
  },
  {
    ...head(law, 'young.week'),
    rule: by('young-week-minutes', { maxMinutes: hours(weekHours) }),
    values: of('hours', weekHours),
    title: { en: 'Hours of a week under 18', ja: '18歳未満の週の上限' },
    text: {
      en: `Who is under 18 works at most ${weekHours} hours a week.`,
      ja: `18歳未満の方の労働は週${weekHours}時間までです。`,
    },
  },
  ...youngRests(law, restHours),
];

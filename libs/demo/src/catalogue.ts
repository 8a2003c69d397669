import type {
  DemoActivityType,
  DemoContract,
  DemoQueue,
  DemoSite,
  DemoSkill,
  DemoTeam,
  DemoTemplate,
} from './demo-centre.js';
import { CHAT_PLAN, EMAIL_PLAN, voicePlan, WORK_PLAN } from './staffing-plans.js';
import { FULL_TIME_40, FULL_TIME_36, PART_TIME, SHORT_TIME } from './contract-ids.js';

export const SITES: readonly DemoSite[] = [
  { id: 'tokyo', name: 'Tokyo', zone: 'Asia/Tokyo', country: 'JP', weekStart: 1 },
  { id: 'dublin', name: 'Dublin', zone: 'Europe/Dublin', country: 'IE', weekStart: 1 },
];

export const TEAMS: readonly DemoTeam[] = [
  { id: 'tokyo-voice-1', name: '電話 1', siteId: 'tokyo' },
  { id: 'tokyo-voice-2', name: '電話 2', siteId: 'tokyo' },
  { id: 'tokyo-digital', name: 'デジタル', siteId: 'tokyo' },
  { id: 'dublin', name: 'Dublin', siteId: 'dublin' },
];

export const SKILLS: readonly DemoSkill[] = [
  { id: 'voice-ja', name: '日本語・電話' },
  { id: 'voice-en', name: 'English · voice' },
  { id: 'chat-ja', name: '日本語・チャット' },
  { id: 'email', name: '日本語・メール' },
  { id: 'social', name: 'SNS' },
];

const daily = (weekdays: readonly number[], fromHour: number, untilHour: number) =>
  weekdays.map((weekday) => ({ weekday, fromMinute: fromHour * 60, untilMinute: untilHour * 60 }));
const WEEKDAYS = [1, 2, 3, 4, 5];
const WEEKEND = [6, 7];

export const QUEUES: readonly DemoQueue[] = [
  {
    id: 'voice-ja',
    name: { en: 'Voice, Japanese', ja: '電話(日本語)' },
    channel: 'voice',
    skillId: 'voice-ja',
    siteId: 'tokyo',
    intervalMinutes: 15,
    opening: [...daily(WEEKDAYS, 8, 21), ...daily(WEEKEND, 9, 18)],
    openOnHolidays: true,
    plan: voicePlan(150),
    hardFraction: 0.12,
    position: 1,
  },
  {
    id: 'voice-en',
    name: { en: 'Voice, English', ja: '電話(英語)' },
    channel: 'voice',
    skillId: 'voice-en',
    siteId: 'dublin',
    intervalMinutes: 15,
    opening: daily(WEEKDAYS, 8, 18),
    openOnHolidays: false,
    plan: voicePlan(180),
    hardFraction: 0.1,
    position: 2,
  },
  {
    id: 'chat',
    name: { en: 'Chat', ja: 'チャット' },
    channel: 'chat',
    skillId: 'chat-ja',
    siteId: 'tokyo',
    intervalMinutes: 15,
    opening: [...daily(WEEKDAYS, 9, 21), ...daily(WEEKEND, 10, 18)],
    openOnHolidays: true,
    plan: CHAT_PLAN,
    hardFraction: 0.06,
    position: 3,
  },
  {
    id: 'email',
    name: { en: 'E-mail', ja: 'メール' },
    channel: 'email',
    skillId: 'email',
    siteId: 'tokyo',
    intervalMinutes: 15,
    opening: daily([1, 2, 3, 4, 5, 6], 9, 18),
    openOnHolidays: true,
    plan: EMAIL_PLAN,
    hardFraction: 0.08,
    position: 4,
  },
  {
    id: 'social',
    name: { en: 'Social media', ja: 'SNS' },
    channel: 'social',
    skillId: 'social',
    siteId: 'tokyo',
    intervalMinutes: 15,
    opening: daily([1, 2, 3, 4, 5, 6, 7], 10, 19),
    openOnHolidays: true,
    plan: WORK_PLAN,
    hardFraction: 0.15,
    position: 5,
  },
];

const activity = (
  id: string,
  title: [string, string],
  letter: [string, string],
  kind: { paid?: boolean; contactWork?: boolean; colourToken?: string },
): DemoActivityType => ({
  id,
  code: id,
  title: { en: title[0], ja: title[1] },
  letter: { en: letter[0], ja: letter[1] },
  paid: kind.paid ?? true,
  contactWork: kind.contactWork ?? false,
  colourToken: kind.colourToken ?? id,
});

/** Ids are the activity ids of the roster's vocabulary; colours and letters are those of the design. */
export const ACTIVITY_TYPES: readonly DemoActivityType[] = [
  activity('contact', ['Contact work', '応対'], ['', ''], { contactWork: true }),
  activity('break', ['Break', '休憩'], ['B', '休'], {}),
  activity('lunch', ['Lunch', '昼休み'], ['L', '昼'], { paid: false }),
  activity('training', ['Training', '研修'], ['T', '研'], {}),
  activity('meeting', ['Meeting', '朝礼・会議'], ['M', '会'], {}),
  activity('coaching', ['Coaching', '面談'], ['C', '面'], {}),
  activity('back-office', ['Back office', '後処理'], ['O', '後'], {}),
  activity('absence', ['Absence', '欠勤・休暇'], ['×', '欠'], {}),
];

const at = (activityTypeId: string, lengthMinutes: number, window: readonly [number, number], minGapMinutes = 0) => ({
  activityTypeId,
  lengthMinutes,
  earliestStartMinutes: window[0],
  latestStartMinutes: window[1],
  minGapMinutes,
});
const standUp = at('meeting', 15, [0, 0]);
const fullDay = (lunchMinutes: number, lengthMinutes: number) => [
  at('break', 15, [75, 150], 60),
  at('lunch', lunchMinutes, [180, 300], 60),
  at('break', 15, [345, lengthMinutes - 75], 60),
];
const template = (
  id: string,
  title: string,
  starts: readonly [number, number],
  body: Pick<DemoTemplate, 'lengthMinutes' | 'activities' | 'weekdays'>,
): DemoTemplate => ({
  id,
  title,
  earliestStartMinute: starts[0] * 60,
  latestStartMinute: starts[1] * 60,
  startStepMinutes: 30,
  ...body,
});

/** Presence includes the unpaid lunch: nine hours on site are eight hours paid. */
export const TEMPLATES: readonly DemoTemplate[] = [
  template('tokyo-8h', '8 h 日勤', [8, 12], { lengthMinutes: 540, activities: fullDay(60, 540) }),
  template('tokyo-8h-standup', '8 h 朝礼あり', [8, 9], {
    lengthMinutes: 540,
    activities: [standUp, ...fullDay(60, 540)],
    weekdays: [1, 4],
  }),
  template('tokyo-9h', '9 h 日勤', [8, 11], { lengthMinutes: 600, activities: fullDay(60, 600) }),
  template('tokyo-6h', '6 h 短時間', [8, 15], {
    lengthMinutes: 360,
    activities: [at('break', 15, [90, 150], 60), at('break', 15, [210, 285], 60)],
  }),
  template('tokyo-5h', '5 h 短時間', [8, 16], { lengthMinutes: 300, activities: [at('break', 15, [90, 195], 60)] }),
  template('dublin-8h', '8 h day', [8, 9], { lengthMinutes: 540, activities: fullDay(60, 540) }),
  template('dublin-5h', '5 h day', [8, 13], { lengthMinutes: 300, activities: [at('break', 15, [90, 195], 60)] }),
];

export const CONTRACTS: readonly DemoContract[] = [
  {
    id: FULL_TIME_40.tokyo,
    title: '正社員 40 h(5×8)',
    weeklyMinutesMin: 2400,
    weeklyMinutesMax: 2400,
    daysPerWeekMax: 5,
    templateIds: ['tokyo-8h', 'tokyo-8h-standup'],
  },
  {
    id: FULL_TIME_36.tokyo,
    title: '正社員 36 h(4×9)',
    weeklyMinutesMin: 2160,
    weeklyMinutesMax: 2160,
    daysPerWeekMax: 4,
    templateIds: ['tokyo-9h'],
  },
  {
    id: PART_TIME.tokyo,
    title: 'パート 24–30 h',
    weeklyMinutesMin: 1440,
    weeklyMinutesMax: 1800,
    daysPerWeekMax: 5,
    templateIds: ['tokyo-6h', 'tokyo-5h'],
  },
  {
    id: SHORT_TIME.tokyo,
    title: 'パート 15–20 h',
    weeklyMinutesMin: 900,
    weeklyMinutesMax: 1200,
    daysPerWeekMax: 4,
    templateIds: ['tokyo-5h'],
  },
  {
    id: FULL_TIME_40.dublin,
    title: 'Full time 40 h (5×8)',
    weeklyMinutesMin: 2400,
    weeklyMinutesMax: 2400,
    daysPerWeekMax: 5,
    templateIds: ['dublin-8h'],
  },
  {
    id: PART_TIME.dublin,
    title: 'Part time 20–25 h',
    weeklyMinutesMin: 1200,
    weeklyMinutesMax: 1500,
    daysPerWeekMax: 5,
    templateIds: ['dublin-5h'],
  },
];

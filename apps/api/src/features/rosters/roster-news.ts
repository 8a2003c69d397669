import { formatLocal, localDateOf, type Instant, type LocalDate, type ZoneId } from '@yotei/time';
import { daysText } from '../../platform/clock/days-text.js';
import type { Announcement, BothLanguages } from '../notifications/index.js';

interface Span {
  readonly startAt: Instant;
  readonly endAt: Instant;
}

/** A shift before and after; null where there was or is none. */
export interface SpanChange {
  readonly before: Span | null;
  readonly after: Span | null;
}

type News = Pick<Announcement, 'kind' | 'what' | 'todo' | 'path'>;
const MOST_NAMED = 3;
const EN_DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const JA_DAYS = '日月火水木金土';
const EN_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A week is out, or out again with the changes that were made to it. */
export function publishedNews(schedule: { weekStartOn: LocalDate; weeks: number }, isFirst: boolean): News {
  const week = daysText(schedule.weekStartOn, 7 * schedule.weeks);
  return {
    kind: 'schedule-published',
    what: isFirst
      ? { en: `The schedule of ${week.en} is published`, ja: `${week.ja}のシフトが公開されました` }
      : { en: `Your changed schedule of ${week.en} is published`, ja: `${week.ja}の変更後のシフトが公開されました` },
    todo: { en: 'Look at your week and acknowledge it.', ja: '内容を確認し「確認しました」を押してください。' },
    path: `/my-week?week=${schedule.weekStartOn}`,
  };
}

/** A published week is taken back; until it is published again nothing in it holds. */
export function withdrawnNews(schedule: { weekStartOn: LocalDate; weeks: number }, reason: string): News {
  const week = daysText(schedule.weekStartOn, 7 * schedule.weeks);
  return {
    kind: 'schedule-withdrawn',
    what: {
      en: `The schedule of ${week.en} is withdrawn: ${reason}`,
      ja: `${week.ja}のシフトの公開が取り消されました: ${reason}`,
    },
    todo: {
      en: 'Wait for the new one, and acknowledge that you know.',
      ja: '新しいシフトをお待ちください。内容を確認し「確認しました」を押してください。',
    },
    path: `/my-week?week=${schedule.weekStartOn}`,
  };
}

/** One person's shifts changed in a published week: each day with what it was and what it is. */
export function changedNews(changes: readonly SpanChange[], zone: ZoneId): News {
  const inOrder = [...changes].sort((a, b) => firstOf(a) - firstOf(b));
  const days = inOrder.slice(0, MOST_NAMED).map((change) => dayText(change, zone));
  const more = inOrder.length - days.length;
  return {
    kind: 'schedule-changed',
    what: {
      en: `Your schedule changed: ${days.map(({ en }) => en).join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
      ja: `シフトが変更されました: ${days.map(({ ja }) => ja).join('、')}${more > 0 ? `、ほか${more}件` : ''}`,
    },
    todo: {
      en: 'Look at the new times and acknowledge them.',
      ja: '新しい時間を確認し「確認しました」を押してください。',
    },
    path: `/my-week?week=${localDateOf(firstOf(inOrder[0]!), zone)}`,
  };
}

/** Less than two days ahead cannot wait for a digest. */
export function isUrgent(changes: readonly SpanChange[], now: Instant): boolean {
  return changes.some((change) => firstOf(change) - now < 48 * 3_600_000);
}

const firstOf = ({ before, after }: SpanChange): Instant =>
  Math.min(before?.startAt ?? Infinity, after?.startAt ?? Infinity);

function dayText({ before, after }: SpanChange, zone: ZoneId): BothLanguages {
  const was = before && spanText(before, zone);
  const is = after && spanText(after, zone);
  const on = dateText(localDateOf((after ?? before)!.startAt, zone));
  if (was === null) return { en: `${on.en} ${is} is new`, ja: `${on.ja} ${is}が追加` };
  if (is === null) return { en: `${on.en} ${was} is cancelled`, ja: `${on.ja} ${was}は取り消し` };
  if (was === is) return { en: `${on.en} ${is} with other activities`, ja: `${on.ja} ${is}の休憩・業務の時間` };
  const wasOn = dateText(localDateOf(before!.startAt, zone));
  const from = wasOn.en === on.en ? { en: was, ja: was } : { en: `${wasOn.en} ${was}`, ja: `${wasOn.ja} ${was}` };
  return { en: `${on.en} ${is}, before ${from.en}`, ja: `${on.ja} ${is}(変更前 ${from.ja})` };
}

const spanText = ({ startAt, endAt }: Span, zone: ZoneId): string =>
  [startAt, endAt].map((at) => formatLocal(at, zone).slice(11, 16)).join('–');

function dateText(on: LocalDate): BothLanguages {
  const [, month, day] = on.split('-').map(Number) as [number, number, number];
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
  return { en: `${EN_DAYS[weekday]} ${day} ${EN_MONTHS[month - 1]}`, ja: `${month}月${day}日(${JA_DAYS[weekday]})` };
}

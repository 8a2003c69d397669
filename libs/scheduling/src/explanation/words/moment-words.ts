import {
  localDateOf,
  localMinuteOfDay,
  weekdayOf,
  type Instant,
  type Interval,
  type LocalDate,
  type ZoneId,
} from '@yotei/time';
import { clockText, type MessageLanguage } from '../../rules/index.js';

const EN_WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const EN_DAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];
const JA_WEEKDAYS = '月火水木金土日';
const EN_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Wed 4 Nov`; `11月4日(水)`. */
export function dateText(on: LocalDate, language: MessageLanguage): string {
  const [, month, day] = on.split('-').map(Number);
  const weekday = weekdayOf(on) - 1;
  return language === 'ja'
    ? `${month}月${day}日(${JA_WEEKDAYS[weekday]})`
    : `${EN_WEEKDAYS[weekday]} ${day} ${EN_MONTHS[month! - 1]}`;
}

/** `Saturdays`; `土曜日`. ISO weekday. */
export function weekdayText(weekday: number, language: MessageLanguage): string {
  return language === 'ja' ? `${JA_WEEKDAYS[weekday - 1]}曜日` : EN_DAYS[weekday - 1]!;
}

const timeOf = (at: Instant, zone: ZoneId): string => clockText(localMinuteOfDay(at, zone));

/** `Wed 4 Nov 10:00–13:00`; whole days without times, several with both ends. */
export function spanText({ startAt, endAt }: Interval, zone: ZoneId, language: MessageLanguage): string {
  const [from, until] = [localDateOf(startAt, zone), localDateOf(endAt, zone)];
  const isWhole = timeOf(startAt, zone) === '00:00' && timeOf(endAt, zone) === '00:00';
  const last = isWhole ? localDateOf(endAt - 1, zone) : until;
  const join = language === 'ja' ? '〜' : '–';
  if (isWhole) {
    const first = dateText(from, language);
    return from === last ? first : `${first}${join}${dateText(last, language)}`;
  }
  const [start, end] = [timeOf(startAt, zone), timeOf(endAt, zone)];
  return from === last || (end === '00:00' && localDateOf(endAt - 1, zone) === from)
    ? `${dateText(from, language)} ${start}${join}${end}`
    : `${dateText(from, language)} ${start}${join}${dateText(until, language)} ${end}`;
}

import { currentLanguage } from '../i18n/language.js';

/** `en-GB` and not `en`: 24-hour clock, day before month. */
const LOCALES = { en: 'en-GB', ja: 'ja-JP' } as const;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Building a format costs about 50 µs, so each is kept. */
function formatOf(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = LOCALES[currentLanguage()];
  const key = `${locale}|${zone}|${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) formats.set(key, (found = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options })));
  return found;
}

type When = number | string | Date;
const asDate = (when: When) => (when instanceof Date ? when : new Date(when));

/** `09:05`, 24-hour, in the zone. */
export function formatTime(at: When, zone: string): string {
  return formatOf(zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(asDate(at));
}

/** `09:00–18:00`. */
export function formatTimeRange(startAt: When, endAt: When, zone: string): string {
  return `${formatTime(startAt, zone)}–${formatTime(endAt, zone)}`;
}

const DAY: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' };
const DAY_JA: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'long' };
const dayOptions = () => (currentLanguage() === 'ja' ? DAY_JA : DAY);

/** A calendar date: `Wed 4 Nov`, `11月4日(水)`. */
export function formatDate(on: string): string {
  return formatOf('UTC', dayOptions())
    .format(new Date(`${on}T00:00:00Z`))
    .replace(',', '');
}

/** A calendar date with its year: `4 Nov 2026`, `2026年11月4日`. */
export function formatDateWithYear(on: string): string {
  return formatOf('UTC', {
    day: 'numeric',
    month: currentLanguage() === 'ja' ? 'long' : 'short',
    year: 'numeric',
  }).format(new Date(`${on}T00:00:00Z`));
}

/** A month with its year: `Nov 2026`, `2026年11月`. */
export function formatMonth(on: string): string {
  return formatOf('UTC', { month: currentLanguage() === 'ja' ? 'long' : 'short', year: 'numeric' }).format(
    new Date(`${on}T00:00:00Z`),
  );
}

/** `2–8 Nov 2026`, `2026年11月2日～8日` (the platform's own Japanese ranges fall back to slashes). */
export function formatDateRange(fromOn: string, untilOn: string): string {
  const [fromYear, fromMonth] = fromOn.split('-').map(Number);
  const [untilYear, untilMonth, untilDay] = untilOn.split('-').map(Number);
  if (currentLanguage() === 'ja') {
    const month = fromMonth === untilMonth && fromYear === untilYear ? '' : `${untilMonth}月`;
    const year = fromYear === untilYear ? '' : `${untilYear}年`;
    return `${formatDateWithYear(fromOn)}～${year}${month}${untilDay}日`;
  }
  return formatOf('UTC', { day: 'numeric', month: 'short', year: 'numeric' }).formatRange(
    new Date(`${fromOn}T00:00:00Z`),
    new Date(`${untilOn}T00:00:00Z`),
  );
}

/** `Wed`, `水`. */
export function formatWeekday(on: string): string {
  return formatOf('UTC', { weekday: 'short' }).format(new Date(`${on}T00:00:00Z`));
}

/** An ISO weekday, 1 = Monday: `Wednesday`, `Wed`, `W`; 水曜日, 水. */
export function formatWeekdayNumber(day: number, width: 'long' | 'short' | 'narrow'): string {
  // 5 January 1970 was a Monday.
  return formatOf('UTC', { weekday: width }).format(new Date(Date.UTC(1970, 0, 4 + day)));
}

/** `Wed 4 Nov 09:05`, `11月4日(水) 09:05`, in the zone. */
export function formatDateTime(at: When, zone: string): string {
  const day = formatOf(zone, dayOptions()).format(asDate(at)).replace(',', '');
  return `${day} ${formatTime(at, zone)}`;
}

/** `Asia/Tokyo · UTC+9`: what stands by every time that is not the site's. */
export function formatZone(zone: string, at: When): string {
  const name = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'shortOffset' })
    .formatToParts(asDate(at))
    .find((part) => part.type === 'timeZoneName')?.value;
  return `${zone} · ${(name ?? 'UTC').replace('GMT', 'UTC').replace(/^UTC$/, 'UTC+0')}`;
}

/** The calendar date in the zone at that instant, without loading the planner's time library. */
export function dateInZone(at: When, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    asDate(at),
  );
}

/** ISO 8601 week number, 1..53. */
export function weekNumber(on: string): number {
  const day = new Date(`${on}T00:00:00Z`);
  const thursday = new Date(day.getTime() + (3 - ((day.getUTCDay() + 6) % 7)) * 86_400_000);
  const firstDay = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return 1 + Math.floor((thursday.getTime() - firstDay) / (7 * 86_400_000));
}

/** Wall-clock minutes since midnight in the zone, 0..1439. */
export function minuteOfDay(at: When, zone: string): number {
  const [hour = 0, minute = 0] = formatOf(zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    .format(asDate(at))
    .split(':')
    .map(Number);
  return hour * 60 + minute;
}

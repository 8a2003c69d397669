import { formatWeekdayNumber } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import type { SetupLists } from '../setup.queries.js';

export type OpeningHours = SetupLists['sites'][number]['openingHours'];
export type OpenHours = OpeningHours['dates'][number]['spans'][number];
export type OpeningDate = OpeningHours['dates'][number];

export const WORKING_DAY: OpenHours = { fromMinute: 540, untilMinute: 1080 };
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** What most centres would begin with. */
export const USUAL_WEEK: NonNullable<OpeningHours['weekly']> = WEEKDAYS.map((weekday) => ({
  weekday,
  spans: weekday < 6 ? [WORKING_DAY] : [],
}));

/** Hours of a weekday; none: closed. */
export function spansOf(weekly: NonNullable<OpeningHours['weekly']>, weekday: number): readonly OpenHours[] {
  return weekly.find((day) => day.weekday === weekday)?.spans ?? [];
}

export function withSpans(
  weekly: NonNullable<OpeningHours['weekly']>,
  weekday: number,
  spans: readonly OpenHours[],
): NonNullable<OpeningHours['weekly']> {
  return WEEKDAYS.map((day) => ({ weekday: day, spans: [...(day === weekday ? spans : spansOf(weekly, day))] }));
}

/** One more opening of the day, an hour after the last. */
export function withOneMore(spans: readonly OpenHours[]): OpenHours[] {
  const last = spans.at(-1);
  if (!last) return [WORKING_DAY];
  const fromMinute = Math.min(last.untilMinute + 60, 1380);
  return [...spans, { fromMinute, untilMinute: Math.min(fromMinute + 240, 1440) }];
}

/** Each span ends after it starts, and they do not overlap. */
export function areSound(spans: readonly OpenHours[]): boolean {
  return spans.every(
    ({ fromMinute, untilMinute }, i) =>
      fromMinute < untilMinute && (i === 0 || fromMinute >= spans[i - 1]!.untilMinute),
  );
}

export function isSoundHours({ weekly, dates }: OpeningHours): boolean {
  return [...(weekly ?? []), ...dates].every(({ spans }) => areSound(spans));
}

const pad = (value: number) => String(value).padStart(2, '0');
const clockOf = (minute: number) => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;

/** `09:00–12:00, 13:00–18:00`, or that it is closed. */
export function spansInWords(spans: readonly OpenHours[]): string {
  if (spans.length === 0) return t('setupPlaces.closed');
  return spans
    .map(({ fromMinute, untilMinute }) => `${clockOf(fromMinute)}–${clockOf(untilMinute)}`)
    .join(t('setup.separator'));
}

/** `Mon–Fri 09:00–18:00 · Sat 10:00–15:00 · Sun closed`: days that are alike stand together. */
export function weekInWords(weekly: NonNullable<OpeningHours['weekly']>): string {
  const groups: { from: number; until: number; words: string }[] = [];
  for (const weekday of WEEKDAYS) {
    const words = spansInWords(spansOf(weekly, weekday));
    const last = groups.at(-1);
    if (last?.words === words) last.until = weekday;
    else groups.push({ from: weekday, until: weekday, words });
  }
  const name = (day: number) => formatWeekdayNumber(day, 'short');
  return groups
    .map(({ from, until, words }) => `${from === until ? name(from) : `${name(from)}–${name(until)}`} ${words}`)
    .join(' · ');
}

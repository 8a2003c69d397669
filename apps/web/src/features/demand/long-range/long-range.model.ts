import { addDays, daysBetween } from '@yotei/time';
import type { LongRangeQuery } from '../../../graphql/generated/graphql.js';

export type LongRangeView = NonNullable<LongRangeQuery['longRange']>;
export type LongRangeSeries = NonNullable<LongRangeView['series']>;
export const PARTS = ['base', 'trend', 'season', 'calendar', 'growth'] as const;
export type Part = (typeof PARTS)[number];

/** Weeks of the past shown before the forecast: a year and a bit, so that the same season can be seen. */
const PAST_WEEKS = 60;
const DAY_MILLIS = 86_400_000;
export const WEEK_MINUTES = 7 * 24 * 60;

/** Past and forecast on one axis of weeks; null where one of them has nothing. */
export interface AlignedWeeks {
  readonly firstOn: string;
  readonly startAt: number;
  readonly weeks: readonly string[];
  /** Index of the first forecast week. */
  readonly originIndex: number;
  readonly past: readonly (number | null)[];
  readonly forecast: readonly (number | null)[];
  readonly p10: readonly (number | null)[];
  readonly p90: readonly (number | null)[];
  /** The forecast without growth; null in every week when nobody expects any. */
  readonly withoutGrowth: readonly (number | null)[];
}

export function alignWeeks(series: LongRangeSeries, fromOn: string): AlignedWeeks {
  const before = series.pastOn
    .map((on) => daysBetween(on, fromOn) / 7)
    .filter((weeks) => weeks > 0 && weeks <= PAST_WEEKS);
  const originIndex = Math.max(0, ...before);
  const firstOn = addDays(fromOn, -7 * originIndex);
  const count = originIndex + series.contacts.length;
  const past = new Array<number | null>(count).fill(null);
  series.pastOn.forEach((on, index) => {
    const at = daysBetween(firstOn, on) / 7;
    if (at >= 0 && at < originIndex) past[at] = series.pastContacts[index]!;
  });
  const ahead = (values: readonly (number | null)[]) => [...new Array<null>(originIndex).fill(null), ...values];
  const grows = series.growth.some((value) => value !== 0);
  return {
    firstOn,
    startAt: dayAt(firstOn),
    weeks: Array.from({ length: count }, (_, week) => addDays(firstOn, 7 * week)),
    originIndex,
    past,
    forecast: ahead(series.contacts),
    p10: ahead(series.p10),
    p90: ahead(series.p90),
    withoutGrowth: ahead(series.contacts.map((value, week) => (grows ? value - series.growth[week]! : null))),
  };
}

/** Midnight of a day on the axis of weeks, which knows no clock changes. */
export const dayAt = (on: string): number => Date.parse(`${on}T00:00:00Z`);
export const onOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
/** The first week of each month that starts in the range, every `every`-th month. */
export function monthTicks(weeks: readonly string[], every: number): readonly string[] {
  return weeks.filter((on) => Number(on.slice(8)) <= 7 && (Number(on.slice(5, 7)) - 1) % every === 0);
}

/** Base, then with each part added in turn: the last one is the forecast. */
export function stackedParts(series: LongRangeSeries): Readonly<Record<Part, readonly number[]>> {
  const stacked = {} as Record<Part, readonly number[]>;
  let sums: readonly number[] = series.contacts.map(() => 0);
  for (const part of PARTS) {
    sums = sums.map((sum, week) => sum + series[part][week]!);
    stacked[part] = sums;
  }
  return stacked;
}

/** Contacts of the 52 weeks ahead beside those of the 52 before, null with fewer weeks of either. */
export function yearAhead(
  series: LongRangeSeries,
): { readonly contacts: number; readonly change: number | null } | null {
  if (series.contacts.length < 52) return null;
  const contacts = sum(series.contacts.slice(0, 52));
  const before = series.pastContacts.slice(-52);
  return { contacts, change: before.length < 52 ? null : contacts / sum(before) - 1 };
}

/** The table as a CSV file for spreadsheets. */
export function csvOf(series: LongRangeSeries, fromOn: string): string {
  const head = ['week', 'contacts', 'p10', 'p90', ...PARTS, 'handle_seconds'];
  const lines = series.contacts.map((contacts, week) =>
    [
      addDays(fromOn, 7 * week),
      contacts,
      series.p10[week],
      series.p90[week],
      ...PARTS.map((part) => Math.round(series[part][week]! * 10) / 10),
      series.handleSeconds[week] ?? '',
    ].join(','),
  );
  return `${[head.join(','), ...lines].join('\r\n')}\r\n`;
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
/** The Monday after a day. */
export const nextMonday = (on: string): string => addDays(on, 7 - ((dayAt(on) / DAY_MILLIS + 3) % 7));

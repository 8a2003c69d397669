import {
  addDays,
  daysBetween,
  startOfLocalDay,
  weekStartOf,
  type Instant,
  type LocalDate,
  type ZoneId,
} from '@yotei/time';

export const MEASURE_PERIODS = ['interval', 'hour', 'day', 'week', 'month', 'quarter', 'year', 'whole'] as const;
export type MeasurePeriod = (typeof MEASURE_PERIODS)[number];

/** Some local days, half-open; a part of the time asked for. */
export interface MeasureSpan {
  readonly fromOn: LocalDate;
  /** First day after. */
  readonly untilOn: LocalDate;
}

/** Local days asked for. */
export interface MeasureRange extends MeasureSpan {
  /** Day weeks begin on, 1 (Monday) to 7. Default 1. */
  readonly weekStart?: number;
}

function startOfPeriod(on: LocalDate, period: MeasurePeriod, weekStart: number): LocalDate {
  const month = Number(on.slice(5, 7));
  const firstOf = (number: number): LocalDate => `${on.slice(0, 5)}${String(number).padStart(2, '0')}-01`;
  switch (period) {
    case 'week':
      return weekStartOf(on, weekStart);
    case 'month':
      return firstOf(month);
    case 'quarter':
      return firstOf(month - ((month - 1) % 3));
    case 'year':
      return firstOf(1);
    default:
      return on;
  }
}

/**
 * The calendar's days, weeks, months, quarters or years that the range touches, the first and the last cut to it; `whole`
 * is one span. Intervals and hours lie within days: for them the spans are the days.
 */
export function spansOf({ fromOn, untilOn, weekStart = 1 }: MeasureRange, period: MeasurePeriod): MeasureSpan[] {
  const days = daysBetween(fromOn, untilOn);
  if (days < 1) throw new RangeError(`untilOn (${untilOn}) must lie after fromOn (${fromOn}); ask for one day or more`);
  if (period === 'whole') return [{ fromOn, untilOn }];
  const starts: LocalDate[] = [fromOn];
  for (let day = 1; day < days; day++) {
    const on = addDays(fromOn, day);
    if (startOfPeriod(on, period, weekStart) === on) starts.push(on);
  }
  return starts.map((start, index) => ({ fromOn: start, untilOn: starts[index + 1] ?? untilOn }));
}

export const CALENDAR_SPANS = ['day', 'month', 'quarter', 'year'] as const;
export type CalendarSpan = (typeof CALENDAR_SPANS)[number];

const MONTHS: Readonly<Record<CalendarSpan, number>> = { day: 0, month: 1, quarter: 3, year: 12 };

/** The whole day, month, quarter or year of the calendar that a day lies in. */
export function spanHolding(on: LocalDate, span: CalendarSpan): MeasureSpan {
  const fromOn = startOfPeriod(on, span, 1);
  return { fromOn, untilOn: span === 'day' ? addDays(on, 1) : monthsBefore(fromOn, -MONTHS[span]) };
}

/** Which of the calendar's spans these days are, whole; null = none. */
export function calendarSpanOf({ fromOn, untilOn }: MeasureSpan): CalendarSpan | null {
  return (
    CALENDAR_SPANS.find((span) => {
      const held = spanHolding(fromOn, span);
      return held.fromOn === fromOn && held.untilOn === untilOn;
    }) ?? null
  );
}

/** Place of each day of the range among its spans. */
export function spanByDay(range: MeasureRange, spans: readonly MeasureSpan[]): (on: LocalDate) => number {
  const places: number[] = [];
  spans.forEach((span, place) => {
    for (let day = daysBetween(span.fromOn, span.untilOn); day > 0; day--) places.push(place);
  });
  return (on) => places[daysBetween(range.fromOn, on)] ?? -1;
}

/** Seconds of a span by the clock of a zone: a spring day has 82,800. */
export function secondsOfSpan({ fromOn, untilOn }: MeasureSpan, zone: ZoneId): number {
  return (startOfLocalDay(untilOn, zone) - startOfLocalDay(fromOn, zone)) / 1000;
}

/** Starts of the steps of a range by the clock of a zone, in minutes that divide a day: for intervals and hours. */
export function stepsOf({ fromOn, untilOn }: MeasureSpan, zone: ZoneId, stepMinutes: number): Instant[] {
  const until = startOfLocalDay(untilOn, zone);
  const starts: Instant[] = [];
  for (let at = startOfLocalDay(fromOn, zone); at < until; at += stepMinutes * 60_000) starts.push(at);
  return starts;
}

/** The same length before it: what a trend is held against. A calendar month, quarter or year is held against the one before. */
export function spanBefore({ fromOn, untilOn }: MeasureSpan): MeasureSpan {
  for (const months of [1, 3, 12]) {
    const before = monthsBefore(fromOn, months);
    if (fromOn.endsWith('-01') && monthsBefore(untilOn, months) === fromOn) return { fromOn: before, untilOn: fromOn };
  }
  return { fromOn: addDays(fromOn, -daysBetween(fromOn, untilOn)), untilOn: fromOn };
}

function monthsBefore(on: LocalDate, months: number): LocalDate {
  const count = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1 - months;
  const year = String(Math.floor(count / 12)).padStart(4, '0');
  return `${year}-${String((count % 12) + 1).padStart(2, '0')}${on.slice(7)}`;
}

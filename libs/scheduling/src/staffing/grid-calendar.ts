import {
  addDays,
  intervalStart,
  localDateOf,
  localMinuteOfDay,
  weekdayOf,
  weekStartOf,
  type Grid,
  type LocalDate,
  type ZoneId,
} from '@yotei/time';

/** Consecutive intervals of a local day or week; `untilOn` is the date after its last. */
export interface CalendarSpan {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly from: number;
  readonly until: number;
}

/** The wall clock of a grid's intervals, by their starts. */
export interface GridCalendar {
  /** By local day, and by week from Monday; the first and last week may be parts of one. */
  readonly days: readonly CalendarSpan[];
  readonly weeks: readonly CalendarSpan[];
  /** Place of the interval's day in `days`, and of the day's week in `weeks`. */
  readonly dayOf: Int32Array;
  readonly weekOfDay: Int32Array;
  readonly weekday: Uint8Array;
  readonly minuteOfDay: Float64Array;
}

function calendarOf(grid: Grid, zone: ZoneId): GridCalendar {
  const [dayOf, weekday] = [new Int32Array(grid.count), new Uint8Array(grid.count)];
  const minuteOfDay = new Float64Array(grid.count);
  const days: { fromOn: LocalDate; untilOn: LocalDate; from: number; until: number }[] = [];
  for (let index = 0; index < grid.count; index += 1) {
    const startAt = intervalStart(grid, index);
    const on = localDateOf(startAt, zone);
    minuteOfDay[index] = localMinuteOfDay(startAt, zone);
    weekday[index] = weekdayOf(on);
    const last = days.at(-1);
    if (last?.fromOn === on) last.until = index + 1;
    else days.push({ fromOn: on, untilOn: addDays(on, 1), from: index, until: index + 1 });
    dayOf[index] = days.length - 1;
  }
  const weeks: { fromOn: LocalDate; untilOn: LocalDate; from: number; until: number }[] = [];
  const weekOfDay = Int32Array.from(days, ({ fromOn, from, until }) => {
    const monday = weekStartOf(fromOn);
    const last = weeks.at(-1);
    if (last?.fromOn === monday) last.until = until;
    else weeks.push({ fromOn: monday, untilOn: addDays(monday, 7), from, until });
    return weeks.length - 1;
  });
  return { days, weeks, dayOf, weekOfDay, weekday, minuteOfDay };
}

/** Grids met lately: a slider asks for the same one a thousand times. */
const MOST_REMEMBERED = 8;
const known = new Map<string, GridCalendar>();

/** The local days, weeks, weekdays and minutes of a grid's intervals. A clock-change day has 23 or 25 hours of them. */
export function gridCalendar(grid: Grid, zone: ZoneId): GridCalendar {
  const key = `${grid.startAt}/${grid.stepMinutes}/${grid.count}/${zone}`;
  let calendar = known.get(key);
  if (!calendar) {
    if (known.size >= MOST_REMEMBERED) known.clear();
    calendar = calendarOf(grid, zone);
    known.set(key, calendar);
  }
  return calendar;
}

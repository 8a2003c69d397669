import {
  addDays,
  instantOfLocal,
  localDateOf,
  localMinuteOfDay,
  weekdayOf,
  type Instant,
  type LocalDate,
  type ZoneId,
} from '@yotei/time';

export type Cadence = 'daily' | 'weekly' | 'monthly';

/** When a report goes out, on the clock of a zone. */
export interface SendTime {
  readonly cadence: Cadence;
  /** 1 = Monday; of `weekly`. */
  readonly weekday: number | null;
  /** 1..31; of `monthly`. A month without that day sends on its last. */
  readonly monthDay: number | null;
  /** 0..1439. */
  readonly localMinute: number;
  readonly zone: ZoneId;
}

/** From this minute of the day on a report of the day tells of that day, before it of the day before. */
const EVENING_MINUTE = 18 * 60;
/** A month and a bit holds at least one day of each cadence. */
const LONGEST_WAIT_DAYS = 62;

/**
 * The first sending strictly after `after`. On the day clocks go forward over the minute it is sent as much later, on the
 * day they go back at the earlier of the two: once a day in any case.
 */
export function nextSendAt(time: SendTime, after: Instant): Instant {
  let on = localDateOf(after, time.zone);
  for (let day = 0; day <= LONGEST_WAIT_DAYS; day += 1, on = addDays(on, 1)) {
    if (!isSendDay(time, on)) continue;
    const at = instantOfLocal(on, time.localMinute, time.zone);
    if (at > after) return at;
  }
  throw new Error(`send time (${JSON.stringify(time)}) must name a day of every month`);
}

function isSendDay({ cadence, weekday, monthDay }: SendTime, on: LocalDate): boolean {
  if (cadence === 'daily') return true;
  if (cadence === 'weekly') return weekdayOf(on) === weekday;
  const isLastOfMonth = addDays(on, 1).slice(8) === '01';
  const day = Number(on.slice(8));
  return day === monthDay || (isLastOfMonth && monthDay! > day);
}

/** The day a daily report sent then tells of. */
export function dayTold(at: Instant, zone: ZoneId): LocalDate {
  const on = localDateOf(at, zone);
  return localMinuteOfDay(at, zone) >= EVENING_MINUTE ? on : addDays(on, -1);
}

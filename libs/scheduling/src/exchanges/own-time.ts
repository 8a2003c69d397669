import { DAY_MILLIS, elapsedMinutes, localDateOf, MINUTE_MILLIS, type Interval, type ZoneId } from '@yotei/time';
import { isRest, type Activity, type RosterProblem } from '../roster/index.js';

/** Unpaid time of one's own between two pieces of one day's work; the permanent word of the activity type. */
export const OWN_TIME = 'own-time';

/** Presence of one day, own time in it: what eleven hours of rest leave of every 24 (EU 2003/88/EC art. 3). */
const LONGEST_DAY_MILLIS = DAY_MILLIS - 11 * 60 * MINUTE_MILLIS;

/** Whether the centre has the activity type, unpaid and free to rest in; without it pieces of a day stay shifts of their own. */
export function knowsOwnTime({ activityTypes }: RosterProblem): boolean {
  const type = activityTypes.find(({ id }) => id === OWN_TIME);
  return type !== undefined && !type.paid && !type.contactWork && isRest(type);
}

export const isOwnTime = ({ activityTypeId }: Activity): boolean => activityTypeId === OWN_TIME;

/** What is worked of a shift, own time left out, in time order. */
export function workedSpans({ activities }: { readonly activities: readonly Activity[] }): Interval[] {
  const spans: { startAt: number; endAt: number }[] = [];
  for (const { startAt, endAt } of activities.filter((one) => !isOwnTime(one))) {
    const last = spans.at(-1);
    if (last?.endAt === startAt) last.endAt = endAt;
    else spans.push({ startAt, endAt });
  }
  return spans;
}

/** Presence of a shift in minutes, own time left out. */
export const workedMinutes = (shift: { readonly activities: readonly Activity[] }): number =>
  workedSpans(shift).reduce((sum, { startAt, endAt }) => sum + elapsedMinutes(startAt, endAt), 0);

/** Whether two pieces of work, by start, are one day's work: both start on one local day and leave rest enough after them. */
export function isOneDay(first: Interval, second: Interval, zone: ZoneId): boolean {
  if (second.endAt - first.startAt > LONGEST_DAY_MILLIS) return false;
  return localDateOf(first.startAt, zone) === localDateOf(second.startAt, zone);
}

import type { MyShiftFieldsFragment, MyWeekQuery } from '../../../graphql/generated/graphql.js';

export type MyWeek = NonNullable<MyWeekQuery['myWeek']>;
export type MyShift = MyWeek['shifts'][number];
export type Activity = MyShiftFieldsFragment['activities'][number];

/** What the agent is doing and does next. Instants are epoch milliseconds. */
export type NowAndNext =
  | { readonly kind: 'working'; readonly now: Activity; readonly next: Activity | undefined; readonly shift: MyShift }
  | { readonly kind: 'before-shift'; readonly shift: MyShift }
  | { readonly kind: 'nothing-ahead' };

const at = (instant: string) => Date.parse(instant);

/** Activities of a shift by start. */
export function inOrder(activities: readonly Activity[]): readonly Activity[] {
  return [...activities].sort((a, b) => at(a.startAt) - at(b.startAt));
}

/** Where the agent stands at `now` among these shifts, which may be in any order. */
export function nowAndNext(shifts: readonly MyShift[], now: number): NowAndNext {
  const ahead = [...shifts]
    .filter(({ shift }) => at(shift.endAt) > now)
    .sort((a, b) => at(a.shift.startAt) - at(b.shift.startAt))[0];
  if (!ahead) return { kind: 'nothing-ahead' };
  if (at(ahead.shift.startAt) > now) return { kind: 'before-shift', shift: ahead };
  const activities = inOrder(ahead.shift.activities);
  const index = activities.findIndex(({ startAt, endAt }) => at(startAt) <= now && now < at(endAt));
  const current = activities[index];
  if (!current) return { kind: 'before-shift', shift: ahead };
  return { kind: 'working', now: current, next: activities[index + 1], shift: ahead };
}

/** Whole minutes from `now` until an instant, rounded up so that "in 0 min" is never said of something ahead. */
export function minutesUntil(instant: string, now: number): number {
  return Math.max(0, Math.ceil((at(instant) - now) / 60_000));
}

/** One part of a shift that is at another time than the reader was told; null: it came, or it is gone. */
export interface MovedPart {
  readonly activityTypeId: string;
  readonly title: string | null;
  readonly before: Activity | null;
  readonly after: Activity | null;
}

/** What of a shift moved, came or went: the k-th activity of a type before against the k-th after. */
export function movedParts(before: readonly Activity[], after: readonly Activity[]): readonly MovedPart[] {
  const types = [...new Set([...before, ...after].map(({ activityTypeId }) => activityTypeId))];
  return types.flatMap((type) => {
    const ofType = (list: readonly Activity[]) => inOrder(list).filter(({ activityTypeId }) => activityTypeId === type);
    const [old, now] = [ofType(before), ofType(after)];
    return Array.from({ length: Math.max(old.length, now.length) }, (_, k) => ({
      activityTypeId: type,
      title: now[k]?.title ?? old[k]?.title ?? null,
      before: old[k] ?? null,
      after: now[k] ?? null,
    })).filter(
      ({ before: was, after: is }) =>
        !was || !is || at(was.startAt) !== at(is.startAt) || at(was.endAt) !== at(is.endAt),
    );
  });
}

/** The week on another clock; days and hours are then those of that clock. */
export function inZone(week: MyWeek, zone: string): MyWeek {
  return zone === week.zone
    ? week
    : { ...week, zone, shifts: week.shifts.map((shift) => ({ ...shift, siteZone: zone })) };
}

import { addDays, localDateOf, startOfLocalDay, type LocalDate, type ZoneId } from '@yotei/time';
import type { PlannedActivity, Span } from './adherence-terms.js';

/**
 * The time that belongs to an agent's day: from local midnight to the next, but a shift belongs whole to the date on
 * which it starts. So days follow each other without gap or overlap, also where a shift crosses midnight or a clock
 * change makes the day 23 or 25 hours long. A shift longer than its next day leaves that day empty.
 *
 * @param shifts of the agent that start on this date or the one before, in any order
 */
export function agentDayOf(shifts: readonly Span[], on: LocalDate, zone: ZoneId): Span {
  const boundary = (date: LocalDate): number => {
    const midnight = startOfLocalDay(date, zone);
    const running = shifts.filter((shift) => localDateOf(shift.startAt, zone) < date && shift.endAt > midnight);
    return Math.max(midnight, ...running.map(({ endAt }) => endAt));
  };
  const startAt = boundary(on);
  return { startAt, endAt: Math.max(startAt, boundary(addDays(on, 1))) };
}

/**
 * The plan with approved absence cut out of it: nobody is expected then.
 *
 * @param activities in time order
 */
export function withoutAbsence(
  activities: readonly PlannedActivity[],
  absences: readonly Span[],
): readonly PlannedActivity[] {
  return absences.reduce<readonly PlannedActivity[]>(
    (left, { startAt, endAt }) =>
      left.flatMap((activity) => [
        ...(activity.startAt < Math.min(activity.endAt, startAt)
          ? [{ ...activity, endAt: Math.min(activity.endAt, startAt) }]
          : []),
        ...(activity.endAt > Math.max(activity.startAt, endAt)
          ? [{ ...activity, startAt: Math.max(activity.startAt, endAt) }]
          : []),
      ]),
    activities,
  );
}

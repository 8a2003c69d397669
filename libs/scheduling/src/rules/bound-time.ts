import { elapsedMinutes, type Interval } from '@yotei/time';

/** Minutes bound by the shifts of one day: from the first start to the last end, unpaid breaks and what lies between included. */
export function boundMinutesOf(shifts: readonly Interval[]): number {
  const startAt = Math.min(...shifts.map((shift) => shift.startAt));
  return elapsedMinutes(startAt, Math.max(...shifts.map((shift) => shift.endAt)));
}

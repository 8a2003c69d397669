import type { Instant } from '@yotei/time';
import type { Shift } from '../../roster/index.js';
import { OPEN_BOUNDARY } from '../tour/tour.js';
import { readyAfter, type StartLimits } from './tour-space.js';

/** Earliest start after shifts that are worked already, given by day; far in the past where there are none. */
export function readyAfterDays(
  days: ReadonlyMap<number, readonly Shift[]>,
  limits: StartLimits,
  minuteOf: (at: Instant) => number,
): number {
  let { readyMinute } = OPEN_BOUNDARY;
  for (const shifts of days.values()) {
    const startMinute = Math.floor(minuteOf(Math.min(...shifts.map(({ startAt }) => startAt))));
    const endMinute = Math.ceil(minuteOf(Math.max(...shifts.map(({ endAt }) => endAt))));
    readyMinute = Math.max(readyMinute, readyAfter({ startMinute, endMinute }, limits));
  }
  return readyMinute;
}

import type { Instant } from '@yotei/time';

/** Start of the first month that is kept, in UTC: partitions are whole months, and go as such. */
export function oldestKept(now: Instant, months: number): Instant {
  const at = new Date(now);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - months, 1);
}

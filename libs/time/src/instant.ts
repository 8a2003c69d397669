/** Milliseconds since 1970-01-01T00:00:00Z, a whole number. Names of such values end in `At`. */
export type Instant = number;

/** A calendar date `YYYY-MM-DD` without a zone. Names of such values end in `On`. */
export type LocalDate = string;

/** An IANA zone id such as `Asia/Tokyo`. Always passed in, never read from the machine. */
export type ZoneId = string;

export const MINUTE_MILLIS = 60_000;
export const HOUR_MILLIS = 3_600_000;
export const DAY_MILLIS = 86_400_000;

/** Half-open span of time `[startAt, endAt)`. */
export interface Interval {
  readonly startAt: Instant;
  readonly endAt: Instant;
}

/** Whether the two half-open intervals share any instant; touching ends do not overlap. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.startAt < b.endAt && b.startAt < a.endAt;
}

/** The shared part of two half-open intervals, or null when there is none. */
export function intersection(a: Interval, b: Interval): Interval | null {
  const startAt = Math.max(a.startAt, b.startAt);
  const endAt = Math.min(a.endAt, b.endAt);
  return startAt < endAt ? { startAt, endAt } : null;
}

/** Elapsed (not wall-clock) minutes from `from` to `to`; negative when `to` is earlier. */
export function elapsedMinutes(from: Instant, to: Instant): number {
  return (to - from) / MINUTE_MILLIS;
}

/** `2026-11-04T00:00:00Z`, whole seconds, always UTC. */
export function formatUtc(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

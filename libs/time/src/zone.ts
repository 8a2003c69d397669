import { DateTime, IANAZone } from 'luxon';
import { DAY_MILLIS, MINUTE_MILLIS, type Instant, type LocalDate, type ZoneId } from './instant.js';
import { dateOfEpochDay, epochDay } from './local-date.js';

const zones = new Map<ZoneId, IANAZone>();
/** Per zone: offset of each UTC day on which it is constant, in minutes; NaN on a day in which it changes. */
const dayOffsets = new Map<ZoneId, Map<number, number>>();

/** Whether the id names a zone of the IANA database. */
export function isZone(zone: string): boolean {
  return IANAZone.isValidZone(zone);
}

function ianaZone(zone: ZoneId): IANAZone {
  let found = zones.get(zone);
  if (!found) {
    found = IANAZone.create(zone);
    if (!found.isValid) throw new Error(`zone (${zone}) is not an IANA time zone; use for example Asia/Tokyo`);
    zones.set(zone, found);
    dayOffsets.set(zone, new Map());
  }
  return found;
}

/** Minutes by which local time is ahead of UTC at that instant (Tokyo: 540). Cached by day, so cheap in loops. */
export function offsetMinutes(at: Instant, zone: ZoneId): number {
  const iana = ianaZone(zone);
  const cache = dayOffsets.get(zone)!;
  const day = Math.floor(at / DAY_MILLIS);
  let offset = cache.get(day);
  if (offset === undefined) {
    const first = iana.offset(day * DAY_MILLIS);
    offset = first === iana.offset((day + 1) * DAY_MILLIS) ? first : Number.NaN;
    cache.set(day, offset);
  }
  return Number.isNaN(offset) ? iana.offset(at) : offset;
}

/** The calendar date at that instant in the zone. */
export function localDateOf(at: Instant, zone: ZoneId): LocalDate {
  return dateOfEpochDay(Math.floor((at + offsetMinutes(at, zone) * MINUTE_MILLIS) / DAY_MILLIS));
}

/** Wall-clock minutes since local midnight, 0..1439 (may be fractional when the instant has seconds). */
export function localMinuteOfDay(at: Instant, zone: ZoneId): number {
  const local = at + offsetMinutes(at, zone) * MINUTE_MILLIS;
  return (((local % DAY_MILLIS) + DAY_MILLIS) % DAY_MILLIS) / MINUTE_MILLIS;
}

/** What a wall-clock time names: one instant, none (spring gap) or two (autumn fold). */
export type LocalTimeResolution =
  | { readonly kind: 'instant'; readonly at: Instant }
  | { readonly kind: 'nonexistent-local-time' }
  | { readonly kind: 'ambiguous-local-time'; readonly earlierAt: Instant; readonly laterAt: Instant };

/** Resolves a wall-clock time of a date. `minuteOfDay` may exceed 1439 and then falls on following days. */
export function resolveLocal(on: LocalDate, minuteOfDay: number, zone: ZoneId): LocalTimeResolution {
  const local = epochDay(on) * DAY_MILLIS + minuteOfDay * MINUTE_MILLIS;
  const before = offsetMinutes(local - DAY_MILLIS, zone);
  const after = offsetMinutes(local + DAY_MILLIS, zone);
  const plainAt = local - before * MINUTE_MILLIS;
  if (before === after && offsetMinutes(plainAt, zone) === before) return { kind: 'instant', at: plainAt };
  const offsets = new Set([before, after]);
  const found = [...offsets]
    .map((offset) => ({ at: local - offset * MINUTE_MILLIS, offset }))
    .filter(({ at, offset }) => offsetMinutes(at, zone) === offset)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  if (found.length === 0) return { kind: 'nonexistent-local-time' };
  if (found.length === 1) return { kind: 'instant', at: found[0]! };
  return { kind: 'ambiguous-local-time', earlierAt: found[0]!, laterAt: found[1]! };
}

/**
 * The instant of a wall-clock time for planning: the earlier of two in an autumn fold; in a spring gap the
 * instant the clock jumps to plus what was asked beyond the gap's start (02:30 becomes 03:30, as clocks show).
 * Imports must use {@link resolveLocal} and report instead.
 */
export function instantOfLocal(on: LocalDate, minuteOfDay: number, zone: ZoneId): Instant {
  const found = resolveLocal(on, minuteOfDay, zone);
  if (found.kind === 'instant') return found.at;
  if (found.kind === 'ambiguous-local-time') return found.earlierAt;
  const local = epochDay(on) * DAY_MILLIS + minuteOfDay * MINUTE_MILLIS;
  return local - offsetMinutes(local - DAY_MILLIS, zone) * MINUTE_MILLIS;
}

/** The first instant of a local day. Most days start at 00:00; where midnight does not exist, at the jump. */
export function startOfLocalDay(on: LocalDate, zone: ZoneId): Instant {
  const midnight = resolveLocal(on, 0, zone);
  if (midnight.kind === 'instant') return midnight.at;
  return DateTime.fromISO(on, { zone: ianaZone(zone) })
    .startOf('day')
    .toMillis();
}

/** ISO-8601 local time with offset, `2026-11-04T09:00:00+09:00`. */
export function formatLocal(at: Instant, zone: ZoneId): string {
  const offset = offsetMinutes(at, zone);
  const local = new Date(at + offset * MINUTE_MILLIS).toISOString().slice(0, 19);
  const sign = offset < 0 ? '-' : '+';
  const abs = Math.abs(offset);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${local}${sign}${two(Math.floor(abs / 60))}:${two(abs % 60)}`;
}

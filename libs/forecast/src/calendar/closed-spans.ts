import {
  addDays,
  instantOfLocal,
  startOfLocalDay,
  weekdayOf,
  type Interval,
  type LocalDate,
  type ZoneId,
} from '@yotei/time';
import type { OpeningHours, OpenSpan } from '../series/opening-hours.js';

const ALL_DAY: readonly OpenSpan[] = [{ fromMinute: 0, untilMinute: 1440 }];

/**
 * When nobody is expected between two local days (both included): what lies outside the opening hours, in order of time,
 * joined over midnight. A day is open all day where the hours say nothing of it: no weekly hours and no exception.
 * Spans are on the wall clock of the zone, so a day of a clock change is an hour shorter or longer closed.
 */
export function closedSpans(
  hours: OpeningHours,
  days: { readonly fromOn: LocalDate; readonly untilOn: LocalDate },
  zone: ZoneId,
): Interval[] {
  const closed: Interval[] = [];
  let closedFrom = startOfLocalDay(days.fromOn, zone);
  for (let on = days.fromOn; on <= days.untilOn; on = addDays(on, 1)) {
    for (const { fromMinute, untilMinute } of openOn(on, hours)) {
      const opensAt = instantOfMinute(on, fromMinute, zone);
      if (opensAt > closedFrom) closed.push({ startAt: closedFrom, endAt: opensAt });
      closedFrom = Math.max(closedFrom, instantOfMinute(on, untilMinute, zone));
    }
  }
  const endAt = startOfLocalDay(addDays(days.untilOn, 1), zone);
  return closedFrom < endAt ? [...closed, { startAt: closedFrom, endAt }] : closed;
}

function openOn(on: LocalDate, { weekly, exceptions }: OpeningHours): readonly OpenSpan[] {
  const weekday = weekdayOf(on);
  const usual = weekly ? weekly.filter((day) => day.weekday === weekday).flatMap(({ spans }) => spans) : ALL_DAY;
  return [...(exceptions?.get(on) ?? usual)].sort((a, b) => a.fromMinute - b.fromMinute);
}

const instantOfMinute = (on: LocalDate, minute: number, zone: ZoneId): number =>
  minute >= 1440 ? startOfLocalDay(addDays(on, 1), zone) : instantOfLocal(on, minute, zone);

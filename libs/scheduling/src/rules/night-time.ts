import {
  addDays,
  instantOfLocal,
  localDateOf,
  MINUTE_MILLIS,
  startOfLocalDay,
  type Interval,
  type LocalDate,
  type ZoneId,
} from '@yotei/time';
import type { RuleParameters } from '../roster/index.js';
import { valueOf } from './rule-parts.js';
import type { RuleParameterSpec } from './work-rule.js';

export const nightFromMinute: RuleParameterSpec = {
  key: 'nightFromMinute',
  title: 'Start of the night',
  unit: 'minute-of-day',
  min: 720,
  max: 1440,
  default: 1320,
};

export const nightUntilMinute: RuleParameterSpec = {
  key: 'nightUntilMinute',
  title: 'End of the night',
  unit: 'minute-of-day',
  min: 0,
  max: 720,
  default: 300,
};

export const nightMinutes: RuleParameterSpec = {
  key: 'nightMinutes',
  title: 'Least time of a shift inside the night for it to count',
  unit: 'minutes',
  min: 1,
  max: 1440,
  default: 180,
};

/** A minute of the day as an instant; 1440 is the midnight at its end. */
const atMinute = (on: LocalDate, minute: number, zone: ZoneId) =>
  minute === 1440 ? startOfLocalDay(addDays(on, 1), zone) : instantOfLocal(on, minute, zone);

/** Elapsed minutes of the span that lie in the nights it meets, by the wall clock of the zone. */
export function minutesAtNight({ startAt, endAt }: Interval, zone: ZoneId, p: RuleParameters): number {
  const last = localDateOf(endAt, zone);
  let inside = 0;
  for (let on = addDays(localDateOf(startAt, zone), -1); on <= last; on = addDays(on, 1)) {
    const from = atMinute(on, valueOf(nightFromMinute, p), zone);
    const until = atMinute(addDays(on, 1), valueOf(nightUntilMinute, p), zone);
    inside += Math.max(0, Math.min(endAt, until) - Math.max(startAt, from));
  }
  return inside / MINUTE_MILLIS;
}

/** Whether enough of the shift lies in the night for it to be a night shift. */
export function isNight(span: Interval, zone: ZoneId, p: RuleParameters): boolean {
  return minutesAtNight(span, zone, p) >= valueOf(nightMinutes, p);
}

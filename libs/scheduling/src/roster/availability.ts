import {
  addDays,
  elapsedMinutes,
  instantOfLocal,
  intersection,
  localDateOf,
  weekdayOf,
  type Instant,
  type Interval,
  type LocalDate,
} from '@yotei/time';
import type { Agent, AvailabilityException } from './roster-problem.js';

type Availability = Pick<Agent, 'zone' | 'availability' | 'availabilityExceptions'>;

const NOT_ANY: readonly AvailabilityException[] = [];

/** Wall-clock minutes of a date as instants; minutes from 1440 on are of the next day. */
function spanOf({ zone }: Availability, on: LocalDate, minutes: { fromMinute: number; untilMinute: number }): Interval {
  const instant = (minute: number) => instantOfLocal(addDays(on, Math.floor(minute / 1440)), minute % 1440, zone);
  return { startAt: instant(minutes.fromMinute), endAt: instant(minutes.untilMinute) };
}

/** Spans without overlap, in order of time; those that touch become one. */
function joined(spans: readonly Interval[]): Interval[] {
  const found: Interval[] = [];
  for (const span of [...spans].sort((a, b) => a.startAt - b.startAt)) {
    const last = found.at(-1);
    if (last && span.startAt <= last.endAt)
      found[found.length - 1] = { startAt: last.startAt, endAt: Math.max(last.endAt, span.endAt) };
    else found.push(span);
  }
  return found;
}

const minutesShared = (a: Interval, b: Interval): number => {
  const shared = intersection(a, b);
  return shared ? elapsedMinutes(shared.startAt, shared.endAt) : 0;
};

/**
 * Spans in which a shift that starts on the date may lie, before what the agent has said no to: the windows of its weekday,
 * and the one-off times of the date, which widen a window they touch. Null: at any time.
 */
function windowsOn(agent: Availability, on: LocalDate): Interval[] | null {
  const { availability = [], availabilityExceptions = NOT_ANY } = agent;
  if (availability.length === 0) return null;
  const weekday = weekdayOf(on);
  const weekly = availability.filter((window) => window.weekday === weekday).map((window) => spanOf(agent, on, window));
  const extra = availabilityExceptions.filter((one) => one.canWork && one.on === on);
  return extra.length === 0 ? weekly : joined([...weekly, ...extra.map((one) => spanOf(agent, on, one))]);
}

/** Spans of dates around the given span in which the agent has said no; without overlap. */
function refusedSpans(agent: Availability, span: Interval): Interval[] {
  const refusals = (agent.availabilityExceptions ?? NOT_ANY).filter(({ canWork }) => !canWork);
  if (refusals.length === 0) return [];
  // Minutes beyond 1440 reach into the day after their date.
  const first = addDays(localDateOf(span.startAt, agent.zone), -1);
  const last = localDateOf(span.endAt, agent.zone);
  return joined(refusals.filter(({ on }) => on >= first && on <= last).map((one) => spanOf(agent, one.on, one)));
}

/**
 * Minutes of a span of work in which the agent is not available, 0 or more: what lies outside the window of its start's date that
 * holds most of it, and what lies in hours refused for a date (those also when the shift started the day before). An agent
 * without weekly windows is available at any time that is not refused.
 */
export function unavailableMinutes(agent: Availability, span: Interval): number {
  if (!agent.availability?.length && !agent.availabilityExceptions?.length) return 0;
  const refused = refusedSpans(agent, span);
  const minutesIn = (window: Interval): number => {
    const inside = intersection(window, span);
    if (!inside) return 0;
    const taken = refused.reduce((sum, one) => sum + minutesShared(one, inside), 0);
    return elapsedMinutes(inside.startAt, inside.endAt) - taken;
  };
  const windows = windowsOn(agent, localDateOf(span.startAt, agent.zone)) ?? [span];
  return elapsedMinutes(span.startAt, span.endAt) - Math.max(0, ...windows.map(minutesIn));
}

/** Whether a window of that day, or of the day before past midnight, holds the instant, and no refusal does. */
export function isAvailableAt(agent: Availability, at: Instant): boolean {
  const holds = (span: Interval): boolean => span.startAt <= at && at < span.endAt;
  if (refusedSpans(agent, { startAt: at, endAt: at }).some(holds)) return false;
  const today = localDateOf(at, agent.zone);
  return [today, addDays(today, -1)].some((on) => windowsOn(agent, on)?.some(holds) ?? true);
}

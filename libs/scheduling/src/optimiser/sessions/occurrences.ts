import { addDays, startOfLocalDay, weekdayOf, type Instant, type LocalDate } from '@yotei/time';
import type { RosterProblem, Session } from '../../roster/index.js';
import { clockTime } from '../../rules/index.js';

/** A day's window in which the session may lie. */
export interface SessionWindow {
  readonly day: number;
  readonly startAt: Instant;
  readonly endAt: Instant;
}

/** One of the times each attendee has the session, with the windows in which it may be. */
export interface Occurrence {
  readonly index: number;
  /** Occurrences of one period are on different days for each attendee, where the period has several days. */
  readonly period: number;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly windows: readonly SessionWindow[];
}

/** The times of a session over the horizon, in order. Periods without a day on which it may be have none. */
export function occurrencesOf(problem: RosterProblem, session: Session): Occurrence[] {
  const { period = 'horizon', times = 1 } = session;
  const days = Array.from({ length: problem.weeks * 7 }, (_, day) => ({ day, on: addDays(problem.startsOn, day) }));
  const length = period === 'day' ? 1 : period === 'week' ? 7 : days.length;
  const occurrences: Occurrence[] = [];
  for (let first = 0; first < days.length; first += length) {
    const own = days.slice(first, first + length);
    const windows = own.filter(({ on }) => isOn(session, on)).map(({ day, on }) => windowOn(problem, session, day, on));
    if (windows.length === 0) continue;
    const span = {
      startAt: startOfLocalDay(own[0]!.on, problem.zone),
      endAt: startOfLocalDay(addDays(own[own.length - 1]!.on, 1), problem.zone),
    };
    for (let time = 0; time < times; time++)
      occurrences.push({ index: occurrences.length, period: first / length, windows, ...span });
  }
  return occurrences;
}

function isOn(session: Session, on: LocalDate): boolean {
  if (session.fromOn !== undefined && on < session.fromOn) return false;
  if (session.untilOn !== undefined && on > session.untilOn) return false;
  return session.weekdays?.includes(weekdayOf(on)) ?? true;
}

function windowOn({ zone }: RosterProblem, session: Session, day: number, on: LocalDate): SessionWindow {
  const { fromMinute = 0, untilMinute = 1440 } = session;
  return { day, startAt: clockTime(on, fromMinute, zone), endAt: clockTime(on, untilMinute, zone) };
}

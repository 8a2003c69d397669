import {
  addDays,
  localDaysGrid,
  startOfLocalDay,
  type Grid,
  type Instant,
  type Interval,
  type ZoneId,
} from '@yotei/time';
import type { RosterProblem } from './roster-problem.js';

type Span = Pick<RosterProblem, 'startsOn' | 'weeks'>;

/** The planning horizon in whole local days of the zone (168 hours a week, 167 or 169 where clocks change). */
export function horizonOf(problem: Span, zone: ZoneId): Interval {
  return {
    startAt: startOfLocalDay(problem.startsOn, zone),
    endAt: startOfLocalDay(addDays(problem.startsOn, problem.weeks * 7), zone),
  };
}

/** Starts of the planning weeks in the zone, then the end of the last: `weeks + 1` instants. */
export function weekStartsAt(problem: Span, zone: ZoneId): Instant[] {
  return Array.from({ length: problem.weeks + 1 }, (_, week) =>
    startOfLocalDay(addDays(problem.startsOn, week * 7), zone),
  );
}

/** Grid of coverage: the horizon in the problem's zone in steps of `slotMinutes`. */
export function coverageGrid(problem: Span & Pick<RosterProblem, 'zone' | 'slotMinutes'>): Grid {
  return localDaysGrid(problem.startsOn, problem.weeks * 7, problem.zone, problem.slotMinutes);
}

import { dateOfEpochDay, epochDay, localDateOf, startOfLocalDay, type Instant, type Interval } from '@yotei/time';
import type { EarlierShift } from '../roster/index.js';
import { firstDayOf } from './rule-parts.js';
import type { AgentView } from './work-rule.js';

/** A shift as far as hours are concerned, with the day to which it counts. */
export interface WorkedShift extends Interval {
  readonly paidMinutes: number;
  /** Epoch day on which it starts in the agent's zone. */
  readonly day: number;
}

const earlierDays = new WeakMap<readonly EarlierShift[], Map<string, readonly WorkedShift[]>>();

/** Earlier shifts do not change between two looks at an agent, so their days are found once. */
function earlierOf({ earlier, agent }: AgentView): readonly WorkedShift[] {
  const byZone = earlierDays.get(earlier) ?? new Map<string, readonly WorkedShift[]>();
  earlierDays.set(earlier, byZone);
  const known =
    byZone.get(agent.zone) ??
    earlier.map((shift) => ({ ...shift, day: epochDay(localDateOf(shift.startAt, agent.zone)) }));
  byZone.set(agent.zone, known);
  return known;
}

/** Everything the agent worked as far as it is known, and what is planned, by start. */
export function workedShifts(view: AgentView): readonly WorkedShift[] {
  const near = view.shifts.map((shift) => ({
    startAt: shift.startAt,
    endAt: shift.endAt,
    paidMinutes: view.paidMinutes(shift),
    day: epochDay(localDateOf(shift.startAt, view.agent.zone)),
  }));
  const far = earlierOf(view);
  return far.length === 0 ? near : [...far, ...near];
}

/** First instant from which every shift is known; null when nothing is. */
export function workKnownFrom({ earlierFromAt, historyFromAt }: AgentView): Instant | null {
  return earlierFromAt ?? historyFromAt;
}

/** Whether every shift that ends after `at` is known. */
export function isWorkKnownSince(view: AgentView, at: Instant): boolean {
  const from = workKnownFrom(view);
  return from !== null && from <= at;
}

/** First instant of the epoch day at the agent's place. */
export function startOfDay(view: AgentView, day: number): Instant {
  return startOfLocalDay(dateOfEpochDay(day), view.agent.zone);
}

/** Paid minutes by epoch day, days without work left out. */
export function paidByDay(view: AgentView): ReadonlyMap<number, number> {
  const days = new Map<number, number>();
  for (const { day, paidMinutes } of workedShifts(view)) days.set(day, (days.get(day) ?? 0) + paidMinutes);
  return days;
}

/** Weeks that end with a planning week and reach back over the weeks before it: days `from` to `until - 1`. */
export interface WeekWindow {
  readonly week: number;
  readonly from: number;
  readonly until: number;
  /** Planning weeks of the horizon inside. */
  readonly plannedWeeks: number;
}

/** For each planning week, the `weeks` weeks that end with it. */
export function weekWindows(view: AgentView, weeks: number): WeekWindow[] {
  const first = firstDayOf(view);
  return view.weekStartsAt.slice(0, -1).map((_, week) => {
    const until = first + (week + 1) * 7;
    return { week, from: until - weeks * 7, until, plannedWeeks: Math.min(weeks, week + 1) };
  });
}

/** Sum of the days `from` to `until - 1`. */
export function sumOfDays(days: ReadonlyMap<number, number>, from: number, until: number): number {
  let sum = 0;
  for (const [day, value] of days) if (day >= from && day < until) sum += value;
  return sum;
}

/**
 * Equal share of what each window still allows after the days before the horizon, for each planned week: what the engine
 * plans with so that every window is kept. Exact for a horizon of one week.
 */
export function shareOfWindows(
  view: AgentView,
  windows: readonly WeekWindow[],
  room: (window: WeekWindow, firstDay: number) => number,
): number {
  const first = firstDayOf(view);
  return Math.max(0, ...[Math.min(...windows.map((window) => Math.floor(room(window, first) / window.plannedWeeks)))]);
}

import type { RuleParameters } from '../roster/index.js';
import { firstDayOf, valueOf } from './rule-parts.js';
import type { AgentView, RuleParameterSpec } from './work-rule.js';
import { paidByDay } from './worked-time.js';

export const dayMinutes: RuleParameterSpec = {
  key: 'dayMinutes',
  title: 'Hours of a day beyond which time is overtime',
  unit: 'minutes',
  min: 0,
  max: 1440,
  default: 480,
};

export const weekMinutes: RuleParameterSpec = {
  key: 'weekMinutes',
  title: 'Hours of a week beyond which time is overtime',
  unit: 'minutes',
  min: 0,
  max: 10_080,
  default: 2400,
};

/**
 * Overtime by epoch day: what a day holds beyond its limit, and what is left of it beyond the week's, on the day on which
 * the week's limit is passed. Weeks begin on the weekday of the first planned day. Days without overtime are left out.
 */
export function overtimeByDay(view: AgentView, p: RuleParameters): ReadonlyMap<number, number> {
  const [ofDay, ofWeek] = [valueOf(dayMinutes, p), valueOf(weekMinutes, p)];
  const first = firstDayOf(view);
  const overtime = new Map<number, number>();
  let [week, regular] = [Number.NEGATIVE_INFINITY, 0];
  for (const [day, paid] of [...paidByDay(view)].sort(([a], [b]) => a - b)) {
    const own = Math.floor((day - first) / 7);
    if (own !== week) [week, regular] = [own, 0];
    const within = Math.min(paid, ofDay, Math.max(0, ofWeek - regular));
    regular += within;
    if (paid > within) overtime.set(day, paid - within);
  }
  return overtime;
}

/** First day of the week (as planning weeks lie) that holds the day: overtime of the day is counted from there. */
export function weekStartBefore(view: AgentView, day: number): number {
  const first = firstDayOf(view);
  return first + Math.floor((day - first) / 7) * 7;
}

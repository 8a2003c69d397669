import { localDateOf, localMinuteOfDay } from '@yotei/time';
import type { Agent, Preference, Shift } from '../roster/index.js';

/** Whether a shift starting at that local date and minute goes against the wish. */
export function isAgainst(wish: Preference, on: string, minute: number): boolean {
  if (wish.on !== undefined && wish.on !== on) return false;
  if (wish.kind === 'day-off') return true;
  const from = wish.fromMinute ?? 0;
  const until = wish.untilMinute ?? 1440;
  const inside = (at: number) => at >= from && at <= until;
  // A window past midnight (22:00 to 25:00) also holds the early minutes of the next day.
  return !inside(minute) && !inside(minute + 1440);
}

/** Wishes the agent's shifts go against: weight once for each shift and wish. `until` is inside the window. */
export function preferenceCost(agent: Agent, wishes: readonly Preference[], shifts: readonly Shift[]): number {
  let cost = 0;
  for (const shift of shifts) {
    const on = localDateOf(shift.startAt, agent.zone);
    const minute = localMinuteOfDay(shift.startAt, agent.zone);
    for (const wish of wishes) if (isAgainst(wish, on, minute)) cost += wish.weight;
  }
  return cost;
}

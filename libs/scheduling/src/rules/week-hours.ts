import { elapsedMinutes, type Interval } from '@yotei/time';
import { isRest, type RuleParameters, type Shift } from '../roster/index.js';
import { isNight, minutesAtNight } from './night-time.js';
import { overtimeByDay } from './overtime.js';
import { firstDayOf, plannedWeeks, shiftsByDay } from './rule-parts.js';
import type { AgentView } from './work-rule.js';
import { sumOfDays } from './worked-time.js';

/** Hours of one planning week of an agent, minutes. */
export interface WeekHours {
  readonly span: Interval;
  readonly shifts: readonly Shift[];
  /** Paid minutes of shifts that start in the week. */
  readonly workedMinutes: number;
  /** Beyond the day's and the week's limit; see `overtimeByDay`. */
  readonly overtimeMinutes: number;
  readonly nightMinutes: number;
  readonly nightShifts: number;
  readonly daysOff: number;
  readonly breakMinutes: number;
}

/**
 * Hours, overtime (beyond 8 hours a day and 40 a week unless the parameters say otherwise), nights (22:00 to 05:00 unless
 * they do), breaks and days off of every planning week.
 */
export function hoursOfWeeks(view: AgentView, p: RuleParameters = {}): WeekHours[] {
  const overtime = overtimeByDay(view, p);
  const first = firstDayOf(view);
  return plannedWeeks(view).map(({ span, week, shifts }) => ({
    span,
    shifts,
    workedMinutes: shifts.reduce((sum, shift) => sum + view.paidMinutes(shift), 0),
    overtimeMinutes: sumOfDays(overtime, first + week * 7, first + week * 7 + 7),
    nightMinutes: shifts.reduce((sum, shift) => sum + minutesAtNight(shift, view.agent.zone, p), 0),
    nightShifts: shifts.filter((shift) => isNight(shift, view.agent.zone, p)).length,
    daysOff: 7 - shiftsByDay(view, shifts).size,
    breakMinutes: shifts.reduce((sum, shift) => sum + restOf(view, shift), 0),
  }));
}

function restOf(view: AgentView, shift: Shift): number {
  return shift.activities.reduce((sum, { activityTypeId, startAt, endAt }) => {
    const type = view.activityTypes.get(activityTypeId);
    return sum + (type && isRest(type) ? elapsedMinutes(startAt, endAt) : 0);
  }, 0);
}

import { MINUTE_MILLIS } from '@yotei/time';
import type { ActivityType, Shift } from './roster-problem.js';

/** Whether the agent is free to rest in this activity: as declared, else every unpaid type, `break` and `lunch`. */
export function isRest(type: ActivityType): boolean {
  return type.rest ?? (!type.paid || type.id === 'break' || type.id === 'lunch');
}

/** Paid minutes of a shift: its activities of a paid type. An unknown type counts as unpaid. */
export function paidMinutesOf(shift: Shift, activityTypes: ReadonlyMap<string, ActivityType>): number {
  let millis = 0;
  for (const activity of shift.activities) {
    if (activityTypes.get(activity.activityTypeId)?.paid) millis += activity.endAt - activity.startAt;
  }
  return millis / MINUTE_MILLIS;
}

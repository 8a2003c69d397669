import { MINUTE_MILLIS } from '@yotei/time';
import type { ActivityType, RosterProblem, Shift } from './roster-problem.js';

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

/** The type that fills a shift where nothing is placed: `contact` where there is one, else the first contact work. */
export function contactTypeOf(problem: Pick<RosterProblem, 'activityTypes'>): string {
  const types = problem.activityTypes.filter((type) => type.contactWork);
  const chosen = types.find((type) => type.id === 'contact') ?? types[0];
  if (!chosen) throw new Error('activityTypes must hold a type with contactWork; add one such as contact');
  return chosen.id;
}

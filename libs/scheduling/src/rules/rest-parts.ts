import { elapsedMinutes } from '@yotei/time';
import { isRest, type Shift, type ShiftTemplate } from '../roster/index.js';
import type { AgentView } from './work-rule.js';

/** A time of rest inside a shift, minutes after its start. */
export interface RestPart {
  readonly startMinutes: number;
  readonly lengthMinutes: number;
  readonly paid: boolean;
}

/** The shift's activities in which the agent is free to rest, in order. */
export function restParts(view: AgentView, shift: Shift): RestPart[] {
  return shift.activities.flatMap((activity) => {
    const type = view.activityTypes.get(activity.activityTypeId);
    if (!type || !isRest(type)) return [];
    return [
      {
        startMinutes: elapsedMinutes(shift.startAt, activity.startAt),
        lengthMinutes: elapsedMinutes(activity.startAt, activity.endAt),
        paid: type.paid,
      },
    ];
  });
}

/** The same of a template, where windows say when: earliest and latest start. */
export function templateRests(view: AgentView, template: ShiftTemplate) {
  return template.activities.flatMap((activity) => {
    const type = view.activityTypes.get(activity.activityTypeId);
    if (!type || !isRest(type)) return [];
    const { earliestStartMinutes, latestStartMinutes, lengthMinutes } = activity;
    return [{ earliestStartMinutes, latestStartMinutes, lengthMinutes, paid: type.paid }];
  });
}

/** Time at work: all of the shift but unpaid rest. Paid breaks count, as laws on meals and rest breaks have it. */
export function timeAtWork(
  lengthMinutes: number,
  rests: readonly { readonly lengthMinutes: number; readonly paid: boolean }[],
): number {
  return rests.reduce((left, rest) => left - (rest.paid ? 0 : rest.lengthMinutes), lengthMinutes);
}

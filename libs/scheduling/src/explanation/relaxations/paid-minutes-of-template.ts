import { indexProblem, type RosterProblem, type ShiftTemplate } from '../../roster/index.js';

/** Paid minutes of a shift of the template. */
export function paidMinutesOfTemplate(problem: RosterProblem, template: ShiftTemplate): number {
  const { activityTypes } = indexProblem(problem);
  return template.activities.reduce(
    (minutes, part) => minutes - (activityTypes.get(part.activityTypeId)?.paid ? 0 : part.lengthMinutes),
    template.lengthMinutes,
  );
}

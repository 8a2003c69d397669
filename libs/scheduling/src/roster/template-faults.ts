import type { Fault } from './fault.js';
import type { ShiftTemplate, TemplateActivity } from './roster-problem.js';

/** What is wrong with a template on its own: windows outside the day or the shift, activities that cannot follow one another. */
export function templateFaults(template: ShiftTemplate, activityTypeIds: ReadonlySet<string>): Fault[] {
  const faults: Fault[] = [];
  const report = (path: string, message: string) => void faults.push({ path, message });
  const { earliestStartMinute: earliest, latestStartMinute: latest, startStepMinutes: step, lengthMinutes } = template;
  if (!(Number.isInteger(earliest) && earliest >= 0 && earliest < 1440))
    report('earliestStartMinute', `minute (${earliest}) must be 0 to 1439`);
  if (!(Number.isInteger(latest) && latest >= earliest && latest < 1440)) {
    report('latestStartMinute', `minute (${latest}) must be 0 to 1439 and not before the earliest start (${earliest})`);
  }
  if (!(Number.isInteger(step) && step > 0))
    report('startStepMinutes', `step (${step}) must be a whole number of minutes above 0`);
  if (!(Number.isInteger(lengthMinutes) && lengthMinutes > 0 && lengthMinutes <= 1440)) {
    report('lengthMinutes', `length (${lengthMinutes}) must be 1 to 1440 minutes`);
  }
  if (template.weekdays?.length === 0) report('weekdays', 'must name a weekday, 1 (Monday) to 7, or be left out');
  for (const weekday of template.weekdays ?? []) {
    if (![1, 2, 3, 4, 5, 6, 7].includes(weekday)) report('weekdays', `weekday (${weekday}) must be 1 (Monday) to 7`);
  }
  let freeFrom = 0;
  template.activities.forEach((activity, i) => {
    const path = `activities[${i}]`;
    for (const message of windowFaults(activity, lengthMinutes, activityTypeIds)) report(path, message);
    const startsAt = Math.max(activity.earliestStartMinutes, i === 0 ? 0 : freeFrom + (activity.minGapMinutes ?? 0));
    if (startsAt > activity.latestStartMinutes && activity.latestStartMinutes >= activity.earliestStartMinutes) {
      report(
        path,
        `after the activities before it, it can start at ${startsAt} at the earliest; its window ends at ${activity.latestStartMinutes}`,
      );
    }
    freeFrom = startsAt + activity.lengthMinutes;
  });
  return faults;
}

function windowFaults(
  activity: TemplateActivity,
  shiftMinutes: number,
  activityTypeIds: ReadonlySet<string>,
): string[] {
  const {
    activityTypeId,
    lengthMinutes,
    earliestStartMinutes: earliest,
    latestStartMinutes: latest,
    minGapMinutes = 0,
  } = activity;
  const faults: string[] = [];
  if (!activityTypeIds.has(activityTypeId))
    faults.push(`activity type (${activityTypeId}) must be one of the activity types`);
  if (!(Number.isInteger(lengthMinutes) && lengthMinutes > 0))
    faults.push(`length (${lengthMinutes}) must be a whole number of minutes above 0`);
  if (!(Number.isInteger(earliest) && earliest >= 0))
    faults.push(`earliest start (${earliest}) must be a whole number of minutes, 0 or more`);
  if (!(Number.isInteger(latest) && latest >= earliest))
    faults.push(`latest start (${latest}) must not be before the earliest (${earliest})`);
  if (latest + lengthMinutes > shiftMinutes)
    faults.push(`started at ${latest}, it ends after the shift's ${shiftMinutes} minutes`);
  if (!(Number.isInteger(minGapMinutes) && minGapMinutes >= 0))
    faults.push(`gap (${minGapMinutes}) must be a whole number of minutes, 0 or more`);
  return faults;
}

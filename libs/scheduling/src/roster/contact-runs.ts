import type { Instant, Interval } from '@yotei/time';
import type { ActivityType, Shift } from './roster-problem.js';

/** Stretches of contact work of a shift without another activity in between, in order of time. */
export function contactRuns(shift: Shift, activityTypes: ReadonlyMap<string, ActivityType>): Interval[] {
  const runs: { startAt: Instant; endAt: Instant }[] = [];
  for (const { activityTypeId, startAt, endAt } of shift.activities) {
    if (!activityTypes.get(activityTypeId)?.contactWork) continue;
    const last = runs.at(-1);
    if (last?.endAt === startAt) last.endAt = endAt;
    else runs.push({ startAt, endAt });
  }
  return runs;
}

import type { Interval } from '@yotei/time';
import type { Activity } from './roster-problem.js';

/**
 * Activities that tile the span exactly, in time order: those placed, and contact work wherever none is placed.
 * Placed activities are cut at the span's ends (and left out when wholly outside); where two overlap, the later-starting
 * one keeps only what is left after the earlier. Neighbouring pieces of contact work with the same queue are joined.
 */
export function tileActivities(span: Interval, placed: readonly Activity[], contactTypeId: string): Activity[] {
  const tiled: Activity[] = [];
  let reachedAt = span.startAt;
  const push = (activity: Activity) => {
    const last = tiled[tiled.length - 1];
    const joins =
      last?.activityTypeId === contactTypeId &&
      activity.activityTypeId === contactTypeId &&
      last.queueId === activity.queueId;
    if (last && joins) tiled[tiled.length - 1] = { ...last, endAt: activity.endAt };
    else tiled.push(activity);
  };
  for (const activity of [...placed].sort((a, b) => a.startAt - b.startAt || a.endAt - b.endAt)) {
    const startAt = Math.max(activity.startAt, reachedAt);
    const endAt = Math.min(activity.endAt, span.endAt);
    if (endAt <= startAt) continue;
    if (startAt > reachedAt) push({ activityTypeId: contactTypeId, startAt: reachedAt, endAt: startAt });
    push({ ...activity, startAt, endAt });
    reachedAt = endAt;
  }
  if (reachedAt < span.endAt) push({ activityTypeId: contactTypeId, startAt: reachedAt, endAt: span.endAt });
  return tiled;
}

import { MINUTE_MILLIS, type Instant } from '@yotei/time';
import type { Activity, Shift } from './roster-problem.js';
import { tileActivities } from './tile-activities.js';

export interface ActivityEdit {
  readonly shift: Shift;
  /** Place in `shift.activities` of the activity that was moved, or -1 when nothing is left of it. */
  readonly index: number;
}

const spanLength = (span: { readonly startAt: Instant; readonly endAt: Instant }) => span.endAt - span.startAt;

/** Re-tiles the shift after one activity got a new place: it wins over what it lands on, contact work fills what it leaves. */
function withActivityAt(shift: Shift, index: number, moved: Activity, contactTypeId: string): ActivityEdit {
  const others = shift.activities.filter((activity, i) => i !== index && activity.activityTypeId !== contactTypeId);
  const bound = shift.activities.filter(
    (activity, i) => i !== index && activity.activityTypeId === contactTypeId && activity.queueId,
  );
  const pieces = [...others, ...bound].flatMap((activity) => around(activity, moved));
  const activities = tileActivities(shift, [...pieces, moved], contactTypeId);
  const at = activities.findIndex(
    (activity) =>
      activity.activityTypeId === moved.activityTypeId &&
      activity.startAt <= moved.startAt &&
      activity.endAt >= moved.endAt,
  );
  return { shift: { ...shift, activities }, index: at };
}

/** What is left of an activity beside the one that lands on it: up to two pieces. */
function around(activity: Activity, moved: Activity): Activity[] {
  if (activity.endAt <= moved.startAt || activity.startAt >= moved.endAt) return [activity];
  return [
    { ...activity, endAt: moved.startAt },
    { ...activity, startAt: moved.endAt },
  ].filter((piece) => spanLength(piece) > 0);
}

/**
 * Moves one activity so that it starts at `startAt`, keeping its length and the tiling. It is kept inside the shift; what
 * it lands on is cut or covered, what it leaves becomes contact work. Moving contact work itself changes nothing.
 */
export function moveActivity(shift: Shift, index: number, startAt: Instant, contactTypeId: string): ActivityEdit {
  const activity = shift.activities[index];
  if (!activity || activity.activityTypeId === contactTypeId) return { shift, index };
  const length = spanLength(activity);
  const place = Math.max(shift.startAt, Math.min(startAt, shift.endAt - length));
  return withActivityAt(shift, index, { ...activity, startAt: place, endAt: place + length }, contactTypeId);
}

/** Gives one activity a new start and end inside the shift, keeping the tiling; at least one minute of it stays. */
export function resizeActivity(
  shift: Shift,
  index: number,
  span: { readonly startAt: Instant; readonly endAt: Instant },
  contactTypeId: string,
): ActivityEdit {
  const activity = shift.activities[index];
  if (!activity || activity.activityTypeId === contactTypeId) return { shift, index };
  const startAt = Math.max(shift.startAt, Math.min(span.startAt, shift.endAt - MINUTE_MILLIS));
  const endAt = Math.min(shift.endAt, Math.max(span.endAt, startAt + MINUTE_MILLIS));
  return withActivityAt(shift, index, { ...activity, startAt, endAt }, contactTypeId);
}

/** Puts a new activity into the shift, over what is there; null when it does not lie inside the shift. */
export function insertActivity(shift: Shift, activity: Activity, contactTypeId: string): ActivityEdit | null {
  if (activity.startAt < shift.startAt || activity.endAt > shift.endAt || spanLength(activity) <= 0) return null;
  return withActivityAt(shift, -1, activity, contactTypeId);
}

/** Takes one activity out; contact work fills its place. */
export function removeActivity(shift: Shift, index: number, contactTypeId: string): Shift {
  const others = shift.activities.filter((_, i) => i !== index);
  return { ...shift, activities: tileActivities(shift, others, contactTypeId) };
}

/** Moves the whole shift with its activities to start at `startAt`; lengths stay (elapsed time). */
export function moveShift(shift: Shift, startAt: Instant): Shift {
  const by = startAt - shift.startAt;
  const moved = <T extends { readonly startAt: Instant; readonly endAt: Instant }>(span: T): T => ({
    ...span,
    startAt: span.startAt + by,
    endAt: span.endAt + by,
  });
  return { ...moved(shift), activities: shift.activities.map(moved) };
}

/**
 * Gives the shift a new start and end. Activities keep their places; what falls outside is cut, new time at the edges
 * becomes contact work. Null when the end is not after the start.
 */
export function resizeShift(
  shift: Shift,
  span: { readonly startAt: Instant; readonly endAt: Instant },
  contactTypeId: string,
): Shift | null {
  if (span.endAt <= span.startAt) return null;
  const { startAt, endAt } = span;
  return { ...shift, startAt, endAt, activities: tileActivities({ startAt, endAt }, shift.activities, contactTypeId) };
}

import type { BoardMinute, BoardShift } from './model.js';

/** An activity that is not the shift's own contact work, taken out of the packed list. */
export interface Placed {
  readonly type: number;
  readonly start: BoardMinute;
  readonly length: number;
}

/** Number of activities in a packed list. */
export function activityCount(shift: BoardShift): number {
  return shift.activities.length / 3;
}

/** Activity `index` of the shift, or null outside the list. */
export function activityAt(shift: BoardShift, index: number): Placed | null {
  const k = index * 3;
  if (k < 0 || k >= shift.activities.length) return null;
  return { type: shift.activities[k]!, start: shift.activities[k + 1]!, length: shift.activities[k + 2]! };
}

/** Index of the activity that holds the minute, or -1. */
export function activityIndexAt(shift: BoardShift, minute: BoardMinute): number {
  for (let k = 0; k < shift.activities.length; k += 3) {
    const start = shift.activities[k + 1]!;
    if (minute >= start && minute < start + shift.activities[k + 2]!) return k / 3;
  }
  return -1;
}

/** Whether the activities lie end to end from the shift's start to its end, each longer than nothing. */
export function isTiled(shift: BoardShift): boolean {
  let at = shift.start;
  for (let k = 0; k < shift.activities.length; k += 3) {
    if (shift.activities[k + 1] !== at || shift.activities[k + 2]! <= 0) return false;
    at += shift.activities[k + 2]!;
  }
  return at === shift.start + shift.length;
}

/** Everything in the shift but its contact work, in time order. */
export function placedOf(shift: BoardShift, baseType: number): Placed[] {
  const out: Placed[] = [];
  for (let index = 0; index < activityCount(shift); index++) {
    const activity = activityAt(shift, index)!;
    if (activity.type !== baseType) out.push(activity);
  }
  return out;
}

/** Packs placed activities (in time order, without overlap, inside the span) with contact work between them. */
export function tile(
  span: { readonly start: BoardMinute; readonly length: number },
  placed: readonly Placed[],
  baseType: number,
): number[] {
  const out: number[] = [];
  let at = span.start;
  for (const activity of placed) {
    if (activity.start > at) out.push(baseType, at, activity.start - at);
    out.push(activity.type, activity.start, activity.length);
    at = activity.start + activity.length;
  }
  const end = span.start + span.length;
  if (at < end) out.push(baseType, at, end - at);
  return out;
}

interface FitRequest {
  readonly start: BoardMinute;
  readonly length: number;
  readonly wanted: BoardMinute;
  readonly needed: number;
}

/** The start nearest to `wanted` at which `needed` minutes fit in the span between the others, or null. */
export function nearestFit(
  { start, length, wanted, needed }: FitRequest,
  others: readonly Placed[],
): BoardMinute | null {
  let best: BoardMinute | null = null;
  let from = start;
  const take = (until: BoardMinute) => {
    if (until - from < needed) return;
    const candidate = Math.min(Math.max(wanted, from), until - needed);
    if (best === null || Math.abs(candidate - wanted) < Math.abs(best - wanted)) best = candidate;
  };
  for (const other of others) {
    take(other.start);
    from = other.start + other.length;
  }
  take(start + length);
  return best;
}

/**
 * Lays the wanted activities into the span one by one, each at the free place nearest to its wish, so nothing is
 * swallowed. Null when one of them no longer fits: the caller keeps what it had.
 */
export function placeAll(
  span: { readonly start: BoardMinute; readonly length: number },
  wanted: readonly Placed[],
): Placed[] | null {
  let laid: Placed[] = [];
  for (const activity of wanted) {
    const start = nearestFit({ ...span, wanted: activity.start, needed: activity.length }, laid);
    if (start === null) return null;
    laid = insertSorted(laid, { ...activity, start });
  }
  return laid;
}

/** A copy of the list with the activity at its place in time. */
export function insertSorted(list: readonly Placed[], activity: Placed): Placed[] {
  const at = list.findIndex((other) => other.start > activity.start);
  return at < 0 ? [...list, activity] : [...list.slice(0, at), activity, ...list.slice(at)];
}

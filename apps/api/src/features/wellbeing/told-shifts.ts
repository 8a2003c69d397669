import type { Interval, Instant } from '@yotei/time';
import type { ShiftChange, ShiftNotice } from '@yotei/scheduling/wellbeing';
import type { MovedSpan } from '../rosters/index.js';

export interface Told {
  readonly notices: readonly ShiftNotice[];
  readonly changes: readonly ShiftChange[];
}

/**
 * When one agent heard of the shifts of a week, and of changes to them. A published week tells of its edits at once: a shift
 * has been known since the publishing or since the last edit that gave it its times, whichever is later. Every edit after
 * the publishing that moved, took away or brought a shift is a change; one that only moved a break is none.
 *
 * @param shifts the agent's, as they stand
 * @param moved edits of the whole week after the publishing, oldest first
 */
export function toldOf(
  agentId: string,
  { shifts, moved, publishedAt }: { shifts: readonly Interval[]; moved: readonly MovedSpan[]; publishedAt: Instant },
): Told {
  const setAt = new Map<string, Instant>();
  const changes: ShiftChange[] = [];
  for (const { at, before, after } of moved) {
    const [had, has] = [before?.agentId === agentId ? before : null, after?.agentId === agentId ? after : null];
    if (has) setAt.set(keyOf(has), at);
    if (at > publishedAt && (had || has)) changes.push({ shiftStartAt: (had ?? has)!.startAt, changedAt: at });
  }
  const notices = shifts.map((shift) => ({
    shiftStartAt: shift.startAt,
    toldAt: Math.max(publishedAt, setAt.get(keyOf(shift)) ?? publishedAt),
  }));
  return { notices, changes };
}

const keyOf = ({ startAt, endAt }: Interval): string => `${startAt} ${endAt}`;

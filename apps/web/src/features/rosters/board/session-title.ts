import type { BoardSession, BoardShift } from './model.js';
import { activityAt, activityCount, type Placed } from './tiling.js';

const titles = new WeakMap<BoardShift, readonly (string | null)[]>();

/**
 * What activity `index` is called when it is a session's place, else null. One that was moved is known again as the
 * server knows it: by type and length, in time order.
 */
export function sessionTitleOf(shift: BoardShift, index: number): string | null {
  if (!shift.sessions) return null;
  let found = titles.get(shift);
  if (!found) {
    found = titlesOf(shift, shift.sessions);
    titles.set(shift, found);
  }
  return found[index] ?? null;
}

function titlesOf(shift: BoardShift, sessions: readonly BoardSession[]): (string | null)[] {
  const parts = Array.from({ length: activityCount(shift) }, (_, index) => activityAt(shift, index)!);
  const open = [...sessions];
  const take = (matches: (one: BoardSession) => boolean): string | null => {
    const at = open.findIndex(matches);
    return at < 0 ? null : open.splice(at, 1)[0]!.title;
  };
  const alike = (part: Placed, one: BoardSession) => one.type === part.type && one.length === part.length;
  const unmoved = parts.map((part) => take((one) => alike(part, one) && one.start === part.start));
  return parts.map((part, index) => unmoved[index] ?? take((one) => alike(part, one)));
}

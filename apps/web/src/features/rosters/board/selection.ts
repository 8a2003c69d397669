import type { GestureTarget } from './gestures/gesture.js';
import { rowOfAgent, type BoardLayout } from './layout.js';
import { byStart, dayOf, findShift, shiftsOnDay, type BoardModel } from './model.js';
import { activityAt, activityCount, activityIndexAt } from './tiling.js';

/** Where the keyboard is: a day of an agent, and what in it when the day has a shift. */
export interface BoardCursor {
  readonly agent: number;
  readonly day: number;
  readonly target: GestureTarget | null;
}

export interface BoardSelection {
  readonly cursor: BoardCursor | null;
  readonly targets: readonly GestureTarget[];
}

export const NO_SELECTION: BoardSelection = { cursor: null, targets: [] };

export function sameTarget(a: GestureTarget, b: GestureTarget): boolean {
  return a.shiftId === b.shiftId && a.activity === b.activity;
}

/** The selection after choosing a target: alone, or added to (taken from) what is selected. */
export function choose(
  model: BoardModel,
  selection: BoardSelection,
  pick: { readonly target: GestureTarget; readonly add: boolean },
): BoardSelection {
  const { target, add } = pick;
  const cursor = cursorAt(model, target);
  if (!add) return { cursor, targets: [target] };
  const without = selection.targets.filter((other) => !sameTarget(other, target));
  const already = without.length < selection.targets.length;
  // Whole shifts and single activities do not mix: the newest kind wins.
  const kin = without.filter((other) => (other.activity === null) === (target.activity === null));
  return { cursor, targets: already ? without : [...kin, target] };
}

/** The cursor on a target. */
export function cursorAt(model: BoardModel, target: GestureTarget): BoardCursor {
  const shift = findShift(model, target.shiftId, target.agent);
  return { agent: target.agent, day: shift ? dayOf(model, shift.start) : 0, target: shift ? target : null };
}

/** Everything an agent-day cell steps through: the shifts whole, each followed by its activities. */
export function stopsOf(model: BoardModel, agent: number, day: number): GestureTarget[] {
  return shiftsOnDay(model, agent, day).flatMap((shift) => [
    { agent, shiftId: shift.id, activity: null },
    ...Array.from({ length: activityCount(shift) }, (_, activity) => ({ agent, shiftId: shift.id, activity })),
  ]);
}

/** One step through the stops of the cell, then on to the neighbouring day. */
export function stepActivity(model: BoardModel, cursor: BoardCursor, by: 1 | -1): BoardCursor {
  const stops = stopsOf(model, cursor.agent, cursor.day);
  const at = cursor.target ? stops.findIndex((stop) => sameTarget(stop, cursor.target!)) : -1;
  const next = cursor.target ? stops[at + by] : by === 1 ? stops[0] : undefined;
  if (next) return { ...cursor, target: next };
  return stepDay(model, cursor, by);
}

/** The day before or after, on its first stop (last when coming back). Stays put at the ends of the horizon. */
export function stepDay(model: BoardModel, cursor: BoardCursor, by: 1 | -1): BoardCursor {
  const day = cursor.day + by;
  if (day < 0 || day >= model.days.length) return cursor;
  const stops = stopsOf(model, cursor.agent, day);
  return { agent: cursor.agent, day, target: (by === 1 ? stops[0] : stops.at(-1)) ?? null };
}

/** The agent `by` rows away, at the activity nearest to where the cursor was. */
export function stepRow(
  model: BoardModel,
  layout: BoardLayout,
  { cursor, by }: { readonly cursor: BoardCursor; readonly by: number },
): BoardCursor {
  const agents = layout.rows.flatMap((row) => (row.kind === 'agent' ? [row.agent] : []));
  const at = agents.indexOf(cursor.agent);
  const agent = agents[Math.min(agents.length - 1, Math.max(0, (at < 0 ? 0 : at) + by))];
  if (agent === undefined) return cursor;
  return { agent, day: cursor.day, target: nearestStop(model, cursor, agent) };
}

function nearestStop(model: BoardModel, cursor: BoardCursor, agent: number): GestureTarget | null {
  const from = cursor.target && findShift(model, cursor.target.shiftId, cursor.target.agent);
  const shifts = shiftsOnDay(model, agent, cursor.day);
  const shift = shifts[0];
  if (!shift) return null;
  const held = cursor.target?.activity ?? null;
  if (!from || held === null) return { agent, shiftId: shift.id, activity: null };
  const minute = activityAt(from, held)?.start ?? from.start;
  const inside = Math.min(Math.max(minute, shift.start), shift.start + shift.length - 1);
  return { agent, shiftId: shift.id, activity: activityIndexAt(shift, inside) };
}

/** The targets still there after an edit, found again by time where indices moved. */
export function followTargets(
  before: BoardModel,
  after: BoardModel,
  targets: readonly GestureTarget[],
): GestureTarget[] {
  return targets.flatMap((target): GestureTarget[] => {
    const was = findShift(before, target.shiftId, target.agent);
    const now = findShift(after, target.shiftId);
    if (!was || !now) return [];
    if (target.activity === null) return [{ agent: now.agent, shiftId: now.id, activity: null }];
    const held = activityAt(was, target.activity);
    return held
      ? [{ agent: now.agent, shiftId: now.id, activity: matching(now.activities, held, now.start - was.start) }]
      : [];
  });
}

/** Index of the activity of the same type and length nearest to where it was; the first activity when none is left. */
function matching(
  activities: readonly number[],
  held: { readonly type: number; readonly start: number; readonly length: number },
  delta: number,
): number {
  let best = 0;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (let k = 0; k < activities.length; k += 3) {
    const unlike = (activities[k] === held.type ? 0 : 100_000) + (activities[k + 2] === held.length ? 0 : 1_000);
    const distance = unlike + Math.abs(activities[k + 1]! - held.start - delta);
    if (distance < bestDistance) [best, bestDistance] = [k / 3, distance];
  }
  return best;
}

/** Whether every row of the layout that holds a target is shown. */
export function isShown(layout: BoardLayout, target: GestureTarget): boolean {
  return rowOfAgent(layout, target.agent) >= 0;
}

/** Targets in order of agent and time, for a stable reading aloud. */
export function inOrder(model: BoardModel, targets: readonly GestureTarget[]): GestureTarget[] {
  const keyed = targets.map((target) => ({
    target,
    start: findShift(model, target.shiftId, target.agent)?.start ?? 0,
  }));
  return keyed.sort((a, b) => a.target.agent - b.target.agent || byStart(a, b)).map(({ target }) => target);
}

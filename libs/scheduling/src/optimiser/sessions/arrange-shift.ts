import { MINUTE_MILLIS, type Instant } from '@yotei/time';
import {
  contactTypeOf,
  indexProblem,
  insertActivity,
  tileActivities,
  type Activity,
  type RosterProblem,
  type Shift,
  type TemplateActivity,
} from '../../roster/index.js';

/** A break of the template that may move inside its window, in slots from the start of the shift. */
interface MovablePart {
  readonly ask: TemplateActivity;
  readonly earliest: number;
  readonly latest: number;
  readonly length: number;
  /** Least slots between the end of the part before and this one's start. */
  readonly gap: number;
}

/** A shift as sessions are placed in it: breaks that may move, and slots that are taken. */
export interface ShiftRoom {
  readonly shift: Shift;
  readonly slots: number;
  readonly slotMillis: number;
  readonly movable: readonly MovablePart[];
  /** 1 for slots in which the agent is away from contact work at a fixed place, or works for one queue only. */
  readonly taken: Uint8Array;
  /** Slots away from contact work as the shift stands, breaks included. */
  readonly away: Uint8Array;
}

export interface Arrangement {
  /** Worth of presence given up, less what the shift gives up as it stands. */
  readonly harm: number;
  /** Start slot of each movable part. */
  readonly places: readonly number[];
}

/**
 * Reads a shift for placing. Null for a locked one and one off the slot grid. Breaks move only where they are the
 * template's own, whole, and no contact work is bound to a queue; otherwise everything but contact work stays.
 */
export function shiftRoom(problem: RosterProblem, shift: Shift, gridStartAt: Instant): ShiftRoom | null {
  const slotMillis = problem.slotMinutes * MINUTE_MILLIS;
  const edges = [shift.startAt - gridStartAt, ...shift.activities.map(({ endAt }) => endAt - gridStartAt)];
  if (shift.locked || edges.some((edge) => edge % slotMillis !== 0)) return null;
  const { activityTypes } = indexProblem(problem);
  const isContact = ({ activityTypeId }: Activity) => activityTypes.get(activityTypeId)?.contactWork === true;
  const breaks = movableOf(problem, shift);
  const slots = (shift.endAt - shift.startAt) / slotMillis;
  const taken = new Uint8Array(slots);
  const away = new Uint8Array(slots);
  for (const activity of shift.activities) {
    const from = (activity.startAt - shift.startAt) / slotMillis;
    const until = (activity.endAt - shift.startAt) / slotMillis;
    if (!isContact(activity)) {
      away.fill(1, from, until);
      if (!breaks.own.has(activity)) taken.fill(1, from, until);
    }
  }
  return { shift, slots, slotMillis, movable: breaks.parts, taken, away };
}

/** The template's activities with the shift's own ones that answer to them; empty when they are not all there. */
function movableOf(problem: RosterProblem, shift: Shift): { parts: MovablePart[]; own: Set<Activity> } {
  const { activityTypes, templates } = indexProblem(problem);
  const none = { parts: [], own: new Set<Activity>() };
  const template = shift.templateId === undefined ? undefined : templates.get(shift.templateId);
  if (!template || shift.activities.some(({ queueId }) => queueId !== undefined)) return none;
  const own = new Set<Activity>();
  for (const ask of template.activities) {
    if (activityTypes.get(ask.activityTypeId)?.contactWork) return none;
    const found = shift.activities.find(
      (activity) =>
        !own.has(activity) &&
        activity.sessionId === undefined &&
        activity.activityTypeId === ask.activityTypeId &&
        activity.endAt - activity.startAt === ask.lengthMinutes * MINUTE_MILLIS,
    );
    if (!found) return none;
    own.add(found);
  }
  const slot = problem.slotMinutes;
  const parts = template.activities.map((ask): MovablePart => ({
    ask,
    earliest: Math.ceil(ask.earliestStartMinutes / slot),
    latest: Math.floor(ask.latestStartMinutes / slot),
    length: ask.lengthMinutes / slot,
    gap: Math.ceil((ask.minGapMinutes ?? 0) / slot),
  }));
  return parts.some(({ length }) => !Number.isInteger(length)) ? none : { parts, own };
}

/**
 * Best places of the breaks beside a session in slots `[from, from + length)` of the shift: those that give up least of
 * `worth` (of presence on contact work, by slot of the shift). Exact: every place of each break in its window, in order.
 * Null when the session lies on something fixed or leaves a break no place. A length of 0 arranges the breaks alone.
 */
export function bestArrangement(
  room: ShiftRoom,
  worth: Float64Array,
  { from, length }: { readonly from: number; readonly length: number },
): Arrangement | null {
  const { slots, taken } = room;
  if (from < 0 || from + length > slots) return null;
  const blocked = Uint8Array.from(taken);
  let loss = 0;
  for (let slot = 0; slot < slots; slot++) {
    if (slot >= from && slot < from + length) {
      if (blocked[slot] === 1) return null;
      blocked[slot] = 1;
    }
    if (blocked[slot] === 1) loss += worth[slot]!;
  }
  const breaks = placeParts(room.movable, blocked, worth);
  if (!breaks) return null;
  let before = 0;
  for (let slot = 0; slot < slots; slot++) if (room.away[slot] === 1) before += worth[slot]!;
  return { harm: loss + breaks.loss - before, places: breaks.places };
}

/** Least-loss places of the parts, one after another: best[i] over the places of a part, by running minimum. */
function placeParts(
  parts: readonly MovablePart[],
  blocked: Uint8Array,
  worth: Float64Array,
): { loss: number; places: number[] } | null {
  if (parts.length === 0) return { loss: 0, places: [] };
  const sums = new Float64Array(blocked.length + 1);
  const taken = new Int32Array(blocked.length + 1);
  for (let slot = 0; slot < blocked.length; slot++) {
    sums[slot + 1] = sums[slot]! + worth[slot]!;
    taken[slot + 1] = taken[slot]! + blocked[slot]!;
  }
  const rows: { cost: Float64Array; back: Int32Array }[] = [];
  parts.forEach((part, i) => {
    const previous = rows[i - 1];
    const before = parts[i - 1];
    const cost = new Float64Array(blocked.length).fill(Number.POSITIVE_INFINITY);
    const back = new Int32Array(blocked.length).fill(-1);
    let [least, at, reached] = [previous ? Number.POSITIVE_INFINITY : 0, -1, 0];
    for (let place = part.earliest; place <= part.latest && place + part.length <= blocked.length; place++) {
      for (; previous && before && reached + before.length + part.gap <= place; reached++)
        if (previous.cost[reached]! < least) [least, at] = [previous.cost[reached]!, reached];
      if (taken[place + part.length]! > taken[place]!) continue;
      cost[place] = least + sums[place + part.length]! - sums[place]!;
      back[place] = at;
    }
    rows.push({ cost, back });
  });
  return readBack(rows);
}

function readBack(
  rows: readonly { cost: Float64Array; back: Int32Array }[],
): { loss: number; places: number[] } | null {
  const last = rows[rows.length - 1]!.cost;
  let place = 0;
  for (let slot = 1; slot < last.length; slot++) if (last[slot]! < last[place]!) place = slot;
  const loss = last[place]!;
  if (loss === Number.POSITIVE_INFINITY) return null;
  const places: number[] = [];
  for (let i = rows.length - 1; i >= 0; i--) {
    places.unshift(place);
    place = rows[i]!.back[place]!;
  }
  return { loss, places };
}

/** The shift with its breaks at those places and, where given, a session in it. */
export function arrangedShift(
  problem: RosterProblem,
  room: ShiftRoom,
  arrangement: Arrangement,
  session: Activity | null,
): Shift {
  const { shift, movable, slotMillis } = room;
  const contactTypeId = contactTypeOf(problem);
  if (movable.length === 0) return session ? insertActivity(shift, session, contactTypeId)!.shift : shift;
  const own = movableOf(problem, shift).own;
  const { activityTypes } = indexProblem(problem);
  const fixed = shift.activities.filter(
    (activity) => !own.has(activity) && !activityTypes.get(activity.activityTypeId)?.contactWork,
  );
  const placed = movable.map(({ ask }, i): Activity => {
    const startAt = shift.startAt + arrangement.places[i]! * slotMillis;
    return { activityTypeId: ask.activityTypeId, startAt, endAt: startAt + ask.lengthMinutes * MINUTE_MILLIS };
  });
  const activities = tileActivities(shift, [...fixed, ...placed, ...(session ? [session] : [])], contactTypeId);
  return { ...shift, activities };
}

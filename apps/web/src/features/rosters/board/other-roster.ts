import { applyEdits, sameWork, type ShiftEdit } from './edits.js';
import { dayOf, type BoardModel, type BoardShift } from './model.js';
import { placeAll, placedOf, tile, type Placed } from './tiling.js';

/** One agent's day on the board and in another roster of the same weeks; either may be empty: a day off. */
export interface OtherDay {
  readonly agent: number;
  /** Index into the board's days. */
  readonly day: number;
  readonly before: readonly BoardShift[];
  readonly after: readonly BoardShift[];
}

/** Locks and templates are the planner's marks; what people notice are times and activities. */
function sameTimes(a: readonly BoardShift[], b: readonly BoardShift[]): boolean {
  return (
    a.length === b.length &&
    a.every((shift, i) => sameWork({ ...shift, locked: b[i]!.locked, templateId: b[i]!.templateId }, b[i]!))
  );
}

/** Activities that were placed for a reason of their own, as trainings and meetings are. */
function appointments(model: BoardModel, shifts: readonly BoardShift[]): Placed[] {
  const isOwn = (type: number) => {
    const { code, contactWork } = model.activityTypes[type]!;
    return !contactWork && code !== 'break' && code !== 'lunch';
  };
  return shifts.flatMap((shift) => placedOf(shift, model.baseType)).filter(({ type }) => isOwn(type));
}

/**
 * The other roster's day with the board's trainings and meetings where they still fit, breaks making room. One that places
 * activities of the kind itself has thought of them.
 */
function withAppointments(model: BoardModel, one: OtherDay): OtherDay {
  const there = new Set(appointments(model, one.after).map(({ type }) => type));
  const kept = appointments(model, one.before).filter(({ type }) => !there.has(type));
  if (kept.length === 0) return one;
  const after = one.after.map((shift) => {
    const end = shift.start + shift.length;
    const own = kept.filter(({ start, length }) => start >= shift.start && start + length <= end);
    const laid = own.length > 0 ? placeAll(shift, [...own, ...placedOf(shift, model.baseType)]) : null;
    return laid ? { ...shift, activities: tile(shift, laid, model.baseType) } : shift;
  });
  return { ...one, after };
}

/**
 * Days on which agents work otherwise in another roster, by agent and then by day. `others` holds the other roster's shifts of
 * each agent in time order; agents it leaves out (undefined) are as they are.
 */
export function otherDays(model: BoardModel, others: readonly (readonly BoardShift[] | undefined)[]): OtherDay[] {
  return others.flatMap((other, agent) => {
    const own = model.shifts[agent] ?? [];
    if (!other || sameTimes(own, other)) return [];
    const days = [...new Set([...own, ...other].map(({ start }) => dayOf(model, start)))].sort((a, b) => a - b);
    return days
      .map((day) => {
        const on = (shift: BoardShift) => dayOf(model, shift.start) === day;
        return withAppointments(model, { agent, day, before: own.filter(on), after: other.filter(on) });
      })
      .filter(({ before, after }) => !sameTimes(before, after));
  });
}

/** The edits that put those days into the board: shifts keep their ids and locks, shifts too many go, new ones are made. */
export function takeDays(days: readonly OtherDay[], newId: () => string): ShiftEdit[] {
  return days.flatMap(({ before, after }) =>
    Array.from({ length: Math.max(before.length, after.length) }, (_, i): ShiftEdit => {
      const [own, other] = [before[i] ?? null, after[i] ?? null];
      if (!other) return { before: own, after: null };
      const { id, version, locked } = own ?? { id: newId(), version: 0, locked: false };
      return { before: own, after: { ...other, id, version, locked, handEdited: true, changed: true } };
    }),
  );
}

/** The board with those days taken, for looking at. */
export function withDays(model: BoardModel, days: readonly OtherDay[]): BoardModel {
  let made = 0;
  return applyEdits(
    model,
    takeDays(days, () => `other-${++made}`),
  );
}

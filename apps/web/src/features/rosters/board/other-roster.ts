import { sameWork, type ShiftEdit } from './edits.js';
import { dayOf, type BoardModel, type BoardShift } from './model.js';

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
        return { agent, day, before: own.filter(on), after: other.filter(on) };
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

/** The board with the other roster in place of its own. */
export function withOther(model: BoardModel, others: readonly (readonly BoardShift[] | undefined)[]): BoardModel {
  return { ...model, shifts: model.shifts.map((own, agent) => others[agent] ?? own) };
}

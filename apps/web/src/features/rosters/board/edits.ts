import { byStart, type BoardModel, type BoardShift } from './model.js';

/** One shift before and after; null before = new, null after = removed. Both null never happens. */
export interface ShiftEdit {
  readonly before: BoardShift | null;
  readonly after: BoardShift | null;
}

/** What a gesture did, as data: the screen words it in the reader's language. */
export interface EditLabel {
  readonly verb:
    | 'move'
    | 'resize'
    | 'remove'
    | 'add'
    | 'copy'
    | 'swap'
    | 'fill'
    | 'insert'
    | 'lock'
    | 'unlock'
    | 'change'
    | 'reassign'
    | 'paste'
    | 'breaks';
  /** Code of the activity type, or `shift`. */
  readonly what: string;
  readonly agentIds: readonly string[];
  /** The name as it was written when the step was made, for steps the server remembers. */
  readonly text?: string;
}

/** One gesture = one proposal = one mutation = one undo step. */
export interface Proposal {
  readonly label: EditLabel;
  readonly edits: readonly ShiftEdit[];
}

/** Whether two states of a shift mean the same roster; id, version and marks are left out. */
export function sameWork(a: BoardShift | null, b: BoardShift | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.agent === b.agent &&
    a.start === b.start &&
    a.length === b.length &&
    a.templateId === b.templateId &&
    a.locked === b.locked &&
    a.activities.length === b.activities.length &&
    a.activities.every((value, i) => value === b.activities[i])
  );
}

/** The model after the edits; agents not named keep their list. */
export function applyEdits(model: BoardModel, edits: readonly ShiftEdit[]): BoardModel {
  const shifts = model.shifts.slice();
  for (const { before, after } of edits) {
    if (before) shifts[before.agent] = (shifts[before.agent] ?? []).filter((shift) => shift.id !== before.id);
    if (after) {
      const others = (shifts[after.agent] ?? []).filter((shift) => shift.id !== after.id);
      shifts[after.agent] = [...others, after].sort(byStart);
    }
  }
  return { ...model, shifts };
}

/** The edits that take the given ones back, last first. */
export function inverse(edits: readonly ShiftEdit[]): ShiftEdit[] {
  return edits.map(({ before, after }) => ({ before: after, after: before })).reverse();
}

/** Indices of the agents whose roster the edits touch, without repeats. */
export function agentsOf(edits: readonly ShiftEdit[]): number[] {
  return [
    ...new Set(
      edits.flatMap(({ before, after }) => [before?.agent, after?.agent]).filter((agent) => agent !== undefined),
    ),
  ];
}

/** Edits that change nothing left out. */
export function effective(edits: readonly ShiftEdit[]): ShiftEdit[] {
  return edits.filter(({ before, after }) => !sameWork(before, after));
}

/** The shift after an edit by hand. */
export function touched(shift: BoardShift): BoardShift {
  return { ...shift, handEdited: true, changed: true };
}

/** Replaces or adds shifts as the server sent them, and drops the removed ones. */
export function mergeServerShifts(
  model: BoardModel,
  shifts: readonly BoardShift[],
  removedIds: readonly string[],
): BoardModel {
  const gone = new Set([...removedIds, ...shifts.map((shift) => shift.id)]);
  const kept = model.shifts.map((list) =>
    list.some((shift) => gone.has(shift.id)) ? list.filter((shift) => !gone.has(shift.id)) : list,
  );
  for (const shift of shifts) kept[shift.agent] = [...(kept[shift.agent] ?? []), shift].sort(byStart);
  return { ...model, shifts: kept };
}

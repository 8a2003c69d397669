import { inverse, type Proposal, type ShiftEdit } from './edits.js';

/** Steps done and steps taken back, both last at the end. The server's log holds them all. */
export interface UndoList {
  readonly done: readonly Proposal[];
  readonly undone: readonly Proposal[];
}

export const EMPTY_UNDO: UndoList = { done: [], undone: [] };

/** Steps kept on the page; older ones come from the server's log when these are used up. */
const STEP_LIMIT = 200;

/** After a new step; what had been taken back is forgotten. */
export function pushStep(list: UndoList, step: Proposal): UndoList {
  return { done: [...list.done, step].slice(-STEP_LIMIT), undone: [] };
}

/** The edits that take back the last step, with the list after it; null when there is none. */
export function undoStep(
  list: UndoList,
): { readonly step: Proposal; readonly edits: ShiftEdit[]; readonly list: UndoList } | null {
  const step = list.done.at(-1);
  if (!step) return null;
  return { step, edits: inverse(step.edits), list: { done: list.done.slice(0, -1), undone: [...list.undone, step] } };
}

/** The edits that do the last taken-back step again; null when there is none. */
export function redoStep(
  list: UndoList,
): { readonly step: Proposal; readonly edits: readonly ShiftEdit[]; readonly list: UndoList } | null {
  const step = list.undone.at(-1);
  if (!step) return null;
  return { step, edits: step.edits, list: { done: [...list.done, step], undone: list.undone.slice(0, -1) } };
}

/** The list after the server named a shift: a new shift's local id, or the fresh id of one brought back by undo. */
export function renameShift(list: UndoList, from: string, to: string): UndoList {
  const renameSteps = (steps: readonly Proposal[]) =>
    steps.map((step) => ({ ...step, edits: step.edits.map((edit) => renameEdit(edit, from, to)) }));
  return { done: renameSteps(list.done), undone: renameSteps(list.undone) };
}

function renameEdit(edit: ShiftEdit, from: string, to: string): ShiftEdit {
  const side = (shift: ShiftEdit['before']) => (shift?.id === from ? { ...shift, id: to } : shift);
  return { before: side(edit.before), after: side(edit.after) };
}

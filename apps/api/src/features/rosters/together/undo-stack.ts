/** A row of the edit log, as far as undo needs it. */
export interface LoggedStep {
  readonly version: number;
  /** Version of the step this one takes back. */
  readonly undoes: number | null;
  /** Version of the step this one does again. */
  readonly redoes: number | null;
}

/** Versions of steps: those that can be taken back and those that can be done again, last at the end. */
export interface UndoStack {
  readonly done: readonly number[];
  readonly undone: readonly number[];
}

/**
 * What one person can undo and redo on a schedule, read off the person's own steps in order of version. A new step
 * forgets what had been taken back; the log keeps it. Steps a walk refers to but the list does not hold are passed over.
 */
export function undoStackOf(steps: readonly LoggedStep[]): UndoStack {
  let done: number[] = [];
  let undone: number[] = [];
  for (const { version, undoes, redoes } of steps) {
    if (undoes !== null) {
      if (!done.includes(undoes)) continue;
      done = done.filter((one) => one !== undoes);
      undone.push(undoes);
    } else if (redoes !== null) {
      if (!undone.includes(redoes)) continue;
      undone = undone.filter((one) => one !== redoes);
      done.push(redoes);
    } else {
      done.push(version);
      undone = [];
    }
  }
  return { done, undone };
}

import type { ForecastEdit } from '../demand.model.js';

/** The edits of one gesture: kept in one transaction, so that they share its moment. */
function newestBy(edits: readonly ForecastEdit[], momentOf: (edit: ForecastEdit) => string): readonly ForecastEdit[] {
  const newest = edits.reduce((latest, edit) => (momentOf(edit) > latest ? momentOf(edit) : latest), '');
  return edits.filter((edit) => momentOf(edit) === newest);
}

export interface Steps {
  /** What an undo takes back; empty: nothing. */
  readonly undo: readonly ForecastEdit[];
  /** What a redo brings back; empty: nothing. */
  readonly redo: readonly ForecastEdit[];
}

/**
 * The steps of one person, read from the edits themselves, so that they outlive a reload. The newest gesture is undone
 * first; the one undone last is redone first; a new edit after an undo ends the redoing, as everywhere.
 */
export function stepsOf(edits: readonly ForecastEdit[], userId: string): Steps {
  const own = edits.filter(({ authorId }) => authorId === userId);
  const live = own.filter(({ undone }) => !undone);
  const lastMade = own.reduce((latest, { createdAt }) => (createdAt > latest ? createdAt : latest), '');
  const redoable = own.filter(({ undone, changedAt }) => undone && changedAt > lastMade);
  return {
    undo: newestBy(live, ({ createdAt }) => createdAt),
    redo: newestBy(redoable, ({ changedAt }) => changedAt),
  };
}

import { useEffect, useRef } from 'react';
import { request } from '../../../graphql/client.js';
import {
  ScheduleUndoDocument,
  type RememberedShiftFieldsFragment,
  type UndoStepFieldsFragment,
} from '../../../graphql/generated/graphql.js';
import { findShift, type BoardModel, type BoardShift, type Proposal } from '../board/index.js';
import { toBoardShift } from '../desk/desk-mapper.js';
import type { DeskSession } from '../desk/desk-session.js';

/** With fewer steps than this left, and older ones on the server, those are fetched. */
const FEW_STEPS = 10;

/** A step of the server's log as the board walks it; null when it concerns people who are not on the board. */
export function proposalOf(model: BoardModel, { label, changes }: UndoStepFieldsFragment): Proposal | null {
  const edits = changes.map(({ before, after }) => ({ before: sideOf(model, before), after: sideOf(model, after) }));
  const complete = edits.every(
    ({ before, after }, i) =>
      (before !== null) === (changes[i]!.before !== null) && (after !== null) === (changes[i]!.after !== null),
  );
  return complete ? { label: { verb: 'change', what: 'shift', agentIds: [], text: label }, edits } : null;
}

function sideOf(model: BoardModel, shift: RememberedShiftFieldsFragment | null): BoardShift | null {
  const agreedForm = (shift && findShift(model, shift.id)?.agreedForm) ?? false;
  return shift && toBoardShift(model, { ...shift, version: 0, handEdited: true, agreedForm });
}

/** Fetches what this planner can undo and redo on the schedule, made here or elsewhere, and gives it to the board. */
export async function loadUndo(session: DeskSession): Promise<{ readonly hasOlder: boolean }> {
  await session.settled();
  const { id: scheduleId } = session.state.info;
  const { scheduleUndo: found } = await request(ScheduleUndoDocument, { scheduleId });
  if (!found) return { hasOlder: false };
  const listed = (steps: readonly UndoStepFieldsFragment[]) =>
    steps.flatMap((step) => {
      const proposal = proposalOf(session.state.model, step);
      return proposal ? [{ proposal, version: step.version }] : [];
    });
  session.takeUndo({ done: listed(found.done), undone: listed(found.undone) });
  return { hasOlder: found.hasOlder };
}

/** Keeps the board's undo list as long as the server's, across reloads and devices. */
export function useUndoLog(session: DeskSession, loadedAt: number, mayEdit: boolean): void {
  const hasOlder = useRef(false);
  const loading = useRef(false);
  useEffect(() => {
    if (!mayEdit) return undefined;
    const load = () => {
      if (loading.current) return;
      loading.current = true;
      // Without an answer the steps of this page are still there.
      void loadUndo(session)
        .then(
          (found) => (hasOlder.current = found.hasOlder),
          () => undefined,
        )
        .finally(() => (loading.current = false));
    };
    load();
    return session.store.subscribe(({ undo }, before) => {
      const runsLow = undo.done.length < before.undo.done.length && undo.done.length < FEW_STEPS;
      if (runsLow && hasOlder.current) load();
    });
  }, [session, loadedAt, mayEdit]);
}

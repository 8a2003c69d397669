import type { Shift } from '@yotei/scheduling/roster';
import { memoryOf } from '../shift-writer.js';
import type { ShiftEdit } from '../shift-edits.js';
import type { StoredShift } from '../shifts.repository.js';

/** What must happen to the shifts of today for the roster to be the wanted one. */
export interface RestoreSteps {
  /** Shifts that are as wanted already: they keep their rows. */
  readonly same: readonly StoredShift[];
  /** Of one agent each, in time order: today's that are not wanted, and wanted ones that are not there. */
  readonly gone: readonly StoredShift[];
  readonly missing: readonly Shift[];
}

const contentOf = (shift: Shift): string => JSON.stringify([memoryOf(shift), shift.locked ?? false]);

/** Compares by content; two shifts of the same content are one each. */
export function restoreSteps(now: readonly StoredShift[], wanted: readonly Shift[]): RestoreSteps {
  const open = new Map<string, StoredShift[]>();
  for (const shift of now) {
    const key = contentOf(shift);
    open.set(key, [...(open.get(key) ?? []), shift]);
  }
  const same: StoredShift[] = [];
  const missing: Shift[] = [];
  for (const shift of wanted) {
    const found = open.get(contentOf(shift))?.shift();
    if (found) same.push(found);
    else missing.push(shift);
  }
  return { same, missing, gone: [...open.values()].flat() };
}

/**
 * The same as edits of single shifts: of each agent, gone and missing ones are paired in time order, so that as many
 * rows as possible live on and agents are told of changes rather than of removals.
 */
export function restoreEdits({ gone, missing }: Pick<RestoreSteps, 'gone' | 'missing'>): ShiftEdit[] {
  const agentIds = [...new Set([...gone, ...missing].map(({ agentId }) => agentId))];
  return agentIds.flatMap((agentId) => {
    const byStart = <One extends Shift>(list: readonly One[]) =>
      list.filter((shift) => shift.agentId === agentId).sort((a, b) => a.startAt - b.startAt);
    const [was, becomes] = [byStart(gone), byStart(missing)];
    return Array.from({ length: Math.max(was.length, becomes.length) }, (_, i) => editOf(was[i], becomes[i]));
  });
}

function editOf(was: StoredShift | undefined, becomes: Shift | undefined): ShiftEdit {
  const known = was && { shiftId: was.id, expectedVersion: was.version };
  if (!becomes) return { ...known, agentId: was!.agentId, remove: true };
  const { agentId, startAt, endAt, templateId, locked, activities } = becomes;
  return { ...known, agentId, startAt, endAt, activities, templateId: templateId ?? null, locked: locked ?? false };
}

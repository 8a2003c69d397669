import { formatUtc } from '@yotei/time';
import type { ShiftEditInput } from '../../../graphql/generated/graphql.js';
import { findShift, instantOf, type BoardModel, type BoardShift, type ShiftEdit } from '../board/index.js';

/** Ids the server does not know yet. */
export const isLocalId = (id: string): boolean => id.startsWith('new-');

/**
 * The edits as the api takes them. Versions are read from `model`, which holds what the server last confirmed, so that
 * edits sent one after another do not conflict with each other.
 */
export function toShiftEditInputs(model: BoardModel, edits: readonly ShiftEdit[]): ShiftEditInput[] {
  return edits.map(({ before, after }): ShiftEditInput => {
    const known = before && !isLocalId(before.id) ? before : null;
    const expectedVersion = known ? (findShift(model, known.id)?.version ?? known.version) : null;
    const agentId = model.agents[(after ?? before)!.agent]!.id;
    if (!after) return { shiftId: known?.id ?? null, agentId, expectedVersion, remove: true };
    return { shiftId: known?.id ?? null, agentId, expectedVersion, ...contentOf(model, after) };
  });
}

function contentOf(model: BoardModel, shift: BoardShift): Partial<ShiftEditInput> {
  const at = (minute: number) => formatUtc(instantOf(model, minute));
  const activities = [];
  for (let k = 0; k < shift.activities.length; k += 3) {
    const [type, start, length] = [shift.activities[k]!, shift.activities[k + 1]!, shift.activities[k + 2]!];
    activities.push({ activityTypeId: model.activityTypes[type]!.id, startAt: at(start), endAt: at(start + length) });
  }
  return {
    startAt: at(shift.start),
    endAt: at(shift.start + shift.length),
    templateId: shift.templateId,
    locked: shift.locked,
    activities,
  };
}

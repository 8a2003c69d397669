import type { Proposal } from '../edits.js';
import type { BoardModel, BoardShift } from '../model.js';
import { placeAll, tile, type Placed } from '../tiling.js';
import { isFree, LEAST_SHIFT_MINUTES, proposalOf } from './gesture.js';

/** A shift as typed into the form or pasted: what is not placed is contact work. */
export interface ShiftEntry {
  readonly agent: number;
  readonly start: number;
  readonly length: number;
  readonly templateId: string | null;
  readonly locked: boolean;
  readonly placed: readonly Placed[];
}

export type ShiftEntryProblem = 'too-short' | 'outside-horizon-or-overlap' | 'activity-outside' | 'activities-overlap';

export type ShiftEntryResult =
  | { readonly kind: 'proposal'; readonly proposal: Proposal }
  | { readonly kind: 'refused'; readonly problem: ShiftEntryProblem };

/** What a typed shift does to the board, or the one reason why it cannot be. `current` null = a new shift with `newId`. */
export function enterShift(
  model: BoardModel,
  entry: ShiftEntry,
  ids: { readonly current: BoardShift | null; readonly newId: string },
): ShiftEntryResult {
  const problem = problemOf(model, entry, ids.current?.id ?? '');
  if (problem) return { kind: 'refused', problem };
  const placed = [...entry.placed].sort((a, b) => a.start - b.start);
  const base = ids.current ?? { id: ids.newId, version: 0, handEdited: true, changed: true };
  const { agent, start, length, templateId, locked } = entry;
  const after: BoardShift = {
    ...base,
    agent,
    start,
    length,
    templateId,
    locked,
    activities: tile(entry, placed, model.baseType),
  };
  const proposal = proposalOf(model, { verb: ids.current ? 'change' : 'add', what: 'shift' }, [
    { before: ids.current, after },
  ]);
  return { kind: 'proposal', proposal };
}

function problemOf(model: BoardModel, entry: ShiftEntry, ignoreId: string): ShiftEntryProblem | null {
  if (entry.length < LEAST_SHIFT_MINUTES) return 'too-short';
  if (!isFree(model, entry.agent, { start: entry.start, length: entry.length, ignoreId }))
    return 'outside-horizon-or-overlap';
  const end = entry.start + entry.length;
  const placed = [...entry.placed].sort((a, b) => a.start - b.start);
  if (placed.some((a) => a.length <= 0 || a.start < entry.start || a.start + a.length > end)) return 'activity-outside';
  if (placed.some((a, i) => i > 0 && placed[i - 1]!.start + placed[i - 1]!.length > a.start))
    return 'activities-overlap';
  return null;
}

export interface TemplateShape {
  readonly id: string;
  readonly lengthMinutes: number;
  readonly activities: readonly {
    readonly activityTypeId: string;
    readonly lengthMinutes: number;
    readonly earliestStartMinutes: number;
    readonly latestStartMinutes: number;
  }[];
}

/** The template laid from `start`, each activity in the middle of its window on the board's grid. */
export function entryFromTemplate(
  model: BoardModel,
  template: TemplateShape,
  at: { readonly agent: number; readonly start: number },
): ShiftEntry {
  const wanted = template.activities.flatMap((activity): Placed[] => {
    const type = model.activityTypes.findIndex((t) => t.id === activity.activityTypeId);
    if (type < 0) return [];
    const middle = (activity.earliestStartMinutes + activity.latestStartMinutes) / 2;
    const offset = Math.round(middle / model.slotMinutes) * model.slotMinutes;
    return [{ type, start: at.start + offset, length: activity.lengthMinutes }];
  });
  const span = { start: at.start, length: template.lengthMinutes };
  return { ...at, length: span.length, templateId: template.id, locked: false, placed: placeAll(span, wanted) ?? [] };
}

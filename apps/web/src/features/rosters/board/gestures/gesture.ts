import { effective, touched, type Proposal, type ShiftEdit } from '../edits.js';
import { findShift, type BoardModel, type BoardShift } from '../model.js';
import { isTiled, type Placed } from '../tiling.js';

/** What a gesture has hold of: a whole shift (`activity` null) or one of its activities by index. */
export interface GestureTarget {
  readonly agent: number;
  readonly shiftId: string;
  readonly activity: number | null;
}

/** The shortest shift an edit may leave. */
export const LEAST_SHIFT_MINUTES = 30;
/** The shortest activity an edit may leave. */
export const LEAST_ACTIVITY_MINUTES = 5;

/** Targets grouped by shift, so several activities of one shift move together. */
export function byShift(
  model: BoardModel,
  targets: readonly GestureTarget[],
): { shift: BoardShift; activities: number[] }[] {
  const groups = new Map<string, { shift: BoardShift; activities: number[] }>();
  for (const target of targets) {
    const shift = findShift(model, target.shiftId, target.agent);
    if (!shift) continue;
    const group = groups.get(shift.id) ?? { shift, activities: [] };
    if (target.activity !== null) group.activities.push(target.activity);
    groups.set(shift.id, group);
  }
  return [...groups.values()];
}

/** A proposal of what really changed. A shift that would not tile is a mistake of the gesture, so it throws. */
export function proposalOf(
  model: BoardModel,
  label: Pick<Proposal['label'], 'verb' | 'what'>,
  edits: readonly ShiftEdit[],
): Proposal {
  const real = effective(edits).map(({ before, after }) => ({ before, after: after && touched(after) }));
  for (const { after } of real) {
    if (after && !isTiled(after))
      throw new Error(`activities of shift (${after.id}) must tile it; correct the gesture that laid them`);
  }
  const agentIds = [...new Set(real.map(({ before, after }) => model.agents[(after ?? before)!.agent]!.id))];
  return { label: { ...label, agentIds }, edits: real };
}

/** Code of an activity type for a label. */
export function codeOf(model: BoardModel, activity: Placed | null): string {
  return activity ? (model.activityTypes[activity.type]?.code ?? 'activity') : 'shift';
}

/**
 * Whether the span touches the horizon and is clear of the agent's other shifts. It may reach over the horizon's ends:
 * night shifts do, and agents in other zones begin and end their week at other instants.
 */
export function isFree(
  model: BoardModel,
  agent: number,
  span: {
    readonly start: number;
    readonly length: number;
    readonly ignoreId: string;
    readonly alsoIgnoreId?: string | undefined;
  },
): boolean {
  if (span.start + span.length <= 0 || span.start >= model.lengthMinutes) return false;
  return (model.shifts[agent] ?? []).every(
    (other) =>
      other.id === span.ignoreId ||
      other.id === span.alsoIgnoreId ||
      other.start + other.length <= span.start ||
      span.start + span.length <= other.start,
  );
}

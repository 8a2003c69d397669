import type { RepairChange } from '@yotei/scheduling/repair';
import type { Activity, ActivityType } from '@yotei/scheduling/roster';
import type { Instant } from '@yotei/time';

/** One thing a person would do at another time, or otherwise. */
export interface RepairStep {
  readonly agentId: string;
  /** Null: contact work that changes its queue, or more of it. */
  readonly activityTypeId: string | null;
  /** When it was, and when it would be; null: it was not, or would no longer be. */
  readonly fromAt: Instant | null;
  readonly toAt: Instant | null;
}

/** What differs in the parts beside contact work: the n-th of a type before against the n-th after. */
export function stepsOf(change: RepairChange, activityTypes: ReadonlyMap<string, ActivityType>): RepairStep[] {
  const { agentId } = change.after;
  const beside = (activities: readonly Activity[]) =>
    activities.filter(({ activityTypeId }) => !activityTypes.get(activityTypeId)?.contactWork);
  const left = [...beside(change.after.activities)];
  const steps = beside(change.before?.activities ?? []).flatMap(({ activityTypeId, startAt, endAt }): RepairStep[] => {
    const at = left.findIndex((one) => one.activityTypeId === activityTypeId);
    const [match] = at < 0 ? [] : left.splice(at, 1);
    if (match && match.startAt === startAt && match.endAt === endAt) return [];
    return [{ agentId, activityTypeId, fromAt: startAt, toAt: match?.startAt ?? null }];
  });
  if (steps.length > 0) return steps;
  const bound = change.after.activities.find(({ queueId }) => queueId !== undefined);
  return [{ agentId, activityTypeId: null, fromAt: bound?.startAt ?? change.after.startAt, toAt: null }];
}

import { createHash } from 'node:crypto';
import type { RepairAction, RepairOffer } from '@yotei/scheduling/repair';
import type { Activity } from '@yotei/scheduling/roster';
import type { Instant } from '@yotei/time';
import type { StoredShift } from '../../rosters/index.js';

/** A shift's place in the day, as it is kept with a proposal. */
export interface StoredPlace {
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly activities: readonly Activity[];
}

export interface StoredRepairChange {
  readonly shiftId: string;
  readonly agentId: string;
  /** The version the proposal rests on; after it is applied: the version it made. */
  readonly version: number;
  readonly before: StoredPlace;
  readonly after: StoredPlace;
  /** From then on the agent does something else: too late once it has come. */
  readonly firstAt: Instant;
}

/** What is stored when a proposal is applied, kept so that one click names it. */
export interface StoredRepair {
  readonly changes: readonly StoredRepairChange[];
  readonly offer: RepairOffer | null;
}

const placeOf = ({ startAt, endAt, activities }: StoredPlace): StoredPlace => ({ startAt, endAt, activities });

export function storedRepair(action: RepairAction, versions: ReadonlyMap<string, StoredShift>): StoredRepair {
  const changes = action.changes.flatMap(({ before, after }): StoredRepairChange[] => {
    const stored = before && versions.get(before.id);
    if (!stored) return [];
    const { id, agentId, version } = stored;
    const firstAt = firstDifference(stored.activities, after.activities);
    return [{ shiftId: id, agentId, version, before: placeOf(stored), after: placeOf(after), firstAt }];
  });
  return { changes, offer: action.offer };
}

/** The same proposal on the same versions has the same id. */
export function repairId(scheduleId: string, action: RepairAction, repair: StoredRepair): string {
  const text = JSON.stringify([scheduleId, action.kind, action.queueId, action.span, repair]);
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function firstDifference(before: readonly Activity[], after: readonly Activity[]): Instant {
  const cuts = [...before, ...after].flatMap(({ startAt, endAt }) => [startAt, endAt]).sort((a, b) => a - b);
  const workAt = (activities: readonly Activity[], at: Instant) => {
    const found = activities.find(({ startAt, endAt }) => startAt <= at && at < endAt);
    return found && `${found.activityTypeId} ${found.queueId ?? ''}`;
  };
  return cuts.find((at) => workAt(before, at) !== workAt(after, at)) ?? cuts[0]!;
}

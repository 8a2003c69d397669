import type { PlannedShift } from '@yotei/demo';
import { localDateOf, MINUTE_MILLIS, type LocalDate } from '@yotei/time';
import { badInput } from '../../frame/problem-list.js';
import type { CentreClient } from '../../io/centre-client.js';

interface Board {
  readonly schedule: { readonly state: string };
  readonly startAt: string;
  readonly agents: readonly { readonly id: string; readonly zone: string }[];
  readonly shifts: {
    readonly agentIndex: readonly number[];
    readonly startMinute: readonly number[];
    readonly lengthMinutes: readonly number[];
    readonly activityOffset: readonly number[];
    readonly activityType: readonly number[];
    readonly activityStartMinute: readonly number[];
    readonly activityLengthMinutes: readonly number[];
    readonly activityTypeIds: readonly string[];
  };
}

interface ActivityType {
  readonly id: string;
  readonly contactWork: boolean;
  readonly paid: boolean;
}

const PLAN = `query ($on: LocalDate!) {
  viewer { organisation { activityTypes { id contactWork paid } } }
  scheduleBoard(weekOf: $on) { schedule { state } startAt agents { id zone } shifts { agentIndex startMinute lengthMinutes
    activityOffset activityType activityStartMinute activityLengthMinutes activityTypeIds } } }`;

/** The published shifts that begin on the date, in the zone of each agent. Throws bad input when nothing is published. */
export async function plannedShifts(centre: CentreClient, on: LocalDate): Promise<PlannedShift[]> {
  const { viewer, scheduleBoard } = await centre.ask<{
    viewer: { organisation: { activityTypes: readonly ActivityType[] } };
    scheduleBoard: Board | null;
  }>(PLAN, { on });
  if (scheduleBoard?.schedule.state !== 'PUBLISHED')
    throw badInput({ field: '--on', message: `no schedule is published for ${on}; publish one, or give --states` });
  const types = new Map(viewer.organisation.activityTypes.map((type) => [type.id, type]));
  return shiftsOf(scheduleBoard, types).filter(
    ({ agentId, startAt }) => localDateOf(startAt, zoneOf(scheduleBoard, agentId)) === on,
  );
}

const zoneOf = ({ agents }: Board, agentId: string): string => agents.find(({ id }) => id === agentId)!.zone;

function shiftsOf({ startAt: text, agents, shifts }: Board, types: ReadonlyMap<string, ActivityType>): PlannedShift[] {
  const boardAt = Date.parse(text);
  const instant = (minute: number) => boardAt + minute * MINUTE_MILLIS;
  return shifts.agentIndex.flatMap((agent, i) => {
    const agentId = agents[agent]?.id;
    if (agentId === undefined) return [];
    const activities = [];
    for (let a = shifts.activityOffset[i]!; a < shifts.activityOffset[i + 1]!; a += 1) {
      const activityTypeId = shifts.activityTypeIds[shifts.activityType[a]!]!;
      const startAt = instant(shifts.activityStartMinute[a]!);
      const endAt = startAt + shifts.activityLengthMinutes[a]! * MINUTE_MILLIS;
      const { contactWork = true, paid = true } = types.get(activityTypeId) ?? {};
      activities.push({ activityTypeId, contactWork, paid, startAt, endAt });
    }
    const startAt = instant(shifts.startMinute[i]!);
    return [{ agentId, startAt, endAt: startAt + shifts.lengthMinutes[i]! * MINUTE_MILLIS, activities }];
  });
}

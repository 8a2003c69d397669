import { isDeepStrictEqual } from 'node:util';
import type { Activity, Shift as RosterShift } from '@yotei/scheduling/roster';
import type { Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { ShiftMemory, StoredShift } from './shifts.repository.js';

export interface NewShift extends RosterShift {
  /** For a shift that comes back by undo: the id it had, and a version above any it had. */
  readonly returnsAs?: { readonly id: string; readonly version: number };
  readonly handEdited?: boolean;
  readonly asPublished?: ShiftMemory | null;
}

const iso = (at: Instant) => new Date(at).toISOString();

/** What audit rows, undo steps and agents' notices remember of a shift. */
export function memoryOf(shift: RosterShift): ShiftMemory {
  return {
    agentId: shift.agentId,
    startAt: shift.startAt,
    endAt: shift.endAt,
    templateId: shift.templateId ?? null,
    ...(shift.agreedForm && { agreedForm: true }),
    activities: shift.activities.map(({ activityTypeId, startAt, endAt, queueId, sessionId }) => ({
      activityTypeId,
      startAt,
      endAt,
      ...(queueId && { queueId }),
      ...(sessionId && { sessionId }),
    })),
  };
}

/** Whether a shift stands as its agent knows it. What was read from the database names its fields in another order. */
export function isAsTold(told: ShiftMemory, shift: RosterShift): boolean {
  return isDeepStrictEqual(told, memoryOf(shift));
}

interface ActivityRow extends Activity {
  readonly shiftId: string;
}

async function insertActivities(tx: EntityManager, activities: readonly ActivityRow[]): Promise<void> {
  await tx.query(
    `insert into shift_activities (organisation_id, shift_id, start_at, end_at, activity_type_id, queue_id, session_id)
     select app_organisation_id(), a.shift_id, a.start_at, a.end_at, a.activity_type_id, a.queue_id, a.session_id
     from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::text[], $5::uuid[], $6::uuid[])
       as a (shift_id, start_at, end_at, activity_type_id, queue_id, session_id)`,
    [
      activities.map(({ shiftId }) => shiftId),
      activities.map(({ startAt }) => iso(startAt)),
      activities.map(({ endAt }) => iso(endAt)),
      activities.map(({ activityTypeId }) => activityTypeId),
      activities.map(({ queueId }) => queueId ?? null),
      activities.map(({ sessionId }) => sessionId ?? null),
    ],
  );
}

/** Stores shifts with their activities in two statements, however many they are; returns their ids in order. */
export async function insertShifts(
  tx: EntityManager,
  scheduleId: string,
  shifts: readonly NewShift[],
): Promise<string[]> {
  if (shifts.length === 0) return [];
  const ids = shifts.map(({ returnsAs }) => returnsAs?.id ?? uuidv7());
  await tx.query(
    `insert into shifts (organisation_id, id, schedule_id, agent_id, span, template_id, locked, hand_edited, as_published, version, agreed_form)
     select app_organisation_id(), s.id, $1, s.agent_id, tstzrange(s.start_at, s.end_at), s.template_id, s.locked, s.hand_edited, s.as_published, s.version, s.agreed_form
     from unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::timestamptz[], $6::uuid[], $7::boolean[], $8::boolean[], $9::jsonb[], $10::integer[], $11::boolean[])
       as s (id, agent_id, start_at, end_at, template_id, locked, hand_edited, as_published, version, agreed_form)`,
    [
      scheduleId,
      ids,
      shifts.map(({ agentId }) => agentId),
      shifts.map(({ startAt }) => iso(startAt)),
      shifts.map(({ endAt }) => iso(endAt)),
      shifts.map(({ templateId }) => templateId ?? null),
      shifts.map(({ locked }) => locked ?? false),
      shifts.map(({ handEdited }) => handEdited ?? false),
      shifts.map(({ asPublished }) => (asPublished ? JSON.stringify(asPublished) : null)),
      shifts.map(({ returnsAs }) => returnsAs?.version ?? 1),
      shifts.map(({ agreedForm }) => agreedForm ?? false),
    ],
  );
  await insertActivities(
    tx,
    shifts.flatMap((shift, i) => shift.activities.map((activity) => ({ ...activity, shiftId: ids[i]! }))),
  );
  return ids;
}

/** Replaces a shift in place: same id, version one higher. */
export async function updateShift(tx: EntityManager, id: string, shift: NewShift): Promise<void> {
  await tx.query('delete from shift_activities where shift_id = $1', [id]);
  await tx.query(
    `update shifts set agent_id = $2, span = tstzrange($3, $4), template_id = $5, locked = $6, hand_edited = $7, as_published = $8::jsonb, agreed_form = $9, version = version + 1, changed_at = now() where id = $1`,
    [
      id,
      shift.agentId,
      iso(shift.startAt),
      iso(shift.endAt),
      shift.templateId ?? null,
      shift.locked ?? false,
      shift.handEdited ?? false,
      shift.asPublished ? JSON.stringify(shift.asPublished) : null,
      shift.agreedForm ?? false,
    ],
  );
  await insertActivities(
    tx,
    shift.activities.map((activity) => ({ ...activity, shiftId: id })),
  );
}

export async function deleteShifts(tx: EntityManager, ids: readonly string[]): Promise<void> {
  await tx.query('delete from shifts where id = any ($1::uuid[])', [ids]);
}

/** What agents are told about a changed shift: what stood when it was last published, whatever came between. */
export function publishedMemory(before: StoredShift): ShiftMemory {
  return before.asPublished ?? memoryOf(before);
}

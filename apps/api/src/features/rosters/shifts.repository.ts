import { Injectable } from '@nestjs/common';
import type { EarlierShift, Shift as RosterShift } from '@yotei/scheduling/roster';
import type { Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../platform/database/tenant-database.js';
import { activitiesOf, type ActivityColumns, type ShiftColumns } from './packed-shifts.js';

/** A stored shift: the roster's shift with what the document knows of it. */
export interface StoredShift extends RosterShift {
  readonly id: string;
  readonly version: number;
  readonly handEdited: boolean;
  /** The shift as the agent was last told, while it differs; null when it does not. */
  readonly asPublished: ShiftMemory | null;
  /** Agents have been told of it: the schedule, or a part that holds it, is published. */
  readonly published?: boolean;
}

/** A shift as kept in audit rows, undo steps and `as_published`: instants as epoch milliseconds. */
export interface ShiftMemory {
  readonly agentId: string;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly templateId: string | null;
  readonly agreedForm?: boolean;
  readonly activities: readonly {
    readonly activityTypeId: string;
    readonly startAt: Instant;
    readonly endAt: Instant;
    readonly queueId?: string;
    readonly sessionId?: string;
  }[];
}

/**
 * Shifts as columns, and the activities of each in one list: start and type of an activity are one number, and its length is
 * not told, because activities tile their shift. One number an activity takes Postgres half the time of four columns. JSON
 * because its parser is native while that of Postgres arrays is not; date_part because `extract` computes in slow decimals.
 */
const columnsWhere = (condition: string) => `
with chosen as materialized (
  select sh.id, sh.version, sh.agent_id, sh.template_id,
    (date_part('epoch', lower(sh.span) - $2::timestamptz) / 60)::integer as start_minute,
    (date_part('epoch', upper(sh.span) - lower(sh.span)) / 60)::integer as length_minutes,
    sh.locked::integer + 2 * sh.hand_edited::integer + 4 * (sh.as_published is not null)::integer + 8 * sh.agreed_form::integer as flags,
    row_number() over (order by sh.agent_id, lower(sh.span), sh.id) as position
  from shifts sh where ${condition}
), parts as (
  select c.position, (
    select array_agg(((date_part('epoch', a.start_at) - date_part('epoch', $2::timestamptz)) / 60)::integer
      * (cardinality($3::text[]) + 1) + coalesce(array_position($3::text[], a.activity_type_id), 0) order by a.start_at)
    from shift_activities a where a.organisation_id = $4::uuid and a.shift_id = c.id) as coded
  from chosen c
)
select (select json_build_object(
    'ids', coalesce(json_agg(id), '[]'), 'versions', coalesce(json_agg(version), '[]'), 'agentIds', coalesce(json_agg(agent_id), '[]'),
    'startMinute', coalesce(json_agg(start_minute), '[]'), 'lengthMinutes', coalesce(json_agg(length_minutes), '[]'),
    'templateIds', coalesce(json_agg(template_id), '[]'), 'flags', coalesce(json_agg(flags), '[]'))
    from (select * from chosen order by position) ordered) as shifts,
  (select coalesce(json_agg(coded order by position), '[]') from parts) as coded`;

const OF_SCHEDULE = columnsWhere('sh.schedule_id = $1::uuid');
const PUBLISHED_BEFORE = columnsWhere(`sh.published and sh.schedule_id in (
  select id from schedules where state = 'published' and week_start_on < $1::date and week_start_on + weeks * 7 > $5::date)
  and upper(sh.span) > $6::timestamptz and lower(sh.span) < $2::timestamptz`);

const FULL = (condition: string) => `
select sh.id, sh.version, sh.agent_id as "agentId", lower(sh.span) as "startAt", upper(sh.span) as "endAt", sh.template_id as "templateId", sh.locked,
  sh.agreed_form as "agreedForm", sh.hand_edited as "handEdited", sh.as_published as "asPublished", sh.published,
  (select json_agg(json_build_object('activityTypeId', a.activity_type_id, 'queueId', a.queue_id, 'sessionId', a.session_id,
      'startAt', (extract(epoch from a.start_at) * 1000)::bigint, 'endAt', (extract(epoch from a.end_at) * 1000)::bigint) order by a.start_at)
    from shift_activities a where a.organisation_id = sh.organisation_id and a.shift_id = sh.id) as activities
from shifts sh where ${condition} order by sh.agent_id, lower(sh.span), sh.id`;

const PUBLISHED_HOURS = `
select sh.agent_id as "agentId", (extract(epoch from lower(sh.span)) * 1000)::bigint as "startAt", (extract(epoch from upper(sh.span)) * 1000)::bigint as "endAt",
  coalesce((select sum(extract(epoch from a.end_at - a.start_at) / 60) from shift_activities a
    join activity_types t on t.organisation_id = a.organisation_id and t.id = a.activity_type_id and t.paid
    where a.organisation_id = sh.organisation_id and a.shift_id = sh.id), 0)::integer as "paidMinutes"
from shifts sh where sh.published and sh.schedule_id in (
    select id from schedules where state = 'published' and week_start_on < $1::date and week_start_on + weeks * 7 > $2::date)
  and upper(sh.span) > $3::timestamptz and upper(sh.span) <= $4::timestamptz order by sh.agent_id, lower(sh.span)`;

interface PackedRow {
  readonly shifts: ShiftColumns;
  readonly activities: ActivityColumns;
}

interface CodedRow {
  readonly shifts: ShiftColumns;
  readonly coded: readonly (readonly number[] | null)[];
}

const packedOf = ({ shifts, coded }: CodedRow, typeCount: number): PackedRow => ({
  shifts,
  activities: activitiesOf(shifts, coded, typeCount),
});

/** Reads shifts: as columns for grids, as roster shifts for rules and the engine. */
@Injectable()
export class ShiftRepository {
  constructor(private readonly database: TenantDatabase) {}

  async columns(
    context: RequestContext,
    scheduleId: string,
    of: { startAt: Instant; activityTypeIds: readonly string[] },
  ): Promise<PackedRow> {
    const [row] = await this.database.read<CodedRow>(context, OF_SCHEDULE, [
      scheduleId,
      iso(of.startAt),
      of.activityTypeIds,
      context.organisationId,
    ]);
    return packedOf(row!, of.activityTypeIds.length);
  }

  /** Published shifts before `startAt` and after `fromAt`, minutes counted from `startAt`. */
  async publishedColumns(
    context: RequestContext,
    of: PublishedBefore & { activityTypeIds: readonly string[] },
  ): Promise<PackedRow> {
    const [row] = await this.database.read<CodedRow>(context, PUBLISHED_BEFORE, [
      of.weekStartOn,
      iso(of.startAt),
      of.activityTypeIds,
      context.organisationId,
      of.fromOn,
      iso(of.fromAt),
    ]);
    return packedOf(row!, of.activityTypeIds.length);
  }

  async ofSchedule(context: RequestContext, scheduleId: string): Promise<StoredShift[]> {
    return (await this.database.read<StoredShift>(context, FULL('sh.schedule_id = $1'), [scheduleId])).map(
      asRosterShift,
    );
  }

  async publishedBefore(context: RequestContext, of: PublishedBefore): Promise<StoredShift[]> {
    const condition = `sh.published and sh.schedule_id in (select id from schedules where state = 'published' and week_start_on < $1::date and week_start_on + weeks * 7 > $2::date)
      and upper(sh.span) > $3::timestamptz and lower(sh.span) < $4::timestamptz`;
    return (
      await this.database.read<StoredShift>(context, FULL(condition), [
        of.weekStartOn,
        of.fromOn,
        iso(of.fromAt),
        iso(of.startAt),
      ])
    ).map(asRosterShift);
  }

  /** Hours of published shifts that lie wholly between `fromAt` and `startAt`, without their activities. */
  async publishedHours(context: RequestContext, of: PublishedBefore): Promise<EarlierShift[]> {
    return this.database.read<EarlierShift>(context, PUBLISHED_HOURS, [
      of.weekStartOn,
      of.fromOn,
      iso(of.fromAt),
      iso(of.startAt),
    ]);
  }

  /** Published shifts of one agent that touch the span. */
  async publishedOfAgent(
    context: RequestContext,
    agentId: string,
    span: { startAt: Instant; endAt: Instant },
  ): Promise<StoredShift[]> {
    const condition = `sh.published and sh.agent_id = $1 and lower(sh.span) < $3::timestamptz and upper(sh.span) > $2::timestamptz`;
    return (
      await this.database.read<StoredShift>(context, FULL(condition), [agentId, iso(span.startAt), iso(span.endAt)])
    ).map(asRosterShift);
  }

  /** Shifts that edits after one version and up to another name; null when the log of edits does not hold every step between. */
  async editedBetween(
    context: RequestContext,
    { scheduleId, since, until }: { readonly scheduleId: string; readonly since: number; readonly until: number },
  ): Promise<string[] | null> {
    const rows = await this.database.read<{ ids: (string | null)[] }>(
      context,
      `select array(select shift ->> 'id' from jsonb_array_elements(before || after) as shift) as ids
       from schedule_edits where schedule_id = $1 and version > $2 and version <= $3`,
      [scheduleId, since, until],
    );
    const ids = rows.flatMap((row) => row.ids.filter((id) => id !== null));
    return rows.length === until - since ? [...new Set(ids)] : null;
  }

  async byIds(tx: EntityManager, ids: readonly string[]): Promise<StoredShift[]> {
    return (await readRows<StoredShift>(tx, FULL('sh.id = any ($1::uuid[])'), [ids])).map(asRosterShift);
  }
}

export interface PublishedBefore {
  readonly weekStartOn: string;
  readonly fromOn: string;
  readonly startAt: Instant;
  readonly fromAt: Instant;
}

const iso = (at: Instant) => new Date(at).toISOString();

/** The library knows an absent field, the database null. */
function asRosterShift(row: StoredShift): StoredShift {
  return {
    ...row,
    templateId: row.templateId ?? undefined,
    activities: row.activities.map((activity) => ({
      ...activity,
      queueId: activity.queueId ?? undefined,
      sessionId: activity.sessionId ?? undefined,
    })),
  };
}

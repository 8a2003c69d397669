import { Injectable } from '@nestjs/common';
import type { AdheringActivityType, PlannedActivity } from '@yotei/scheduling/adherence';
import type { Instant } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';

export interface FactSpan {
  readonly startAt: Instant;
  readonly endAt: Instant;
}

export interface PlannedShift extends FactSpan {
  readonly agentId: string;
  readonly activities: readonly PlannedActivity[];
}

export interface StateSource {
  readonly id: string;
  readonly title: string;
  readonly lastReceivedAt: Instant | null;
  readonly silentAfterSeconds: number;
}

export interface SourceSilence extends FactSpan {
  readonly source: string;
}

export interface ApprovedExcuse extends FactSpan {
  readonly id: string;
  readonly kind: string;
  readonly agentIds: readonly string[];
}

/** A notice of a schedule somebody had not acknowledged, and the roster agents went by before. */
export interface UnreadChange {
  readonly agentId: string;
  readonly scheduleId: string;
  readonly acknowledgedAt: Instant | null;
  /** Of the last publishing before the notice; null when there was none, as at the first. */
  readonly version: number | null;
}

/** Null: all agents. */
export type AgentsWanted = readonly string[] | null;

const iso = ({ startAt, endAt }: FactSpan): [string, string] => [
  new Date(startAt).toISOString(),
  new Date(endAt).toISOString(),
];

const millis = (column: string) => `(extract(epoch from ${column}) * 1000)::bigint`;

/** What adherence reads of the other features' rows: plans as told, absence, excuses, silences, receipts. */
@Injectable()
export class AdherenceFactsRepository {
  constructor(private readonly database: TenantDatabase) {}

  activityTypes(context: RequestContext): Promise<AdheringActivityType[]> {
    return this.database.read<AdheringActivityType>(
      context,
      `select id, paid, contact_work as "contactWork", adhering_states as "adheringStates" from activity_types
       where organisation_id = $1 order by position, id`,
      [context.organisationId],
    );
  }

  /** Published shifts that touch the span, in order of agent and time. */
  publishedShifts(context: RequestContext, span: FactSpan, agentIds: AgentsWanted): Promise<PlannedShift[]> {
    return this.database.read<PlannedShift>(
      context,
      `select sh.agent_id as "agentId", lower(sh.span) as "startAt", upper(sh.span) as "endAt",
         (select coalesce(json_agg(json_build_object('activityTypeId', a.activity_type_id,
             'startAt', ${millis('a.start_at')}, 'endAt', ${millis('a.end_at')}) order by a.start_at), '[]')
          from shift_activities a where a.organisation_id = sh.organisation_id and a.shift_id = sh.id) as activities
       from shifts sh where sh.organisation_id = $1 and sh.published
         and sh.span && tstzrange($2::timestamptz, $3::timestamptz) and ($4::uuid[] is null or sh.agent_id = any ($4))
       order by sh.agent_id, lower(sh.span)`,
      [context.organisationId, ...iso(span), agentIds],
    );
  }

  /** When the next published shift begins; null: none within eight days. */
  async nextShiftAt(context: RequestContext, after: Instant): Promise<Instant | null> {
    const [row] = await this.database.read<{ at: Instant | null }>(
      context,
      `select min(lower(span)) as at from shifts where organisation_id = $1 and published
         and span && tstzrange($2::timestamptz, $2::timestamptz + interval '8 days') and lower(span) > $2::timestamptz`,
      [context.organisationId, new Date(after).toISOString()],
    );
    return row!.at;
  }

  approvedTimeOff(
    context: RequestContext,
    span: FactSpan,
    agentIds: AgentsWanted,
  ): Promise<(FactSpan & { agentId: string })[]> {
    return this.database.read(
      context,
      `select agent_id as "agentId", lower(span) as "startAt", upper(span) as "endAt" from time_off
       where organisation_id = $1 and state = 'approved' and span && tstzrange($2::timestamptz, $3::timestamptz)
         and ($4::uuid[] is null or agent_id = any ($4)) order by lower(span)`,
      [context.organisationId, ...iso(span), agentIds],
    );
  }

  approvedExcuses(context: RequestContext, span: FactSpan, agentIds: AgentsWanted): Promise<ApprovedExcuse[]> {
    return this.database.read<ApprovedExcuse>(
      context,
      `select id, kind, agent_ids as "agentIds", lower(span) as "startAt", upper(span) as "endAt" from adherence_exceptions
       where organisation_id = $1 and state = 'approved' and span && tstzrange($2::timestamptz, $3::timestamptz)
         and ($4::uuid[] is null or agent_ids && $4) order by lower(span), id`,
      [context.organisationId, ...iso(span), agentIds],
    );
  }

  sources(context: RequestContext): Promise<StateSource[]> {
    return this.database.read<StateSource>(
      context,
      `select id, title, last_received_at as "lastReceivedAt", silent_after_seconds as "silentAfterSeconds"
       from state_sources where organisation_id = $1 order by id`,
      [context.organisationId],
    );
  }

  silences(context: RequestContext, span: FactSpan): Promise<SourceSilence[]> {
    return this.database.read<SourceSilence>(
      context,
      `select source, from_at as "startAt", until_at as "endAt" from state_source_silences
       where organisation_id = $1 and from_at < $3::timestamptz and until_at > $2::timestamptz order by from_at`,
      [context.organisationId, ...iso(span)],
    );
  }

  /** Notices of schedules that touch the span and were unacknowledged in a part of it; in order of time. */
  unreadChanges(context: RequestContext, span: FactSpan, agentIds: AgentsWanted): Promise<UnreadChange[]> {
    return this.database.read<UnreadChange>(
      context,
      `select a.id as "agentId", s.id as "scheduleId", n.acknowledged_at as "acknowledgedAt",
         (select max(v.version) from schedule_versions v where v.organisation_id = n.organisation_id and v.schedule_id = s.id
            and v.kept_because = 'publish' and v.kept_at < n.created_at) as version
       from notifications n
       join agents a on a.organisation_id = n.organisation_id and a.user_id = n.user_id
       join schedules s on s.organisation_id = n.organisation_id and n.subject = 'schedule/' || s.id
       where n.organisation_id = $1 and ($4::uuid[] is null or a.id = any ($4))
         and (n.acknowledged_at is null or n.acknowledged_at > $2::timestamptz)
         and s.week_start_on <= ($3::timestamptz at time zone s.zone)::date
         and s.week_start_on + 7 * s.weeks >= ($2::timestamptz at time zone s.zone)::date
       order by n.created_at`,
      [context.organisationId, ...iso(span), agentIds],
    );
  }

  /** The shifts of some agents as they stood in a kept roster. */
  shiftsOfVersion(
    context: RequestContext,
    of: { readonly scheduleId: string; readonly version: number; readonly agentIds: readonly string[] },
  ): Promise<PlannedShift[]> {
    return this.database.read<PlannedShift>(
      context,
      `select x ->> 'agentId' as "agentId", (x ->> 'startAt')::float8 as "startAt", (x ->> 'endAt')::float8 as "endAt", x -> 'activities' as activities
       from schedule_versions v, jsonb_array_elements(v.shifts) x
       where v.organisation_id = $1 and v.schedule_id = $2 and v.version = $3 and (x ->> 'agentId') = any ($4::text[])
       order by 1, 2`,
      [context.organisationId, of.scheduleId, of.version, of.agentIds],
    );
  }
}

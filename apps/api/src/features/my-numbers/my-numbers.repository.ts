import { Injectable } from '@nestjs/common';
import type { Instant, Interval } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';

export interface ShiftRow {
  readonly agentId: string;
  readonly startAt: Instant;
  readonly endAt: Instant;
}

export interface ContactRow {
  readonly agentId: string;
  readonly queueId: string | null;
  readonly minutes: number;
}

/** Published work of a team. */
@Injectable()
export class MyNumbersRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Shifts that began in the span, by start. */
  async shifts(context: RequestContext, agentIds: readonly string[], span: Interval): Promise<ShiftRow[]> {
    return this.database.read<ShiftRow>(
      context,
      `select agent_id as "agentId", lower(span) as "startAt", upper(span) as "endAt" from shifts
       where organisation_id = $1 and published and agent_id = any($2::uuid[])
         and lower(span) >= $3::timestamptz and lower(span) < $4::timestamptz order by lower(span)`,
      parametersOf(context, agentIds, span),
    );
  }

  /** Minutes of contact work in those shifts by person and, where it is bound to one, queue. */
  async contactMinutes(context: RequestContext, agentIds: readonly string[], span: Interval): Promise<ContactRow[]> {
    return this.database.read<ContactRow>(
      context,
      `select sh.agent_id as "agentId", a.queue_id as "queueId", (sum(extract(epoch from a.end_at - a.start_at)) / 60)::double precision as minutes
       from shifts sh join shift_activities a on a.organisation_id = sh.organisation_id and a.shift_id = sh.id
       join activity_types y on y.organisation_id = a.organisation_id and y.id = a.activity_type_id and y.contact_work
       where sh.organisation_id = $1 and sh.published and sh.agent_id = any($2::uuid[])
         and lower(sh.span) >= $3::timestamptz and lower(sh.span) < $4::timestamptz group by 1, 2 order by 1, 2`,
      parametersOf(context, agentIds, span),
    );
  }
}

const parametersOf = (
  { organisationId }: RequestContext,
  agentIds: readonly string[],
  { startAt, endAt }: Interval,
): unknown[] => [organisationId, agentIds, new Date(startAt).toISOString(), new Date(endAt).toISOString()];

import { Injectable } from '@nestjs/common';
import type { Instant, Interval } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';

export interface EditOfDay {
  readonly at: Instant;
  readonly label: string;
  readonly author: string | null;
}

const MOST_EDITS = 200;

/** What was done to a day while it went on. */
@Injectable()
export class ReplayRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Agents with a published shift in the span. */
  async agentIds(context: RequestContext, span: Interval): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      context,
      `select distinct agent_id as id from shifts where organisation_id = app_organisation_id() and published
       and span && tstzrange($1::timestamptz, $2::timestamptz) order by agent_id`,
      timesOf(span),
    );
    return rows.map(({ id }) => id);
  }

  /** Steps of schedules made in the span, in time order. */
  async edits(context: RequestContext, span: Interval): Promise<EditOfDay[]> {
    return this.database.read<EditOfDay>(
      context,
      `select e.created_at as at, e.label, u.display_name as author from schedule_edits e left join users u on u.id = e.author_id
       where e.organisation_id = app_organisation_id() and e.created_at >= $1::timestamptz and e.created_at < $2::timestamptz
       order by e.created_at limit ${MOST_EDITS}`,
      timesOf(span),
    );
  }
}

const timesOf = ({ startAt, endAt }: Interval): string[] => [startAt, endAt].map((at) => new Date(at).toISOString());

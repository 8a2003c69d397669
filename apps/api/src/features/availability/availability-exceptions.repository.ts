import { Injectable } from '@nestjs/common';
import type { AvailabilityException } from '@yotei/scheduling/roster';
import type { Interval, LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';

/** Dates on which an agent can, or cannot, work otherwise than the weekly pattern says. */
@Injectable()
export class AvailabilityExceptionRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** From a date on, in order. */
  async from(context: RequestContext, agentId: string, fromOn: LocalDate): Promise<AvailabilityException[]> {
    return this.database.read<AvailabilityException>(
      context,
      `select to_char(on_date, 'YYYY-MM-DD') as "on", can_work as "canWork", from_minute as "fromMinute", until_minute as "untilMinute"
       from availability_exceptions where agent_id = $1 and on_date >= $2::date order by on_date, from_minute, can_work`,
      [agentId, fromOn],
    );
  }

  /** Those from a date on anew; what is over stays. */
  async replaceFrom(
    context: RequestContext,
    of: { agentId: string; fromOn: LocalDate; exceptions: readonly AvailabilityException[] },
  ): Promise<void> {
    await this.database.withTenant(context, async (tx) => {
      const before = await this.from(context, of.agentId, of.fromOn);
      await tx.query('delete from availability_exceptions where agent_id = $1 and on_date >= $2::date', [
        of.agentId,
        of.fromOn,
      ]);
      await tx.query(
        `insert into availability_exceptions (organisation_id, agent_id, on_date, can_work, from_minute, until_minute)
         select app_organisation_id(), $1, e.on_date, e.can_work, e.from_minute, e.until_minute
         from unnest($2::date[], $3::boolean[], $4::int[], $5::int[]) as e (on_date, can_work, from_minute, until_minute) on conflict do nothing`,
        [
          of.agentId,
          of.exceptions.map(({ on }) => on),
          of.exceptions.map(({ canWork }) => canWork),
          of.exceptions.map(({ fromMinute }) => fromMinute),
          of.exceptions.map(({ untilMinute }) => untilMinute),
        ],
      );
      await tx.query(
        `insert into audit_entries (organisation_id, user_id, request_id, action, subject_kind, subject_id, before, after)
         values (app_organisation_id(), $1, $2, 'agent.availability-exceptions', 'agent', $3, $4::jsonb, $5::jsonb)`,
        [context.userId, context.requestId, of.agentId, JSON.stringify(before), JSON.stringify(of.exceptions)],
      );
    });
  }

  /** Whether a published shift of the agent touches the span. */
  async worksIn(context: RequestContext, agentId: string, span: Interval): Promise<boolean> {
    const rows = await this.database.read<unknown>(
      context,
      'select 1 from shifts where agent_id = $1 and published and span && tstzrange($2::timestamptz, $3::timestamptz) limit 1',
      [agentId, new Date(span.startAt).toISOString(), new Date(span.endAt).toISOString()],
    );
    return rows.length > 0;
  }
}

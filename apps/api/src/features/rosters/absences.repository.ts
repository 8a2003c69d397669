import { Injectable } from '@nestjs/common';
import type { Instant, Interval, LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';

export interface TimeOffRecord {
  readonly agentId: string;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly paidMinutes: number;
  readonly reason: string;
}

export interface PreferenceRecord {
  readonly agentId: string;
  readonly kind: 'day-off' | 'day-on' | 'start-between' | 'end-between';
  readonly on: LocalDate | null;
  readonly fromMinute: number | null;
  readonly untilMinute: number | null;
  readonly weight: number;
}

/** Approved absence and wishes of agents. */
@Injectable()
export class AbsenceRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Approved time off that touches the span, of all agents or of one. */
  async timeOff(context: RequestContext, span: Interval, agentId: string | null = null): Promise<TimeOffRecord[]> {
    return this.database.read<TimeOffRecord>(
      context,
      `select agent_id as "agentId", lower(span) as "startAt", upper(span) as "endAt", paid_minutes as "paidMinutes", coalesce(reason, kind) as reason
       from time_off where state = 'approved' and span && tstzrange($1::timestamptz, $2::timestamptz) and ($3::uuid is null or agent_id = $3) order by agent_id, lower(span)`,
      [new Date(span.startAt).toISOString(), new Date(span.endAt).toISOString(), agentId],
    );
  }

  /** Standing wishes, and those for a date of the range (half-open). */
  async preferences(
    context: RequestContext,
    range: { fromOn: LocalDate; untilOn: LocalDate },
  ): Promise<PreferenceRecord[]> {
    return this.database.read<PreferenceRecord>(
      context,
      `select agent_id as "agentId", kind, on_date as "on", from_minute as "fromMinute", until_minute as "untilMinute", weight
       from preferences where on_date is null or (on_date >= $1::date and on_date < $2::date) order by agent_id, id`,
      [range.fromOn, range.untilOn],
    );
  }
}

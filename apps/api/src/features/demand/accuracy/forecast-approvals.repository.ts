import { Injectable } from '@nestjs/common';
import type { Instant, LocalDate } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import type { KeptLayer } from './layered-days.js';

type Values = readonly (number | null)[];

export interface NewApprovalDay {
  readonly onDate: LocalDate;
  readonly forecastId: string;
  readonly layers: readonly KeptLayer[];
  readonly contacts: Values;
  readonly handleSeconds: Values;
}

export interface NewApproval {
  readonly queueId: string;
  readonly fromOn: LocalDate;
  readonly days: number;
  readonly note: string;
  readonly approvedBy: string | null;
  /** Absent = now; given by the demo alone, which invents a past. */
  readonly approvedAt?: Instant;
}

/** The approval in force for a queue-day. */
export interface ApprovalInForce {
  readonly onDate: LocalDate;
  readonly approvalId: string;
  readonly forecastId: string;
  readonly version: number;
  readonly approvedAt: Instant;
  readonly approvedBy: string;
  readonly note: string;
  readonly startAt: Instant;
  readonly stepMinutes: number;
  readonly contacts: Values;
  readonly handleSeconds: Values;
  readonly layers: readonly KeptLayer[];
}

const IN_FORCE = `
select distinct on (a.on_date) a.on_date as "onDate", p.id as "approvalId", a.forecast_id as "forecastId", f.version,
  p.approved_at as "approvedAt", coalesce(u.display_name, '') as "approvedBy", p.note, d.start_at as "startAt",
  d.step_minutes as "stepMinutes", a.contacts, a.handle_seconds as "handleSeconds", a.layers
from forecast_approval_days a join forecast_approvals p on p.id = a.approval_id
join forecasts f on f.id = a.forecast_id
join forecast_days d on d.forecast_id = a.forecast_id and d.queue_id = a.queue_id and d.on_date = a.on_date
left join users u on u.id = p.approved_by
where a.queue_id = $1 and a.on_date >= $2::date and a.on_date < $2::date + $3::integer
order by a.on_date, p.approved_at desc, p.id desc`;

/** Approvals of forecasts: which version and which edits count for a queue-day, said once and kept. */
@Injectable()
export class ForecastApprovalRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** The newest approval of each day of the range, in order of date. */
  inForce(
    context: RequestContext,
    queueId: string,
    range: { fromOn: LocalDate; days: number },
  ): Promise<ApprovalInForce[]> {
    return this.database.read<ApprovalInForce>(context, IN_FORCE, [queueId, range.fromOn, range.days]);
  }

  async insert(tx: EntityManager, approval: NewApproval, days: readonly NewApprovalDay[]): Promise<string> {
    const [{ id }] = await tx.query(
      `insert into forecast_approvals (organisation_id, queue_id, from_on, days, note, approved_by, approved_at)
       values (app_organisation_id(), $1, $2, $3, $4, $5, coalesce($6::timestamptz, now())) returning id`,
      [
        approval.queueId,
        approval.fromOn,
        approval.days,
        approval.note,
        approval.approvedBy,
        approval.approvedAt === undefined ? null : new Date(approval.approvedAt).toISOString(),
      ],
    );
    const rows = days.map(({ onDate, forecastId, layers, contacts, handleSeconds }) => ({
      approval_id: id,
      queue_id: approval.queueId,
      on_date: onDate,
      forecast_id: forecastId,
      layers,
      contacts,
      handle_seconds: handleSeconds,
    }));
    await tx.query(
      `insert into forecast_approval_days (organisation_id, approval_id, queue_id, on_date, forecast_id, layers, contacts, handle_seconds)
       select app_organisation_id(), approval_id, queue_id, on_date, forecast_id, layers, contacts, handle_seconds
       from jsonb_populate_recordset(null::forecast_approval_days, $1::jsonb)`,
      [JSON.stringify(rows)],
    );
    return id;
  }
}

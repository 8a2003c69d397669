import { Injectable } from '@nestjs/common';
import type { AlertFinding, AlertKind } from '@yotei/scheduling/repair';
import type { Instant, LocalDate } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../../platform/database/tenant-database.js';

export interface AlertRow extends AlertFinding {
  readonly id: string;
  readonly kind: AlertKind;
  readonly raisedAt: Instant;
  readonly clearedAt: Instant | null;
}

const SELECT = `select id, queue_id as "queueId", kind, start_at as "startAt", end_at as "endAt", agents, service_low as "serviceLow",
  service_high as "serviceHigh", raised_at as "raisedAt", cleared_at as "clearedAt" from intraday_alerts where organisation_id = app_organisation_id()`;

const iso = (at: Instant): string => new Date(at).toISOString();

/** What was said of days while they went on. */
@Injectable()
export class AlertRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** In the order in which they were raised. */
  ofDay(context: RequestContext, on: LocalDate): Promise<AlertRow[]> {
    return this.database.read<AlertRow>(context, `${SELECT} and on_date = $1 order by raised_at, id`, [on]);
  }

  /** Those that stand on the day; of two processes one waits. */
  async lockStanding(tx: EntityManager, on: LocalDate): Promise<AlertRow[]> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('intraday alerts ' || app_organisation_id(), 0))`);
    return readRows<AlertRow>(tx, `${SELECT} and on_date = $1 and cleared_at is null order by raised_at, id`, [on]);
  }

  /** What an earlier day left standing. */
  async clearBefore(tx: EntityManager, on: LocalDate): Promise<void> {
    await tx.query(
      `update intraday_alerts set cleared_at = end_at where organisation_id = app_organisation_id() and on_date < $1 and cleared_at is null`,
      [on],
    );
  }

  async raise(tx: EntityManager, on: LocalDate, finding: AlertFinding, at: Instant): Promise<void> {
    await tx.query(
      `insert into intraday_alerts (organisation_id, on_date, queue_id, kind, start_at, end_at, agents, service_low, service_high, raised_at)
       values (app_organisation_id(), $1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [on, ...columnsOf(finding), iso(at)],
    );
  }

  async update(tx: EntityManager, id: string, finding: AlertFinding): Promise<void> {
    const [, , ...numbers] = columnsOf(finding);
    await tx.query(
      `update intraday_alerts set start_at = $2, end_at = $3, agents = $4, service_low = $5, service_high = $6 where id = $1`,
      [id, ...numbers],
    );
  }

  async clear(tx: EntityManager, ids: readonly string[], at: Instant): Promise<void> {
    await tx.query('update intraday_alerts set cleared_at = $2 where id = any ($1::uuid[])', [ids, iso(at)]);
  }
}

function columnsOf({ queueId, kind, startAt, endAt, agents, serviceLow, serviceHigh }: AlertFinding) {
  return [queueId, kind, iso(startAt), iso(endAt), agents, serviceLow, serviceHigh];
}

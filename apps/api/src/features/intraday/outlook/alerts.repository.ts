import { Injectable } from '@nestjs/common';
import type { AlertFinding, AlertKind, ToldAlert } from '@yotei/scheduling/repair';
import type { Instant, LocalDate } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../../platform/database/tenant-database.js';

export interface AlertRow extends ToldAlert {
  readonly id: string;
  readonly kind: AlertKind;
  readonly raisedAt: Instant;
}

const SELECT = `select id, queue_id as "queueId", kind, start_at as "startAt", end_at as "endAt", agents, service_low as "serviceLow",
  service_high as "serviceHigh", raised_at as "raisedAt", cleared_at as "clearedAt",
  told_agents as "toldAgents" from intraday_alerts where organisation_id = app_organisation_id()`;

const iso = (at: Instant): string => new Date(at).toISOString();

/** What was said of days while they went on. */
@Injectable()
export class AlertRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** In the order in which they were raised, those that are over among them. */
  ofDay(context: RequestContext, on: LocalDate): Promise<AlertRow[]> {
    return this.database.read<AlertRow>(context, `${SELECT} and on_date = $1 order by raised_at, id`, [on]);
  }

  /** Locks the organisation's alerts for a look at `at`; false: another process has looked later. */
  async beginLook(tx: EntityManager, at: Instant): Promise<boolean> {
    const looks = await readRows(
      tx,
      `insert into intraday_watches as w (organisation_id, looked_at) values (app_organisation_id(), $1::timestamptz)
       on conflict (organisation_id) do update set looked_at = excluded.looked_at
       where w.looked_at <= excluded.looked_at returning 1`,
      [iso(at)],
    );
    return looks.length > 0;
  }

  /** What an earlier day left standing. */
  async clearBefore(tx: EntityManager, on: LocalDate): Promise<void> {
    await tx.query(
      `update intraday_alerts set cleared_at = end_at where organisation_id = app_organisation_id() and on_date < $1 and cleared_at is null`,
      [on],
    );
  }

  async raise(tx: EntityManager, on: LocalDate, finding: AlertFinding, at: Instant): Promise<string> {
    const [row] = await readRows<{ id: string }>(
      tx,
      `insert into intraday_alerts (organisation_id, on_date, queue_id, kind, start_at, end_at, agents, service_low, service_high, raised_at)
       values (app_organisation_id(), $1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
      [on, ...columnsOf(finding), iso(at)],
    );
    return row!.id;
  }

  async update(tx: EntityManager, id: string, finding: AlertFinding): Promise<void> {
    const [, , ...numbers] = columnsOf(finding);
    await tx.query(
      `update intraday_alerts set start_at = $2, end_at = $3, agents = $4, service_low = $5, service_high = $6 where id = $1`,
      [id, ...numbers],
    );
  }

  /** People know of so many agents now. */
  async told(tx: EntityManager, id: string, agents: number): Promise<void> {
    await tx.query('update intraday_alerts set told_agents = $2 where id = $1', [id, agents]);
  }

  async clear(tx: EntityManager, ids: readonly string[], at: Instant): Promise<void> {
    await tx.query('update intraday_alerts set cleared_at = $2 where id = any ($1::uuid[])', [ids, iso(at)]);
  }
}

function columnsOf({ queueId, kind, startAt, endAt, agents, serviceLow, serviceHigh }: AlertFinding) {
  return [queueId, kind, iso(startAt), iso(endAt), agents, serviceLow, serviceHigh];
}

import { Injectable } from '@nestjs/common';
import type { LineageKind } from '@yotei/forecast';
import type { Instant, LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';

export interface CurveValues {
  readonly stepMinutes: number;
  /** Seven arrays, Monday first; null = closed. */
  readonly weekdays: readonly (readonly (number | null)[])[];
  readonly averageHandleSeconds: number | null;
  readonly levelSpread: number;
}

export interface CurveRecord extends CurveValues {
  readonly queueId: string;
  readonly author: string;
  readonly changedAt: Instant;
  readonly version: number;
}

export interface LineageValues {
  readonly queueId: string;
  readonly kind: LineageKind;
  readonly fromQueueId: string;
  readonly share: number | null;
  readonly sinceOn: LocalDate;
  readonly reason: string;
}

export interface LineageRecord extends LineageValues {
  readonly id: string;
  readonly author: string;
  readonly createdAt: Instant;
}

const CURVES = `
select c.queue_id as "queueId", c.step_minutes as "stepMinutes", c.weekdays, c.handle_seconds as "averageHandleSeconds",
  c.level_spread as "levelSpread", coalesce(u.display_name, '') as author, c.changed_at as "changedAt", c.version
from queue_curves c left join users u on u.id = c.author_id`;

const LINEAGE = `
select l.id, l.queue_id as "queueId", l.kind, l.from_queue_id as "fromQueueId", l.share, l.since_on as "sinceOn", l.reason,
  coalesce(u.display_name, '') as author, l.created_at as "createdAt"
from queue_lineage l left join users u on u.id = l.author_id`;

/** What queues start from: typed curves, and whose past they have. */
@Injectable()
export class QueueBeginningRepository {
  constructor(private readonly database: TenantDatabase) {}

  async curves(context: RequestContext): Promise<Map<string, CurveRecord>> {
    const rows = await this.database.read<CurveRecord>(context, CURVES);
    return new Map(rows.map((row) => [row.queueId, row]));
  }

  /** All of the organisation, oldest first: a queue's past depends on what it gave away too. */
  async lineage(context: RequestContext): Promise<LineageRecord[]> {
    return this.database.read<LineageRecord>(context, `${LINEAGE} order by l.since_on, l.id`);
  }

  /** Queues that have a curve or take another's past. */
  async queueIds(context: RequestContext): Promise<Set<string>> {
    const rows = await this.database.read<{ id: string }>(
      context,
      `select queue_id as id from queue_curves union select queue_id from queue_lineage`,
    );
    return new Set(rows.map(({ id }) => id));
  }

  async saveCurve(context: RequestContext, queueId: string, curve: CurveValues): Promise<void> {
    await this.database.withTenant(context, (tx) =>
      tx.query(
        `insert into queue_curves (organisation_id, queue_id, step_minutes, weekdays, handle_seconds, level_spread, author_id)
         values (app_organisation_id(), $1, $2, $3::jsonb, $4, $5, $6)
         on conflict (organisation_id, queue_id) do update set step_minutes = excluded.step_minutes, weekdays = excluded.weekdays,
           handle_seconds = excluded.handle_seconds, level_spread = excluded.level_spread, author_id = excluded.author_id,
           changed_at = now(), version = queue_curves.version + 1`,
        [
          queueId,
          curve.stepMinutes,
          JSON.stringify(curve.weekdays),
          curve.averageHandleSeconds,
          curve.levelSpread,
          context.userId,
        ],
      ),
    );
  }

  /** False when there was none. */
  async deleteCurve(context: RequestContext, queueId: string): Promise<boolean> {
    const rows = await this.database.read(context, `delete from queue_curves where queue_id = $1 returning queue_id`, [
      queueId,
    ]);
    return rows.length > 0;
  }

  async insertLineage(context: RequestContext, line: LineageValues): Promise<string> {
    const [row] = await this.database.read<{ id: string }>(
      context,
      `insert into queue_lineage (organisation_id, queue_id, kind, from_queue_id, share, since_on, reason, author_id)
       values (app_organisation_id(), $1, $2, $3, $4, $5, $6, $7) returning id`,
      [line.queueId, line.kind, line.fromQueueId, line.share, line.sinceOn, line.reason, context.userId],
    );
    return row!.id;
  }

  /** The queue whose line it was, or null when there is no such line. */
  async deleteLineage(context: RequestContext, id: string): Promise<string | null> {
    const [row] = await this.database.read<{ queueId: string }>(
      context,
      `delete from queue_lineage where id = $1 returning queue_id as "queueId"`,
      [id],
    );
    return row?.queueId ?? null;
  }
}

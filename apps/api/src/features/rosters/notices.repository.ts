import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';

export interface NoticeRow {
  readonly id: string;
  readonly kind: string;
  readonly createdAt: Instant;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly acknowledgedAt: Instant | null;
}

const MOST_NOTICES = 20;

/** What a person was told. Only the person's own rows are read or changed. */
@Injectable()
export class NoticeRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Newest first: those not acknowledged, and the latest of the others. */
  async latest(context: RequestContext): Promise<NoticeRow[]> {
    return this.database.read<NoticeRow>(
      context,
      `select id, kind, created_at as "createdAt", payload, acknowledged_at as "acknowledgedAt" from notifications
       where user_id = $1 order by acknowledged_at is not null, created_at desc limit ${MOST_NOTICES}`,
      [context.userId],
    );
  }

  /** False when there is no such notice of this person. Acknowledging twice keeps the first time. */
  async acknowledge(context: RequestContext, id: string): Promise<boolean> {
    return this.database.withTenant(context, async (tx) => {
      const [rows] = await tx.query(
        `update notifications set acknowledged_at = coalesce(acknowledged_at, now()), read_at = coalesce(read_at, now()) where id = $1 and user_id = $2 returning id`,
        [id, context.userId],
      );
      return rows.length > 0;
    });
  }
}

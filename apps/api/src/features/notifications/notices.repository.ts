import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { EventBus } from '../../platform/events/event-bus.js';
import { noticesTopic, type BothLanguages } from './announcer.js';

export interface NoticeRow {
  readonly id: string;
  readonly kind: string;
  readonly createdAt: Instant;
  readonly urgent: boolean;
  readonly payload: Readonly<Record<string, unknown>> & {
    readonly what?: BothLanguages;
    readonly todo?: BothLanguages;
    readonly path?: string;
  };
  readonly deliveredAt: Instant | null;
  readonly seenAt: Instant | null;
  readonly acknowledgedAt: Instant | null;
}

export const NOTICE_COLUMNS = `id, kind, created_at as "createdAt", urgent, payload, delivered_at as "deliveredAt",
  read_at as "seenAt", acknowledged_at as "acknowledgedAt"`;

const MOST_NOTICES = 100;

/** What a person was told. Only the person's own rows are read or changed. */
@Injectable()
export class NoticeRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly events: EventBus,
  ) {}

  /** Newest first: those not acknowledged, and the latest of the others. */
  async latest(context: RequestContext, most = 20): Promise<NoticeRow[]> {
    return this.database.read<NoticeRow>(
      context,
      `select ${NOTICE_COLUMNS} from notifications where user_id = $1 order by acknowledged_at is not null, created_at desc, id desc limit $2`,
      [context.userId, Math.max(1, Math.min(MOST_NOTICES, most))],
    );
  }

  async unseenCount(context: RequestContext): Promise<number> {
    const [row] = await this.database.read<{ count: number }>(
      context,
      'select count(*)::int as count from notifications where user_id = $1 and read_at is null',
      [context.userId],
    );
    return row!.count;
  }

  /** The reader's page has them now; the first time counts. */
  async delivered(context: RequestContext, ids: readonly string[]): Promise<void> {
    await this.database.withTenant(context, (tx) =>
      tx.query(
        'update notifications set delivered_at = now() where user_id = $1 and id = any($2::uuid[]) and delivered_at is null',
        [context.userId, ids],
      ),
    );
  }

  /** They stood before the reader's eyes. Returns how many were new. */
  async seen(context: RequestContext, ids: readonly string[]): Promise<number> {
    return this.change(context, 'read_at = now(), delivered_at = coalesce(delivered_at, now())', {
      ids,
      only: 'read_at is null',
    });
  }

  /** False when there is no such notice of this person. Acknowledging twice keeps the first time. */
  async acknowledge(context: RequestContext, id: string): Promise<boolean> {
    const changed = await this.change(
      context,
      `acknowledged_at = coalesce(acknowledged_at, now()), read_at = coalesce(read_at, now()), delivered_at = coalesce(delivered_at, now())`,
      { ids: [id], only: 'true' },
    );
    return changed > 0;
  }

  private async change(
    context: RequestContext,
    assignment: string,
    { ids, only }: { readonly ids: readonly string[]; readonly only: string },
  ): Promise<number> {
    return this.database.withTenant(context, async (tx) => {
      const [rows] = await tx.query(
        `update notifications set ${assignment} where user_id = $1 and id = any($2::uuid[]) and ${only} returning id`,
        [context.userId, ids],
      );
      // The same person's other open pages count again.
      if (rows.length > 0) await this.events.touch(tx, context, [noticesTopic(context.userId!)]);
      return rows.length;
    });
  }
}

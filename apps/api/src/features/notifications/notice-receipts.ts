import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';

/** How far one notice has come with one person. */
export interface NoticeReceipt {
  readonly noticeId: string;
  readonly userId: string;
  readonly name: string;
  readonly kind: string;
  readonly createdAt: Instant;
  readonly deliveredAt: Instant | null;
  readonly seenAt: Instant | null;
  readonly acknowledgedAt: Instant | null;
  /** States by channel outside the app: `mail`, `push`. */
  readonly channels: Readonly<Record<string, string>>;
}

/** Who was told about a subject, and who has seen and acknowledged it. */
@Injectable()
export class NoticeReceipts {
  constructor(private readonly database: TenantDatabase) {}

  /** Of `subject` (`schedule/<id>`), newest notice of each person first. */
  async of(context: RequestContext, subject: string): Promise<NoticeReceipt[]> {
    return this.database.read<NoticeReceipt>(
      context,
      `select n.id as "noticeId", n.user_id as "userId", coalesce(u.display_name, '') as name, n.kind, n.created_at as "createdAt",
         n.delivered_at as "deliveredAt", n.read_at as "seenAt", n.acknowledged_at as "acknowledgedAt",
         (select coalesce(jsonb_object_agg(d.channel, d.state), '{}') from notice_deliveries d
          where d.organisation_id = n.organisation_id and d.notice_id = n.id) as channels
       from notifications n left join users u on u.id = n.user_id
       where n.organisation_id = $1 and n.subject = $2 order by n.created_at desc, n.id desc`,
      [context.organisationId, subject],
    );
  }
}

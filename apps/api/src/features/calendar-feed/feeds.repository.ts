import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../platform/database/tenant-database.js';

export interface CalendarLink {
  readonly createdAt: Instant;
  /** When a calendar last read it, and as what it called itself. */
  readonly readAt: Instant | null;
  readonly reader: string | null;
}

const LONGEST_READER = 120;

/** Secret links, one a person. The database knows only the hash: a stolen table opens no calendar. */
@Injectable()
export class CalendarFeedRepository {
  constructor(private readonly database: TenantDatabase) {}

  async mine(context: RequestContext): Promise<CalendarLink | null> {
    const [found] = await this.database.read<CalendarLink>(
      context,
      'select created_at as "createdAt", read_at as "readAt", reader from calendar_feeds where user_id = $1',
      [context.userId],
    );
    return found ?? null;
  }

  /** A new secret; the link made before stops working. */
  async renew(context: RequestContext): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.database.withTenant(context, (tx) =>
      tx.query(
        `insert into calendar_feeds (organisation_id, user_id, token_sha256) values (app_organisation_id(), $1, $2)
         on conflict (organisation_id, user_id) do update set token_sha256 = excluded.token_sha256, created_at = now(), read_at = null, reader = null`,
        [context.userId, sha256(token)],
      ),
    );
    return token;
  }

  async revoke(context: RequestContext): Promise<boolean> {
    return this.database.withTenant(context, async (tx) => {
      const [rows] = await tx.query('delete from calendar_feeds where user_id = $1 returning 1', [context.userId]);
      return rows.length > 0;
    });
  }

  /** Whose link this is; null when it is none or was revoked. The reading is noted. */
  async ownerOf(token: string, reader: string): Promise<{ organisationId: string; userId: string } | null> {
    return this.database.withSecret('calendar_sha256', sha256(token), async (tx) => {
      const [owner] = await readRows<{ organisationId: string; userId: string }>(
        tx,
        'select organisation_id as "organisationId", user_id as "userId" from calendar_feeds where token_sha256 = $1',
        [sha256(token)],
      );
      if (!owner) return null;
      await tx.query(`select set_config('app.organisation', $1, true)`, [owner.organisationId]);
      // Who was put away has no calendar any more.
      const [person] = await readRows(tx, 'select 1 from users where id = $1 and disabled_at is null', [owner.userId]);
      if (!person) return null;
      await tx.query('update calendar_feeds set read_at = now(), reader = $2 where user_id = $1', [
        owner.userId,
        reader.slice(0, LONGEST_READER),
      ]);
      return owner;
    });
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

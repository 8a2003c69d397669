import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import type { KeyHolder } from '../../../platform/context/authenticator.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../../platform/database/tenant-database.js';
import { isKeyScope, type KeyScope } from './key-scopes.js';

export interface StoredApiKey {
  readonly id: string;
  readonly title: string;
  /** First letters, to tell one key from another. */
  readonly shown: string;
  readonly scopes: readonly string[];
  readonly createdAt: Instant;
  readonly createdBy: string | null;
  readonly lastUsedAt: Instant | null;
  readonly revokedAt: Instant | null;
}

const PREFIX = 'yotei_';
const SHOWN_LETTERS = PREFIX.length + 6;
/** A key in use is noted at most so often, so that busy senders do not write a row with each request. */
const NOTED_EVERY_SECONDS = 60;

const SELECT = `
select k.id, k.title, k.shown, k.scopes, k.created_at as "createdAt", u.display_name as "createdBy", k.last_used_at as "lastUsedAt", k.revoked_at as "revokedAt"
from api_keys k left join users u on u.id = k.created_by where k.organisation_id = app_organisation_id()`;

const AUDIT = `
insert into audit_entries (organisation_id, user_id, request_id, action, subject_kind, subject_id, after)
values (app_organisation_id(), app_user_id(), $1, $2, 'api-key', $3, $4::jsonb)`;

/** API keys. Random, of which only the hash is kept: a stolen table opens no door. */
@Injectable()
export class ApiKeyRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Those in force first, then the revoked, newest first. */
  async all(context: RequestContext): Promise<StoredApiKey[]> {
    return this.database.read<StoredApiKey>(
      context,
      `${SELECT} order by k.revoked_at is not null, k.created_at desc, k.id desc`,
    );
  }

  /** The secret is in this answer and nowhere else, ever. */
  async create(
    context: RequestContext,
    { title, scopes }: { readonly title: string; readonly scopes: readonly KeyScope[] },
  ): Promise<{ readonly key: StoredApiKey; readonly secret: string }> {
    const secret = PREFIX + randomBytes(32).toString('base64url');
    return this.database.withTenant(context, async (tx) => {
      const [made] = (await tx.query(
        `insert into api_keys (organisation_id, title, shown, secret_sha256, scopes, created_by)
         values (app_organisation_id(), $1, $2, $3, $4, app_user_id()) returning id`,
        [title, secret.slice(0, SHOWN_LETTERS), sha256(secret), scopes],
      )) as { id: string }[];
      await tx.query(AUDIT, [context.requestId, 'api-key.created', made!.id, JSON.stringify({ title, scopes })]);
      const [key] = await readRows<StoredApiKey>(tx, `${SELECT} and k.id = $1`, [made!.id]);
      return { key: key!, secret };
    });
  }

  /** Works at once. Null when there is no such key; revoking twice changes nothing. */
  async revoke(context: RequestContext, id: string): Promise<StoredApiKey | null> {
    return this.database.withTenant(context, async (tx) => {
      const [revoked] = (await tx.query(
        'update api_keys set revoked_at = now() where id = $1 and revoked_at is null returning id',
        [id],
      )) as [{ id: string }[], number];
      if (revoked.length > 0) await tx.query(AUDIT, [context.requestId, 'api-key.revoked', id, '{}']);
      const [key] = await readRows<StoredApiKey>(tx, `${SELECT} and k.id = $1`, [id]);
      return key ?? null;
    });
  }

  /** For whom the key speaks and what it may; null when it is none or was revoked. Its use is noted. */
  async holderOf(secret: string): Promise<KeyHolder | null> {
    if (!secret.startsWith(PREFIX)) return null;
    return this.database.withSecret('api_key_sha256', sha256(secret), async (tx) => {
      const [key] = await readRows<{ organisationId: string; id: string; scopes: string[]; noted: boolean }>(
        tx,
        `select organisation_id as "organisationId", id, scopes,
           coalesce(last_used_at > now() - make_interval(secs => $2), false) as noted
         from api_keys where secret_sha256 = $1 and revoked_at is null`,
        [sha256(secret), NOTED_EVERY_SECONDS],
      );
      if (!key) return null;
      if (!key.noted) {
        await tx.query(`select set_config('app.organisation', $1, true)`, [key.organisationId]);
        await tx.query('update api_keys set last_used_at = now() where id = $1', [key.id]);
      }
      return { organisationId: key.organisationId, permissions: key.scopes.filter(isKeyScope) };
    });
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

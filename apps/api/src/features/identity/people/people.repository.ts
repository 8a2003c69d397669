import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../../platform/database/tenant-database.js';
import type { PersonDraft, PersonRecord } from './person.js';

const SELECT = `
select u.id, u.display_name as name, u.email, u.locale, m.roles, a.id as "agentId", a.name as "agentName",
  case when u.disabled_at is not null then 'away' when u.password_hash = '' then 'invited' else 'active' end as state,
  (select max(s.seen_at) from sessions s where s.organisation_id = m.organisation_id and s.user_id = u.id) as "seenAt",
  (select i.expires_at from user_invitations i where i.organisation_id = m.organisation_id and i.user_id = u.id
    and i.used_at is null) as "invitedUntil"
from memberships m join users u on u.id = m.user_id
left join agents a on a.organisation_id = m.organisation_id and a.user_id = u.id
where m.organisation_id = app_organisation_id()`;

const AUDIT = `
insert into audit_entries (organisation_id, user_id, request_id, action, subject_kind, subject_id, before, after)
values (app_organisation_id(), app_user_id(), $1, $2, 'user', $3, $4::jsonb, $5::jsonb)`;

/** What an open invitation leads to. */
export interface OpenInvitation {
  readonly organisationId: string;
  readonly userId: string;
  readonly email: string;
  readonly name: string;
}

/** People of an organisation and their invitations. The database knows only the hash of a link. */
@Injectable()
export class PeopleRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Those who may sign in first, by name. */
  all(context: RequestContext): Promise<PersonRecord[]> {
    return this.database.read<PersonRecord>(
      context,
      `${SELECT} order by u.disabled_at is not null, u.display_name, u.id`,
    );
  }

  async find(tx: EntityManager, id: string): Promise<PersonRecord | null> {
    return (await readRows<PersonRecord>(tx, `${SELECT} and u.id = $1`, [id]))[0] ?? null;
  }

  /** Of this organisation; until the transaction ends nobody else changes who may do what. */
  async lock(tx: EntityManager): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('people ' || app_organisation_id(), 0))`);
  }

  /** Throws Postgres' `unique_violation` where the address has an account, in whichever organisation. */
  async insert(
    tx: EntityManager,
    person: Pick<PersonDraft, 'name' | 'roles' | 'locale'> & { readonly email: string; readonly passwordHash: string },
  ): Promise<string> {
    const id = uuidv7();
    await tx.query('insert into users (id, email, display_name, password_hash, locale) values ($1, $2, $3, $4, $5)', [
      ...[id, person.email, person.name, person.passwordHash, person.locale],
    ]);
    await tx.query('insert into memberships (organisation_id, user_id, roles) values (app_organisation_id(), $1, $2)', [
      id,
      person.roles,
    ]);
    return id;
  }

  async update(tx: EntityManager, id: string, { name, roles, locale }: PersonDraft): Promise<void> {
    await tx.query('update users set display_name = $2, locale = $3 where id = $1', [id, name, locale]);
    await tx.query('update memberships set roles = $2 where user_id = $1 and organisation_id = app_organisation_id()', [
      id,
      roles,
    ]);
  }

  /** From now on, and whatever they have open ends; or back in. */
  async setAway(tx: EntityManager, id: string, isAway: boolean): Promise<void> {
    await tx.query('update users set disabled_at = case when $2 then coalesce(disabled_at, now()) end where id = $1', [
      id,
      isAway,
    ]);
    if (isAway) await this.forgetWaysIn(tx, id);
  }

  async setPassword(tx: EntityManager, id: string, passwordHash: string): Promise<void> {
    await tx.query('update users set password_hash = $2 where id = $1', [id, passwordHash]);
    await this.forgetWaysIn(tx, id);
  }

  /** The token is in this answer and nowhere else, ever; a link made before stops working. */
  async invite(tx: EntityManager, userId: string, expiresAt: Instant): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await tx.query(
      `insert into user_invitations (organisation_id, user_id, token_sha256, created_by, expires_at)
       values (app_organisation_id(), $1, $2, app_user_id(), $3::timestamptz)
       on conflict (organisation_id, user_id) do update set token_sha256 = excluded.token_sha256,
         created_by = excluded.created_by, created_at = now(), expires_at = excluded.expires_at, used_at = null`,
      [userId, sha256(token), new Date(expiresAt).toISOString()],
    );
    return token;
  }

  /** Runs `work` for the organisation of an open invitation, which is used up by it; null when there is none. */
  async accept<T>(
    token: string,
    now: Instant,
    work: (tx: EntityManager, invitation: OpenInvitation) => Promise<T>,
  ): Promise<T | null> {
    return this.database.withSecret('invitation_sha256', sha256(token), async (tx) => {
      const [found] = await readRows<{ organisationId: string; userId: string }>(
        tx,
        `select organisation_id as "organisationId", user_id as "userId" from user_invitations
         where token_sha256 = $1 and used_at is null and expires_at > $2::timestamptz for update`,
        [sha256(token), new Date(now).toISOString()],
      );
      if (!found) return null;
      await tx.query(`select set_config('app.organisation', $1, true)`, [found.organisationId]);
      const person = await this.find(tx, found.userId);
      return person && person.state !== 'away' ? work(tx, { ...found, email: person.email, name: person.name }) : null;
    });
  }

  async used(tx: EntityManager, userId: string): Promise<void> {
    await tx.query('update user_invitations set used_at = now() where user_id = $1', [userId]);
  }

  async audit(
    tx: EntityManager,
    { requestId }: Pick<RequestContext, 'requestId'>,
    entry: { readonly action: string; readonly id: string; readonly before?: object; readonly after?: object },
  ): Promise<void> {
    const [before, after] = [entry.before, entry.after].map((one) => (one ? JSON.stringify(one) : null));
    await tx.query(AUDIT, [requestId, entry.action, entry.id, before, after]);
  }

  private async forgetWaysIn(tx: EntityManager, userId: string): Promise<void> {
    await tx.query('delete from sessions where user_id = $1 and organisation_id = app_organisation_id()', [userId]);
    await tx.query('delete from user_invitations where user_id = $1 and used_at is null', [userId]);
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

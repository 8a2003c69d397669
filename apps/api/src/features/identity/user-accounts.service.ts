import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { RequestContext, RoleName } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { insertRows } from '../../platform/database/insert-rows.js';
import { UserEntity } from './identity.entity.js';
import { hashPassword } from './passwords.js';

export interface NewUser {
  readonly email: string;
  readonly displayName: string;
  readonly password: string;
  readonly locale: 'en' | 'ja';
  readonly roles: readonly RoleName[];
}

/** Accounts of the people of an organisation. */
@Injectable()
export class UserAccountsService {
  constructor(private readonly database: TenantDatabase) {}

  /** Creates the accounts with their membership and returns their ids in the order given. Equal passwords are hashed once. */
  async create(context: RequestContext, users: readonly NewUser[]): Promise<string[]> {
    const hashes = new Map<string, Promise<string>>();
    for (const { password } of users) if (!hashes.has(password)) hashes.set(password, hashPassword(password));
    const rows = await Promise.all(
      users.map(async (user) => ({ ...user, id: uuidv7(), hash: await hashes.get(user.password)! })),
    );
    await this.database.withTenant(context, async (tx) => {
      for (const { id, email, displayName, locale, hash } of rows) {
        // Not visible to us before the membership exists, so nothing may be asked back.
        await tx.query(
          'insert into users (id, email, display_name, password_hash, locale) values ($1, $2, $3, $4, $5)',
          [id, email.trim().toLowerCase(), displayName, hash, locale],
        );
      }
      await insertRows(tx, {
        table: 'memberships',
        organisationId: context.organisationId,
        rows: rows.map(({ id, roles }) => ({ user_id: id, roles })),
      });
    });
    return rows.map(({ id }) => id);
  }

  /** Names of people by id, for "requested by" and "edited by". */
  async namesOf(context: RequestContext, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.read<{ id: string; name: string }>(
      context,
      'select id, display_name as name from users where id = any($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Where and in which language people are written to. */
  async contactsOf(
    context: RequestContext,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly email: string; readonly name: string; readonly locale: 'en' | 'ja' }>> {
    const rows = await this.database.read<{ id: string; email: string; name: string; locale: 'en' | 'ja' }>(
      context,
      'select id, email, display_name as name, locale from users where id = any($1::uuid[]) and disabled_at is null',
      [ids],
    );
    return new Map(rows.map(({ id, ...contact }) => [id, contact]));
  }

  /** The language of the person who asks. */
  async setLocale(context: RequestContext, locale: 'en' | 'ja'): Promise<void> {
    await this.database.withTenant(context, (tx) =>
      tx.query('update users set locale = $1 where id = $2', [locale, context.userId]),
    );
  }

  async find(context: RequestContext, id: string): Promise<UserEntity | null> {
    return this.database.withTenant(context, (tx) => tx.findOneBy(UserEntity, { id }));
  }
}

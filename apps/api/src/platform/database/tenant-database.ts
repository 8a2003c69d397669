import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import pg, { type PoolClient } from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import type { RequestContext } from '../context/request-context.js';

interface Scope {
  readonly organisationId: string;
  readonly manager: EntityManager;
}

/** Settings that make rows visible before an organisation is known; see the identity migration. */
export type SecretName =
  | 'sign_in_email'
  | 'session_sha256'
  | 'calendar_sha256'
  | 'api_key_sha256'
  | 'report_share_sha256'
  | 'invitation_sha256';

const scopes = new AsyncLocalStorage<Scope>();

/**
 * The only door to the database. Everything runs in a transaction that has told Postgres for whom it works, so
 * that row-level security shows and takes rows of that organisation only.
 */
@Injectable()
export class TenantDatabase {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in one transaction of the context's organisation: commits what it returns, rolls back when it
   * throws. Called inside another `withTenant` of the same organisation it joins that transaction, so a service
   * can call another's. Await the queries of one transaction in turn: they share a connection.
   */
  async withTenant<T>(context: RequestContext, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const outer = scopes.getStore();
    if (outer?.organisationId === context.organisationId) return work(outer.manager);
    if (outer) throw new Error('withTenant inside another organisation: finish the first transaction before');
    return this.transaction(
      (runner) => scopeTo(runner, context),
      (runner) =>
        scopes.run({ organisationId: context.organisationId, manager: runner.manager }, () => work(runner.manager)),
    );
  }

  /**
   * Rows of one SELECT, without entities: for screens with thousands of rows. `timestamptz` columns come as
   * Instant (epoch milliseconds), dates as text. Joins a running `withTenant` and so sees its changes.
   */
  async read<T>(context: RequestContext, sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    return this.withTenant(context, (tx) => readRows<T>(tx, sql, parameters));
  }

  /** For identity alone: rows that the holder of a secret may see before an organisation is known. */
  async withSecret<T>(name: SecretName, value: string, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.transaction(
      (runner) => runner.query(`select set_config('app.' || $1, $2, true)`, [name, value]),
      (runner) => work(runner.manager),
    );
  }

  /** For identity alone: the memberships of one signed-in person. */
  async withUser<T>(userId: string, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.transaction(
      (runner) => runner.query(`select set_config('app.user', $1, true)`, [userId]),
      (runner) => work(runner.manager),
    );
  }

  /** Tables that belong to no organisation: rate limits, worker heartbeats, queue. Tenant tables show no row here. */
  async withoutTenant<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.transaction(
      async () => undefined,
      (runner) => work(runner.manager),
    );
  }

  private async transaction<T>(
    scope: (runner: QueryRunner) => Promise<unknown>,
    work: (runner: QueryRunner) => Promise<T>,
  ): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      await scope(runner);
      const result = await work(runner);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // The first error is the one to tell; a broken connection makes the rollback fail as well.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/** {@link TenantDatabase.read} inside a transaction at hand. */
export async function readRows<T>(tx: EntityManager, sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
  const client = (await tx.queryRunner!.connect()) as PoolClient;
  const { rows } = await client.query({ text: sql, values: [...parameters], types: INSTANT_TYPES });
  return rows as T[];
}

async function scopeTo(runner: QueryRunner, context: RequestContext): Promise<void> {
  await runner.query(`select set_config('app.organisation', $1, true), set_config('app.user', $2, true)`, [
    context.organisationId,
    context.userId ?? '',
  ]);
}

/** `2026-11-21 21:00:00.123+00`, as Postgres writes it in a UTC session, to epoch milliseconds. */
export function instantOfPostgresText(text: string): number {
  return Date.parse(`${text.slice(0, 10)}T${text.slice(11).replace(/\+00$/, 'Z')}`);
}

const INSTANT_TYPES = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.TIMESTAMPTZ ? instantOfPostgresText : pg.types.getTypeParser(oid, format),
} as unknown as pg.CustomTypesConfig;

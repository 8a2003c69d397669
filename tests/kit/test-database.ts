import 'reflect-metadata';
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { FEATURES } from '../../apps/api/src/features/index.js';
import type { RequestContext, RoleName } from '../../apps/api/src/platform/context/request-context.js';
import { createDataSource } from '../../apps/api/src/platform/database/data-source.js';
import { TenantDatabase } from '../../apps/api/src/platform/database/tenant-database.js';
import { JobEntity } from '../../apps/api/src/platform/jobs/job.entity.js';

interface TestServer {
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  readonly runtimeUrl: string;
  readonly template: string;
}

/** A database of this test file's own, made by the migrations. */
export interface TestDatabase {
  /** As `yotei_app`: what the program uses. */
  readonly runtimeUrl: string;
  /** As `yotei_owner`: held to row-level security as well. */
  readonly ownerUrl: string;
  /** Sees every row; for looking behind the program's back. */
  readonly superuserUrl: string;
  readonly dataSource: DataSource;
  readonly database: TenantDatabase;
  /** Runs one statement as superuser. */
  peek<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** Declares the database for the tests of this file; the members may be used from `beforeAll` on. */
export function useTestDatabase(): TestDatabase {
  const handle = {} as { -readonly [Key in keyof TestDatabase]: TestDatabase[Key] };
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const opened = await openTestDatabase();
    close = opened.close;
    Object.assign(handle, opened.handle);
  }, 30_000);
  afterAll(async () => close?.(), 30_000);
  return handle;
}

export async function openTestDatabase(): Promise<{
  readonly handle: TestDatabase;
  readonly close: () => Promise<void>;
}> {
  const server = testServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await copyTemplate(server, name);
  const at = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const superuserUrl = at(server.superuserUrl);
  const dataSource = createDataSource({
    url: at(server.runtimeUrl),
    entities: [JobEntity, ...FEATURES.flatMap(({ entities }) => entities)],
    poolSize: 10,
    applicationName: 'yotei-test',
    onPoolError: () => undefined,
  });
  await dataSource.initialize();
  const handle: TestDatabase = {
    runtimeUrl: at(server.runtimeUrl),
    ownerUrl: at(server.ownerUrl),
    superuserUrl,
    dataSource,
    database: new TenantDatabase(dataSource),
    peek: (sql, parameters = []) => once(superuserUrl, sql, parameters),
  };
  const close = async (): Promise<void> => {
    await dataSource.destroy();
    await once(server.superuserUrl, `drop database ${name} with (force)`);
  };
  return { handle, close };
}

/** A context for a new organisation, which is created. */
export async function newOrganisation(
  { database }: Pick<TestDatabase, 'database'>,
  options: { readonly name?: string; readonly roles?: readonly RoleName[] } = {},
): Promise<RequestContext> {
  const context: RequestContext = {
    organisationId: uuidv7(),
    userId: null,
    roles: options.roles ?? ['planner'],
    requestId: randomUUID(),
  };
  await database.withTenant(context, (tx) =>
    tx.query('insert into organisations (id, name) values ($1, $2)', [
      context.organisationId,
      options.name ?? 'Test centre',
    ]),
  );
  return context;
}

function testServer(): TestServer {
  const text = process.env['YOTEI_TEST_DATABASE'];
  if (!text)
    throw new Error(
      'YOTEI_TEST_DATABASE (not set) must come from the global setup; run this test in the project database or api',
    );
  return JSON.parse(text) as TestServer;
}

const IN_USE = '55006';
const MOST_TRIES = 20;

/** Copies the migrated database. A copy made by another test file at the same moment is waited for. */
async function copyTemplate({ superuserUrl, template }: TestServer, name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await once(superuserUrl, `create database ${name} template ${template} owner yotei_owner`);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== IN_USE || tries === MOST_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 200));
    }
  }
}

async function once<Row>(url: string, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, [...parameters])).rows as Row[];
  } finally {
    await client.end();
  }
}

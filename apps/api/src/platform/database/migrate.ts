import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runMigrations as migrateQueue } from 'graphile-worker';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { grantToRuntimeRole } from './runtime-role.js';

/** Any constant: processes that migrate at the same moment queue behind it. */
const MIGRATION_LOCK = 2_026_112_101;

export interface MigrateOptions {
  readonly ownerUrl: string;
  readonly runtimeUrl: string;
  /** Folder with the compiled migrations. */
  readonly folder: string;
}

/** Brings tables and queue up to date and gives the runtime role its rights. Harmless to repeat or to run twice at once. */
export async function migrateDatabase(options: MigrateOptions): Promise<{ readonly applied: readonly string[] }> {
  const files = migrationFiles(options.folder);
  const lock = new pg.Client({ connectionString: options.ownerUrl, application_name: 'yotei-migrate' });
  lock.on('error', () => undefined);
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await migrateTables(options.ownerUrl, files);
    await migrateQueue({ connectionString: options.ownerUrl });
    await grantToRuntimeRole(lock, options.runtimeUrl);
    return { applied };
  } finally {
    await lock.end();
  }
}

async function migrateTables(url: string, files: string[]): Promise<string[]> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    migrations: files,
    migrationsTableName: 'migrations',
    synchronize: false,
    extra: { max: 1 },
  });
  await dataSource.initialize();
  try {
    const done = await dataSource.runMigrations({ transaction: 'each' });
    return done.map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}

/** Migrations of this code that the database lacks: it must be migrated before this code may run. */
export async function missingMigrations(runtimeUrl: string, folder: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: runtimeUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const known = await client.query<{ known: boolean }>(
      `select to_regclass('public.migrations') is not null as known`,
    );
    const done = known.rows[0]!.known ? (await client.query<{ name: string }>('select name from migrations')).rows : [];
    const names = new Set(done.map(({ name }) => name));
    return migrationFiles(folder)
      .map((path) => basename(path, '.js'))
      .filter((file) => !names.has(storedName(file)));
  } finally {
    await client.end();
  }
}

/** Name under which `1795295464000-put-away` is remembered: `PutAway1795295464000`. Two files may share a number. */
function storedName(file: string): string {
  const title = file.slice(14).replace(/(?:^|-)([a-z0-9])/g, (_, first: string) => first.toUpperCase());
  return `${title}${file.slice(0, 13)}`;
}

function migrationFiles(folder: string): string[] {
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /^\d{13}-[a-z0-9-]+\.js$/.test(name))
        .sort()
    : [];
  if (files.length === 0)
    throw new Error(`migrations folder (${folder}) holds no compiled migration; run npm run build`);
  return files.map((name) => join(folder, name));
}

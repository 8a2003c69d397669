import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const MAIN = join(__dirname, '..', '..', 'apps', 'api', 'dist', 'main.js');

/** `up` in a data folder of its own, as a person would start it. */
class Up {
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

  async running(): Promise<this> {
    while (!this.out.includes('\n')) {
      if (this.process.exitCode !== null) throw new Error(`up ended: ${this.err}`);
      await sleep(50);
    }
    return this;
  }

  async stop(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      this.process.kill(signal);
      await this.exited;
    }
    return this.process.exitCode;
  }

  async ready(): Promise<boolean> {
    return fetch(`http://127.0.0.1:${this.port}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  databaseProcess(): number {
    return Number(readFileSync(join(this.folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

const alive = (pid: number): boolean => {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
};

describe('up', () => {
  let folder: string;
  const started: Up[] = [];

  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'yotei-up-'))));
  afterEach(async () => {
    for (const up of started.splice(0)) await up.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  async function start(): Promise<Up> {
    const up = new Up(folder, await freePort());
    started.push(up);
    return up;
  }

  it('prints one line, serves, stops cleanly at Ctrl-C pressed twice, and starts again on the same data', async () => {
    const first = await (await start()).running();
    expect(first.out).toBe(`Yotei runs at http://127.0.0.1:${first.port}\n`);
    expect(await first.ready()).toBe(true);
    const database = first.databaseProcess();
    first.process.kill('SIGINT');
    expect(await first.stop()).toBe(0);
    expect(first.err).toContain('stopped; the data stays');
    expect(alive(database)).toBe(false);
    const again = await (await start()).running();
    expect(again.err).not.toContain('tables brought up to date');
    expect(await again.ready()).toBe(true);
  }, 120_000);

  it('says that the folder is in use, and leaves the one that runs alone', async () => {
    const first = await (await start()).running();
    const second = await start();
    await second.exited;
    expect(second.process.exitCode).toBe(2);
    expect(second.err).toContain(`Yotei already runs with the data folder ${folder}`);
    expect(second.out).toBe('');
    expect(await first.ready()).toBe(true);
  }, 120_000);

  it('says that the port is taken before it starts anything', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const up = new Up(folder, port);
    started.push(up);
    await up.exited;
    server.close();
    expect(up.process.exitCode).toBe(2);
    expect(up.err).toBe(`Port ${port} is taken; choose another with --port or PORT.\n`);
  }, 30_000);

  it('starts the database again when it is killed, and the api answers as before', async () => {
    const up = await (await start()).running();
    const killed = up.databaseProcess();
    process.kill(killed, 'SIGKILL');
    while (!up.err.includes('had died and runs again')) await sleep(50);
    while (!(await up.ready())) await sleep(50);
    expect(up.databaseProcess()).not.toBe(killed);
  }, 120_000);

  it('takes over the database that a killed up has left behind; nothing else is left', async () => {
    const first = await (await start()).running();
    const database = first.databaseProcess();
    await first.stop('SIGKILL');
    const until = Date.now() + 20_000;
    while ((await first.ready()) && Date.now() < until) await sleep(50);
    expect(await first.ready()).toBe(false);
    const second = await (await start()).running();
    expect(second.databaseProcess()).toBe(database);
    expect(await second.ready()).toBe(true);
  }, 120_000);
});

import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, isAlive, RunningProgram, until } from '../kit/running-program.js';

describe('up', () => {
  let folder: string;
  const started: RunningProgram[] = [];

  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'yotei-up-'))));
  afterEach(async () => {
    for (const up of started.splice(0)) await up.end();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  async function start(): Promise<RunningProgram> {
    const up = new RunningProgram(folder, await freePort());
    started.push(up);
    return up;
  }

  it('prints one line, serves, stops cleanly at Ctrl-C pressed twice, and starts again on the same data', async () => {
    const first = await (await start()).running();
    expect(first.out).toBe(`Yotei runs at http://127.0.0.1:${first.port}\n`);
    expect(await first.ready()).toBe(true);
    const database = first.databaseProcess();
    first.process.kill('SIGINT');
    expect(await first.end()).toBe(0);
    expect(first.err).toContain('stopped; the data stays');
    expect(isAlive(database)).toBe(false);
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
    const up = new RunningProgram(folder, port);
    started.push(up);
    await up.exited;
    server.close();
    expect(up.process.exitCode).toBe(2);
    expect(up.err).toBe(`Port ${port} is taken; choose another with --port or PORT.\n`);
  }, 30_000);

  it('starts the database again when it is killed, and the api answers as before', async () => {
    const up = await (await start()).running();
    const killed = up.databaseProcess();
    await up.killDatabase();
    expect(up.databaseProcess()).not.toBe(killed);
  }, 120_000);

  it('takes over the database that a killed up has left behind; nothing else is left', async () => {
    const first = await (await start()).running();
    const database = first.databaseProcess();
    await first.end('SIGKILL');
    await until('the api is gone', async () => !(await first.ready()));
    const second = await (await start()).running();
    expect(second.databaseProcess()).toBe(database);
    expect(await second.ready()).toBe(true);
  }, 120_000);
});

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const MAIN = join(__dirname, '..', '..', 'apps', 'api', 'dist', 'main.js');

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** `up` in a data folder of its own, as a person would start it; built first (`npm run build`). */
export class RunningProgram {
  out = '';
  err = '';
  readonly process: ChildProcess;
  readonly exited: Promise<unknown[]>;

  private constructor(
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
    const program = new RunningProgram(folder, await freePort());
    while (!program.out.includes('\n')) {
      if (program.process.exitCode !== null) throw new Error(`up ended: ${program.err}`);
      await sleep(50);
    }
    return program;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  databaseProcess(): number {
    return Number(readFileSync(join(this.folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  /** Stops it as Ctrl-C does and removes its data. */
  async stop(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      this.process.kill('SIGINT');
      await this.exited;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

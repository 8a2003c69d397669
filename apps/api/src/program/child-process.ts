import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ProgramError } from './program-error.js';
import type { ChildMessage } from './lifetime.js';

const STOP_MILLIS = 15_000;

export interface ChildOptions {
  readonly command: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly onProgress?: (text: string) => void;
}

/** One of our own commands in a process of its own; its log lines go to our standard error. */
export class Child {
  /** Why it could not start, in one line for the user. */
  private fault: string | undefined;
  readonly exited: Promise<number>;

  private constructor(
    private readonly process: ChildProcess,
    private readonly options: ChildOptions,
  ) {
    this.exited = new Promise((resolve) => process.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0))));
    process.on('message', (message: ChildMessage) => {
      if (message.kind === 'fault') this.fault = message.text;
      if (message.kind === 'progress') options.onProgress?.(message.text);
    });
  }

  static start(options: ChildOptions): Child {
    const main = fileURLToPath(new URL('../main.js', import.meta.url));
    // Detached, so that Ctrl-C in the terminal reaches us alone and we stop them in order.
    return new Child(
      fork(main, [options.command], {
        env: options.environment,
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        detached: true,
      }),
      options,
    );
  }

  get processId(): number {
    return this.process.pid ?? 0;
  }

  async ready(): Promise<void> {
    const said = new Promise<'ready'>((resolve) =>
      this.process.on('message', (message: ChildMessage) => message.kind === 'ready' && resolve('ready')),
    );
    if ((await Promise.race([said, this.exited])) !== 'ready')
      throw new ProgramError(this.fault ?? `The ${this.options.command} process ended before it was ready.`);
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    this.process.kill('SIGTERM');
    const patience = setTimeout(() => this.process.kill('SIGKILL'), STOP_MILLIS);
    await this.exited;
    clearTimeout(patience);
  }
}

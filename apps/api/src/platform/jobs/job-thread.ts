import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { JobFailure, type JsonValue } from './job-definition.js';

export interface ThreadTask {
  /** Module that exports `compute(input, hooks)`. */
  readonly module: URL;
  /** Copied to the thread (structured clone). */
  readonly input: unknown;
  readonly signal: AbortSignal;
  /** How long the computation may take to hand in its best so far when the signal has aborted; absent = no time. */
  readonly graceMillis?: () => number;
  readonly onProgress: (fraction: number | null, details: JsonValue) => void;
  readonly onInterim?: (interim: JsonValue) => void;
}

export interface ThreadData {
  readonly moduleUrl: string;
  readonly input: unknown;
  /** One 32-bit cell; 1 = cancelled. */
  readonly cancelled: SharedArrayBuffer;
}

export type ThreadMessage =
  | { readonly kind: 'progress'; readonly fraction: number | null; readonly details: JsonValue }
  | { readonly kind: 'interim'; readonly interim: JsonValue }
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'expected-failure'; readonly code: string; readonly details: JsonValue }
  | { readonly kind: 'fault'; readonly message: string; readonly stack: string | undefined };

/**
 * Runs one computation in a thread of its own, so that the process goes on answering and sending heartbeats. When the
 * signal aborts, the computation may still return (its best so far counts) within the grace; then the thread is ended.
 */
export async function runInThread<Result>(task: ThreadTask): Promise<Result> {
  task.signal.throwIfAborted();
  const cancelled = new SharedArrayBuffer(4);
  const data: ThreadData = { moduleUrl: builtModule(task.module).href, input: task.input, cancelled };
  const thread = new Worker(builtModule(new URL('./job-thread.bootstrap.js', import.meta.url)), { workerData: data });
  let grace: NodeJS.Timeout | undefined;
  const cancel = (): void => {
    Atomics.store(new Int32Array(cancelled), 0, 1);
    grace = setTimeout(() => void thread.terminate(), task.graceMillis?.() ?? 0);
  };
  task.signal.addEventListener('abort', cancel, { once: true });
  try {
    return await answerOf<Result>(thread, task);
  } finally {
    task.signal.removeEventListener('abort', cancel);
    clearTimeout(grace);
    await thread.terminate();
  }
}

function answerOf<Result>(thread: Worker, task: ThreadTask): Promise<Result> {
  return new Promise((resolve, reject) => {
    thread.on('message', (message: ThreadMessage) => {
      if (message.kind === 'progress') task.onProgress(message.fraction, message.details);
      else if (message.kind === 'interim') task.onInterim?.(message.interim);
      else if (message.kind === 'done') resolve(message.result as Result);
      else if (message.kind === 'expected-failure') reject(new JobFailure(message.code, message.details));
      else reject(Object.assign(new Error(message.message), { stack: message.stack }));
    });
    thread.once('error', reject);
    thread.once('exit', (code) =>
      reject(
        task.signal.aborted
          ? task.signal.reason
          : new Error(`computing thread ended with code ${code} before it answered`),
      ),
    );
  });
}

/** Threads load compiled files; code that runs from its sources (tests) finds them in dist. */
function builtModule(module: URL): URL {
  return existsSync(fileURLToPath(module)) ? module : new URL(module.href.replace('/apps/api/src/', '/apps/api/dist/'));
}

import { parentPort, workerData } from 'node:worker_threads';
import { JobFailure, type ComputeHooks } from './job-definition.js';
import type { ThreadData, ThreadMessage } from './job-thread.js';

interface ComputeModule {
  compute(input: unknown, hooks: ComputeHooks): unknown;
}

const data = workerData as ThreadData;
const cancelled = new Int32Array(data.cancelled);
const send = (message: ThreadMessage): void => parentPort!.postMessage(message);
const hooks: ComputeHooks = {
  isCancelled: () => Atomics.load(cancelled, 0) === 1,
  progress: (fraction, details = null) => send({ kind: 'progress', fraction, details }),
  interim: (interim) => send({ kind: 'interim', interim }),
};

try {
  const module = (await import(data.moduleUrl)) as ComputeModule;
  send({ kind: 'done', result: await module.compute(data.input, hooks) });
} catch (error) {
  if (error instanceof JobFailure) send({ kind: 'expected-failure', code: error.code, details: error.details });
  else
    send({
      kind: 'fault',
      message: error instanceof Error ? error.message : String(error),
      stack: error instanceof Error ? error.stack : undefined,
    });
}

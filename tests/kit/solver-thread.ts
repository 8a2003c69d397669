import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import { startSolver, type MixedIntegerSolver } from '@yotei/scheduling/solver';

/** A solver in a thread of its own, from the sources; `end` lets it go. */
export function solverThread(): { readonly solver: MixedIntegerSolver; readonly end: () => Promise<void> } {
  return startSolver<MessagePort>({
    newChannel: () => new MessageChannel(),
    receive: (port) => receiveMessageOnPort(port) as { message: unknown } | undefined,
    close: (port) => port.close(),
    startSolver: (input, transferList) =>
      new Worker(new URL('./solver.thread.mjs', import.meta.url), { workerData: input, transferList }),
  });
}

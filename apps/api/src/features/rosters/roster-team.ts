import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import type { TeamMeans } from '@yotei/scheduling/optimiser';

/** A run's helpers as threads of this process. */
export const WORKER_THREADS: TeamMeans<MessagePort> = {
  newChannel: () => new MessageChannel(),
  receive: (port) => receiveMessageOnPort(port) as { message: unknown } | undefined,
  close: (port) => port.close(),
  startHelper: (workerData, transferList) =>
    new Worker(new URL('./roster-assist.thread.js', import.meta.url), { workerData, transferList }),
};

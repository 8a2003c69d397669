import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import type { TeamMeans } from '@yotei/scheduling/optimiser';
import type { SolverMeans } from '@yotei/scheduling/solver';

/** A run's helpers and its solver as threads of this process. */
export const WORKER_THREADS: TeamMeans<MessagePort> & SolverMeans<MessagePort> = {
  newChannel: () => new MessageChannel(),
  receive: (port) => receiveMessageOnPort(port) as { message: unknown } | undefined,
  close: (port) => port.close(),
  startHelper: (workerData, transferList) =>
    new Worker(new URL('./roster-assist.thread.js', import.meta.url), { workerData, transferList }),
  startSolver: (workerData, transferList) =>
    new Worker(new URL('./roster-solver.thread.js', import.meta.url), { workerData, transferList }),
};

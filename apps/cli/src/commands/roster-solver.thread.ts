import { workerData, type MessagePort } from 'node:worker_threads';
import { loadSolver, serveSolver, type SolverThreadInput } from '@yotei/scheduling/solver';

const { port, memory } = workerData as SolverThreadInput<MessagePort>;
const serve = serveSolver(await loadSolver(), { memory, reply: (message) => port.postMessage(message) });
port.on('message', serve);

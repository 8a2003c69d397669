// The solver's thread, for specs and benchmarks: sources, not what was built.
import { workerData } from 'node:worker_threads';
import { loadTypeScript } from '../../tools/load-typescript.mjs';

const { port, memory } = workerData;
const { loadSolver, serveSolver } = await loadTypeScript(
  new URL('../../libs/scheduling/src/solver/index.ts', import.meta.url),
);
port.on('message', serveSolver(await loadSolver(), { memory, reply: (message) => port.postMessage(message) }));

// One thread of a run of the roster engine, for specs: sources, not what was built. Answers {result} on rank 0.
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { loadTypeScript } from '../../tools/load-typescript.mjs';

const { problem, options, rank, memory, ports, breakDown } = workerData;
const { assistRoster, hasLeft, leaveTeam, optimiseRoster, threadTeam } = await loadTypeScript(
  new URL('../../libs/scheduling/src/optimiser/index.ts', import.meta.url),
);
const { loadSolver } = await loadTypeScript(new URL('../../libs/scheduling/src/solver/index.ts', import.meta.url));
const solver = options.withSolver && rank === 0 ? await loadSolver() : undefined;
const team = threadTeam({
  rank,
  size: ports.length,
  memory,
  post: (to, message) => ports[to].postMessage(message),
  receive: (from) => receiveMessageOnPort(ports[from])?.message,
});
const nowMillis = options.timeLimitSeconds === undefined ? () => 0 : () => performance.now();
const all = { ...options, team, solver, nowMillis };
if (breakDown) leaveTeam(memory);
else if (rank > 0) assistRoster(problem, { ...all, isCancelled: () => hasLeft(memory) });
else {
  let polls = 0;
  const isCancelled = () => polls++ >= (options.cancelAtPoll ?? Number.POSITIVE_INFINITY);
  const result = optimiseRoster(problem, { ...all, isCancelled });
  leaveTeam(memory);
  parentPort.postMessage({ result });
}

import { parentPort, workerData } from 'node:worker_threads';
import { optimiseRoster, startTeam } from '@yotei/scheduling/optimiser';
import { startSolver } from '@yotei/scheduling/solver';
import type { WorkerInput, WorkerMessage } from './roster-engine.js';
import { WORKER_THREADS } from './roster-team.js';

const { problem, settings, cancel } = workerData as WorkerInput;
const cancelled = new Int32Array(cancel);
const tell = (message: WorkerMessage) => parentPort?.postMessage(message);

const { team, end } = startTeam(problem, { settings, threads: settings.threads ?? 1 }, WORKER_THREADS);
const solving = startSolver(WORKER_THREADS);
const result = optimiseRoster(problem, {
  ...settings,
  team,
  solver: solving.solver,
  nowMillis: () => performance.now(),
  isCancelled: () => Atomics.load(cancelled, 0) !== 0,
  onProgress: (progress) => tell({ kind: 'progress', progress }),
});
tell({ kind: 'result', result });
await Promise.all([end(), solving.end()]);

import { parentPort, workerData } from 'node:worker_threads';
import { optimiseRoster } from '@yotei/scheduling/optimiser';
import { loadSolver } from '@yotei/scheduling/solver';
import type { WorkerInput, WorkerMessage } from './roster-engine.js';
import { startTeam } from './roster-team.js';

const { problem, settings, cancel } = workerData as WorkerInput;
const cancelled = new Int32Array(cancel);
const tell = (message: WorkerMessage) => parentPort?.postMessage(message);

const { team, end } = startTeam(problem, settings, settings.threads ?? 1);
const result = optimiseRoster(problem, {
  ...settings,
  team,
  solver: await loadSolver(),
  nowMillis: () => performance.now(),
  isCancelled: () => Atomics.load(cancelled, 0) !== 0,
  onProgress: (progress) => tell({ kind: 'progress', progress }),
});
tell({ kind: 'result', result });
await end();

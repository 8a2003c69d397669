import { Worker } from 'node:worker_threads';
import type { OptimiseOptions, OptimiseProgress, OptimiseResult } from '@yotei/scheduling/optimiser';
import type { Roster, RosterProblem } from '@yotei/scheduling/roster';

/** What a run of the engine is given besides the problem; can be handed to another thread. */
export type EngineSettings = Pick<OptimiseOptions, 'seed' | 'timeLimitSeconds' | 'iterationLimit'> & {
  readonly resumeFrom?: Roster;
  /** Threads that share the run; one without it. */
  readonly threads?: number;
};

export interface EngineRun {
  readonly problem: RosterProblem;
  readonly settings: EngineSettings;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: OptimiseProgress) => void;
}

/** Runs the engine; the best roster so far is the answer when the signal is aborted. */
export type PlanRoster = (run: EngineRun) => Promise<OptimiseResult>;

export interface WorkerInput {
  readonly problem: RosterProblem;
  readonly settings: EngineSettings;
  /** First entry not 0: cancelled. */
  readonly cancel: SharedArrayBuffer;
}

export type WorkerMessage =
  | { readonly kind: 'progress'; readonly progress: OptimiseProgress }
  | { readonly kind: 'result'; readonly result: OptimiseResult };

/** Runs the engine in threads of its own, so that this one still hears Ctrl-C. */
export const planInThread: PlanRoster = ({ problem, settings, signal, onProgress }) =>
  new Promise((resolve, reject) => {
    const cancel = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
    const stop = () => Atomics.store(new Int32Array(cancel), 0, 1);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
    const workerData: WorkerInput = { problem, settings, cancel };
    const worker = new Worker(new URL('./roster-engine.thread.js', import.meta.url), { workerData });
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'progress') onProgress(message.progress);
      else resolve(message.result);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      signal.removeEventListener('abort', stop);
      reject(
        new Error(`roster engine's thread must answer before it ends (code ${code}); run again with a smaller problem`),
      );
    });
  });

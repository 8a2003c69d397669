import { once } from 'node:events';
import { MessageChannel, Worker } from 'node:worker_threads';
import { teamPorts, type OptimiseResult } from '@yotei/scheduling/optimiser';
import type { Roster, RosterProblem } from '@yotei/scheduling/roster';

export interface TeamRun {
  readonly seed: number;
  readonly iterationLimit?: number;
  /** By the wall clock, which stands still in runs without it. */
  readonly timeLimitSeconds?: number;
  readonly resumeFrom?: Roster;
  /** The answering thread has a solver, as in the product. */
  readonly withSolver?: boolean;
  /** The answering thread is cancelled when it asks for that time. */
  readonly cancelAtPoll?: number;
}

const THREAD = new URL('./roster-team.thread.mjs', import.meta.url);

/** Runs the engine on real threads, from the sources. The thread of rank `breakDown` gives up at once. */
export async function planOnThreads(
  problem: RosterProblem,
  options: TeamRun,
  { threads, breakDown = -1 }: { readonly threads: number; readonly breakDown?: number },
): Promise<OptimiseResult> {
  const { memory, ports } = teamPorts(threads, () => new MessageChannel());
  const workers = ports.map(
    (own, rank) =>
      new Worker(THREAD, {
        workerData: { problem, options, rank, memory, ports: own, breakDown: breakDown === rank },
        transferList: own.filter((port) => port !== null),
      }),
  );
  try {
    const [{ result }] = (await once(workers[0]!, 'message')) as [{ result: OptimiseResult }];
    return result;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

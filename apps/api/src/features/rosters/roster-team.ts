import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import { leaveTeam, teamMemory, threadTeam, type OptimiseOptions, type ThreadTeam } from '@yotei/scheduling/optimiser';
import type { RosterProblem } from '@yotei/scheduling/roster';

/** What the threads of a run have in common besides the problem. */
export type TeamSettings = Pick<OptimiseOptions, 'seed' | 'timeLimitSeconds' | 'iterationLimit' | 'resumeFrom'>;

export interface AssistInput {
  readonly problem: RosterProblem;
  readonly settings: TeamSettings;
  readonly rank: number;
  readonly memory: SharedArrayBuffer;
  /** One to each other thread, by rank; none to itself. */
  readonly ports: readonly (MessagePort | null)[];
}

/** A team whose parts travel by message ports. */
export function teamOverPorts({ rank, memory, ports }: Pick<AssistInput, 'rank' | 'memory' | 'ports'>): ThreadTeam {
  return threadTeam({
    rank,
    size: ports.length,
    memory,
    post: (to, message) => ports[to]!.postMessage(message),
    // Straight from the port's queue: a thread that computes gives its event loop no turn.
    receive: (from) => (receiveMessageOnPort(ports[from]!) as { message: unknown } | undefined)?.message,
  });
}

/** Starts `threads - 1` helpers for a run in this thread; `end` lets them go. */
export function startTeam(
  problem: RosterProblem,
  settings: TeamSettings,
  threads: number,
): { readonly team: ThreadTeam; readonly end: () => Promise<void> } {
  const memory = teamMemory(threads);
  const ports = portsBetween(threads);
  const helpers = ports.slice(1).map((own, i) => {
    const workerData: AssistInput = { problem, settings, rank: i + 1, memory, ports: own };
    const transferList = own.filter((port) => port !== null);
    return new Worker(new URL('./roster-assist.thread.js', import.meta.url), { workerData, transferList });
  });
  const end = async (): Promise<void> => {
    leaveTeam(memory);
    for (const port of ports[0]!) port?.close();
    await Promise.all(helpers.map((helper) => helper.terminate()));
  };
  return { team: teamOverPorts({ rank: 0, memory, ports: ports[0]! }), end };
}

/** `ports[a][b]` is the end of thread a of the channel between a and b. */
function portsBetween(threads: number): (MessagePort | null)[][] {
  const ports = Array.from({ length: threads }, () => new Array<MessagePort | null>(threads).fill(null));
  for (let a = 0; a < threads; a++) {
    for (let b = a + 1; b < threads; b++) {
      const { port1, port2 } = new MessageChannel();
      ports[a]![b] = port1;
      ports[b]![a] = port2;
    }
  }
  return ports;
}

import type { RosterProblem } from '../../roster/index.js';
import type { OptimiseOptions } from '../optimise.js';
import { assistRoster } from '../optimise-roster.js';
import { hasLeft, leaveTeam, teamMemory, threadTeam, type ThreadTeam } from './thread-team.js';

/** What the threads of a run have in common besides the problem. */
export type TeamSettings = Pick<OptimiseOptions, 'seed' | 'timeLimitSeconds' | 'iterationLimit' | 'resumeFrom'>;

/** One end of a channel between two threads; the library knows no threads, so it is told how they are made and read. */
export interface TeamPort {
  postMessage(message: unknown): void;
}

/** Everything a helper is started with; plain data and ports. */
export interface AssistInput<Port extends TeamPort> {
  readonly problem: RosterProblem;
  readonly settings: TeamSettings;
  readonly rank: number;
  readonly memory: SharedArrayBuffer;
  /** One to each other thread, by rank; none to itself. */
  readonly ports: readonly (Port | null)[];
}

/** Takes the next message off a port without giving the event loop a turn; undefined when there is none. */
export type ReceiveFrom<Port extends TeamPort> = (port: Port) => { readonly message: unknown } | undefined;

/** A team whose parts travel by message ports. */
export function teamOverPorts<Port extends TeamPort>(
  { rank, memory, ports }: Pick<AssistInput<Port>, 'rank' | 'memory' | 'ports'>,
  receive: ReceiveFrom<Port>,
): ThreadTeam {
  return threadTeam({
    rank,
    size: ports.length,
    memory,
    post: (to, message) => ports[to]!.postMessage(message),
    receive: (from) => receive(ports[from]!)?.message,
  });
}

/** Shared memory and ports of a run's threads; `ports[a][b]` is the end of thread a of the channel between a and b. */
export function teamPorts<Port extends TeamPort>(
  threads: number,
  newChannel: () => { readonly port1: Port; readonly port2: Port },
): { readonly memory: SharedArrayBuffer; readonly ports: readonly (readonly (Port | null)[])[] } {
  const ports = Array.from({ length: threads }, () => new Array<Port | null>(threads).fill(null));
  for (let a = 0; a < threads; a++) {
    for (let b = a + 1; b < threads; b++) {
      const { port1, port2 } = newChannel();
      ports[a]![b] = port1;
      ports[b]![a] = port2;
    }
  }
  return { memory: teamMemory(threads), ports };
}

/** What a helper's thread does from start to end. One that fails lets the others go on without it. */
export function assistOverPorts<Port extends TeamPort>(
  input: AssistInput<Port>,
  { receive, nowMillis }: { readonly receive: ReceiveFrom<Port>; readonly nowMillis: () => number },
): void {
  const { problem, settings, memory } = input;
  try {
    const team = teamOverPorts(input, receive);
    assistRoster(problem, { ...settings, team, nowMillis, isCancelled: () => hasLeft(memory) });
  } catch (error) {
    leaveTeam(memory);
    throw error;
  }
}

/** How this programme's threads are made, read and let go. */
export interface TeamMeans<Port extends TeamPort> {
  readonly newChannel: () => { readonly port1: Port; readonly port2: Port };
  readonly receive: ReceiveFrom<Port>;
  readonly close: (port: Port) => void;
  /** Starts a thread that calls {@link assistOverPorts}; `transferred` go over to it. */
  readonly startHelper: (input: AssistInput<Port>, transferred: Port[]) => { terminate(): Promise<unknown> };
}

/** Starts `threads - 1` helpers for a run in this thread; `end` lets them go. */
export function startTeam<Port extends TeamPort>(
  problem: RosterProblem,
  { settings, threads }: { readonly settings: TeamSettings; readonly threads: number },
  { newChannel, receive, close, startHelper }: TeamMeans<Port>,
): { readonly team: ThreadTeam; readonly end: () => Promise<void> } {
  const { memory, ports } = teamPorts(threads, newChannel);
  const helpers = ports.slice(1).map((own, i) =>
    startHelper(
      { problem, settings, rank: i + 1, memory, ports: own },
      own.filter((port) => port !== null),
    ),
  );
  const end = async (): Promise<void> => {
    leaveTeam(memory);
    for (const port of ports[0]!) if (port) close(port);
    await Promise.all(helpers.map((helper) => helper.terminate()));
  };
  return { team: teamOverPorts({ rank: 0, memory, ports: ports[0]! }, receive), end };
}

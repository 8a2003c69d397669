import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import {
  leaveTeam,
  teamOverPorts,
  teamPorts,
  type AssistInput,
  type TeamSettings,
  type ThreadTeam,
} from '@yotei/scheduling/optimiser';
import type { RosterProblem } from '@yotei/scheduling/roster';

/** Starts `threads - 1` helpers for a run in this thread; `end` lets them go. */
export function startTeam(
  problem: RosterProblem,
  settings: TeamSettings,
  threads: number,
): { readonly team: ThreadTeam; readonly end: () => Promise<void> } {
  const { memory, ports } = teamPorts(threads, () => new MessageChannel());
  const helpers = ports.slice(1).map((own, i) => {
    const workerData: AssistInput<MessagePort> = { problem, settings, rank: i + 1, memory, ports: own };
    const transferList = own.filter((port) => port !== null);
    return new Worker(new URL('./roster-assist.thread.js', import.meta.url), { workerData, transferList });
  });
  const end = async (): Promise<void> => {
    leaveTeam(memory);
    for (const port of ports[0]!) port?.close();
    await Promise.all(helpers.map((helper) => helper.terminate()));
  };
  const receive = (port: MessagePort) => receiveMessageOnPort(port) as { message: unknown } | undefined;
  return { team: teamOverPorts({ rank: 0, memory, ports: ports[0]! }, receive), end };
}

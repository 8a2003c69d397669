import { MINUTE_MILLIS } from '@yotei/time';
import type { BoardMinute, BoardModel, BoardText } from './model.js';

/** Agents to roster of one queue over equal steps; null or NaN = closed. `start` is a board minute. */
export interface BoardDemand {
  readonly queueId: string;
  readonly skillId: string;
  readonly title: BoardText;
  readonly start: BoardMinute;
  readonly stepMinutes: number;
  readonly agentsToRoster: readonly (number | null)[];
}

/** Demand of a queue as the api sends it, its start as a board minute. */
export function demandFrom(
  model: Pick<BoardModel, 'startAt'>,
  queue: {
    readonly queue: { readonly id: string; readonly skillId: string; readonly name: BoardText };
    readonly startAt: string;
    readonly stepMinutes: number;
    readonly agentsToRoster: readonly (number | null)[];
  },
): BoardDemand {
  return {
    queueId: queue.queue.id,
    skillId: queue.queue.skillId,
    title: queue.queue.name,
    start: (Date.parse(queue.startAt) - model.startAt) / MINUTE_MILLIS,
    stepMinutes: queue.stepMinutes,
    agentsToRoster: queue.agentsToRoster,
  };
}

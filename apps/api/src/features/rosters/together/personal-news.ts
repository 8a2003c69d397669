import type { Instant } from '@yotei/time';
import type { StoredShift } from '../shifts.repository.js';

export interface NewsSpan {
  readonly startAt: Instant;
  readonly endAt: Instant;
}

/** A shift an agent has not been told of; `before` is what the agent knows instead, null when it is nothing. */
export interface ShiftNews {
  readonly before: NewsSpan | null;
  readonly after: NewsSpan;
}

export interface PersonalNews {
  readonly agentId: string;
  /** In time order. */
  readonly shifts: readonly ShiftNews[];
  /** The earliest shift concerned, as it was or will be: how much notice there is. */
  readonly firstAt: Instant;
}

/** What publishing tells each agent; whoever has least notice first. */
export function personalNews(toTell: readonly StoredShift[]): PersonalNews[] {
  const byAgent = new Map<string, ShiftNews[]>();
  for (const { agentId, startAt, endAt, published, asPublished } of toTell) {
    const before = published && asPublished ? { startAt: asPublished.startAt, endAt: asPublished.endAt } : null;
    byAgent.set(agentId, [...(byAgent.get(agentId) ?? []), { before, after: { startAt, endAt } }]);
  }
  return [...byAgent]
    .map(([agentId, list]) => {
      const shifts = list.sort((a, b) => a.after.startAt - b.after.startAt);
      const starts = shifts.flatMap(({ before, after }) => [after.startAt, before?.startAt ?? after.startAt]);
      return { agentId, shifts, firstAt: Math.min(...starts) };
    })
    .sort((a, b) => a.firstAt - b.firstAt);
}

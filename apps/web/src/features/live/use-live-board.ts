import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useReducer, useRef } from 'react';
import { request } from '../../graphql/client.js';
import { LiveBoardDocument, LiveChangedDocument } from '../../graphql/generated/graphql.js';
import { subscribe } from '../../graphql/subscribe.js';
import {
  agentsOf,
  applyChange,
  silentSince,
  tick,
  type LiveAgent,
  type LiveChange,
  type LiveSource,
} from './live-agents.js';

export interface ShownBoard {
  readonly agents: readonly LiveAgent[];
  readonly sources: readonly LiveSource[];
  /** While nobody is on shift: when the next one begins, where one is published. */
  readonly nextShiftAt: string | null;
  /** The server's clock. */
  readonly now: number;
  /** Grows with each tick. */
  readonly version: number;
}

const TICK_MILLIS = 1_000;
/** Corrections of the past come with the next whole answer. */
const AGAIN_MILLIS = 120_000;
const LEAST_BETWEEN_MILLIS = 5_000;

/** Walks all agents on to now; each in its own source's time. */
export function tickAll(agents: readonly LiveAgent[], sources: readonly LiveSource[], now: number): void {
  const silent = new Map(sources.map((source) => [source.id, silentSince(source, now)]));
  for (const agent of agents) tick(agent, now, (agent.sourceId && silent.get(agent.sourceId)) || null);
}

/** The board, walked on every second, with the states that are told meanwhile. */
export function useLiveBoard() {
  const query = useQuery({
    queryKey: ['live', 'board'],
    queryFn: async () => (await request(LiveBoardDocument)).liveBoard,
    refetchInterval: AGAIN_MILLIS,
    gcTime: 0,
    structuralSharing: false,
  });
  const { data, refetch, dataUpdatedAt } = query;
  const sources = useRef<readonly LiveSource[]>([]);
  const agents = useMemo(() => (data ? agentsOf(data) : []), [data]);
  const skew = useMemo(() => (data ? Date.parse(data.at) - Date.now() : 0), [data]);
  const byId = useMemo(() => new Map(agents.map((agent) => [agent.id, agent])), [agents]);
  const [version, draw] = useReducer((count: number) => count + 1, 0);
  const askedAt = useRef(0);
  useMemo(() => {
    sources.current = data?.sources ?? [];
    tickAll(agents, sources.current, Date.now() + skew);
  }, [agents, data, skew]);
  const again = useRef<() => void>(() => undefined);
  again.current = () => {
    if (Date.now() - askedAt.current < LEAST_BETWEEN_MILLIS) return;
    askedAt.current = Date.now();
    void refetch();
  };
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.hidden) return;
      tickAll(agents, sources.current, Date.now() + skew);
      draw();
    }, TICK_MILLIS);
    return () => clearInterval(timer);
  }, [agents, skew]);
  useEffect(
    () =>
      subscribe(
        LiveChangedDocument,
        {},
        {
          next: ({ liveChanged }) => {
            sources.current = liveChanged.sources;
            if (!applyChange(byId, liveChanged) || liveChanged.reload) again.current();
          },
          reconnected: () => again.current(),
        },
      ),
    [byId],
  );
  const board: ShownBoard | null = data
    ? {
        agents,
        sources: sources.current,
        nextShiftAt: data.nextShiftAt ?? null,
        now: Date.now() + skew,
        version: version + dataUpdatedAt,
      }
    : null;
  return { query, board };
}

export type { LiveChange };

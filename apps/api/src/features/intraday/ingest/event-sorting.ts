import { mapState, type EventReject, type StateEvent } from '@yotei/connectors';
import type { AgentState } from '@yotei/scheduling/adherence';
import type { KnownEvent } from './state-events.repository.js';
import type { Oddity, SourceMapping } from './state-sources.repository.js';

export interface MappedEvent extends KnownEvent {
  readonly index: number;
  readonly correction: boolean;
}

/** A state of the source without mapping, and what it was stored as meanwhile. */
export interface UnmappedState {
  readonly state: string;
  readonly storedAs: AgentState;
  readonly count: number;
}

export interface SortedEvents {
  readonly known: readonly MappedEvent[];
  readonly rejects: readonly EventReject[];
  /** Told twice in the batch. */
  readonly repeated: number;
  readonly unmapped: readonly UnmappedState[];
  readonly oddities: readonly Oddity[];
}

/** A batch in our words; of several tellings of one event in it the first stays. `agentIds` leaves out who is not known. */
export function sortEvents(
  events: readonly StateEvent[],
  { source, agentIds, mapping }: { source: string; agentIds: ReadonlyMap<string, string>; mapping: SourceMapping },
): SortedEvents {
  const first = new Map<string, MappedEvent>();
  const rejects: EventReject[] = [];
  const unmapped = new Map<string, UnmappedState>();
  const strangers = new Map<string, number>();
  let repeated = 0;
  for (const event of events) {
    const agentId = agentIds.get(event.agent);
    if (agentId === undefined) {
      strangers.set(event.agent, (strangers.get(event.agent) ?? 0) + 1);
      rejects.push(unknownAgent(event, source));
      continue;
    }
    const { known, isMapped } = inOurWords(event, agentId, mapping);
    const before = first.get(event.eventId);
    if (before && sameEvent(before, known)) repeated += 1;
    else if (before) rejects.push(reusedId(known));
    else first.set(event.eventId, known);
    if (before || isMapped) continue;
    const count = (unmapped.get(event.state)?.count ?? 0) + 1;
    unmapped.set(event.state, { state: event.state, storedAs: known.state, count });
  }
  const oddities: Oddity[] = [
    ...[...unmapped.values()].map(({ state, count }) => ({
      kind: 'unmapped-state' as const,
      word: state,
      times: count,
    })),
    ...[...strangers].map(([word, times]) => ({ kind: 'unknown-agent' as const, word, times })),
  ];
  return { known: [...first.values()], rejects, repeated, unmapped: [...unmapped.values()], oddities };
}

/** The source's word counts, not ours: a mapping changed meanwhile makes no new event. */
export function sameEvent(
  a: { readonly agentId: string; readonly at: number; readonly sourceState: string | null },
  b: KnownEvent,
): boolean {
  return a.agentId === b.agentId && a.at === b.at && (a.sourceState === null || a.sourceState === b.sourceState);
}

export function reusedId({ index, eventId }: MappedEvent): EventReject {
  const message = 'another event of this source has the id; mark a correction with correction: true';
  return { index, eventId, code: 'event-id-reused', message };
}

function unknownAgent({ index, eventId, agent }: StateEvent, source: string): EventReject {
  return { index, eventId, code: 'unknown-agent', message: `nobody is known to ${source} as ${agent}` };
}

/** The assignment to `AgentState` checks, when this compiles, that connectors and scheduling mean the same words. */
function inOurWords(
  event: StateEvent,
  agentId: string,
  { preset, own }: SourceMapping,
): { readonly known: MappedEvent & { readonly state: AgentState }; readonly isMapped: boolean } {
  const { state, mapped } = mapState(event.state, preset, own);
  const { index, eventId, at, correction } = event;
  return { known: { index, eventId, agentId, at, state, sourceState: event.state, correction }, isMapped: mapped };
}

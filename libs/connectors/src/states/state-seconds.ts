import type { Instant } from '@yotei/time';

/** From then on the agent is in `state`. */
export interface StateChange {
  readonly agentId: string;
  readonly at: Instant;
  readonly state: string;
}

/**
 * Whole seconds each agent spent in each state within `[startAt, endAt)`, agent -> state -> seconds. `rows` are in order of
 * agent and time, with the last one before the span; time before an agent's first row is nobody's, and states of less than
 * half a second are left out. The last state of an agent lasts to the end of the span.
 */
export function stateSeconds(
  rows: readonly StateChange[],
  { startAt, endAt }: { readonly startAt: Instant; readonly endAt: Instant },
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const millis = new Map<string, Map<string, number>>();
  rows.forEach((row, i) => {
    const next = rows[i + 1];
    const until = next?.agentId === row.agentId ? Math.min(next.at, endAt) : endAt;
    const spent = until - Math.max(row.at, startAt);
    if (spent <= 0) return;
    const ofAgent = millis.get(row.agentId) ?? new Map<string, number>();
    millis.set(row.agentId, ofAgent.set(row.state, (ofAgent.get(row.state) ?? 0) + spent));
  });
  return new Map(
    [...millis].map(([agentId, states]) => [
      agentId,
      new Map([...states].map(([state, spent]) => [state, Math.round(spent / 1000)] as const).filter(([, s]) => s > 0)),
    ]),
  );
}

import type { Instant } from '@yotei/time';
import type { StateWord } from './state-preset.js';

/** From then on an agent is in `state`, as `source` told in its own word. */
export interface StateSpanRow {
  readonly agentId: string;
  readonly at: Instant;
  readonly state: string;
  readonly sourceState: string;
  readonly source: string;
  /** When it came in; later than `at` by far when it waited somewhere. */
  readonly receivedAt: Instant;
}

/** Neither event nor heartbeat came from the source in `[fromAt, untilAt)`. */
export interface Silence {
  readonly source: string;
  readonly fromAt: Instant;
  readonly untilAt: Instant;
}

/** Not one of our words for states: it stands where the state is not known. */
const UNKNOWN = 'unknown' satisfies Exclude<string, StateWord>;

/** Signs of life are noted once a second, so an event can be that much younger than the last one noted. */
const NOTED_WITHIN_MILLIS = 2000;

/**
 * Rows of any agents, in order of agent and time, with what was not known in between: what was told before its source fell
 * silent does not hold in the silence. The agent is `unknown` from its beginning until the source is heard again (then in
 * the state as before) or until the agent's next event. An event that came in after the silence, delivered late, is
 * believed: the source did not lose what it then told. Silences of one source must not overlap; one that lasts has
 * `untilAt` Infinity.
 */
export function withSilences<Row extends StateSpanRow>(rows: readonly Row[], silences: readonly Silence[]): Row[] {
  if (silences.length === 0) return [...rows];
  const inOrder = [...silences].sort((a, b) => a.fromAt - b.fromAt);
  return rows.flatMap((row, i) => {
    const next = rows[i + 1];
    const endAt = next?.agentId === row.agentId ? next.at : Number.POSITIVE_INFINITY;
    const within = inOrder.filter(
      ({ source, fromAt, untilAt }) =>
        source === row.source && row.receivedAt <= fromAt + NOTED_WITHIN_MILLIS && untilAt > row.at && fromAt < endAt,
    );
    return [
      row,
      ...within.flatMap(({ fromAt, untilAt }) => [
        { ...row, at: Math.max(fromAt, row.at), state: UNKNOWN },
        ...(untilAt < endAt ? [{ ...row, at: untilAt }] : []),
      ]),
    ];
  });
}

import type { Instant } from '@yotei/time';
import { numbersOf, type AdherenceNumbers } from './adherence-numbers.js';
import type { AdherenceDay, AdherenceTerms, StateEvent } from './adherence-terms.js';
import type { KnownState } from './agent-states.js';
import { prepareDay, type AdherenceStatus, type CreditKind, type Impact, type PreparedDay } from './judge-moment.js';
import { beginDay, walkTo, walkToEvent, type Piece, type Progress } from './walk-day.js';

/** A stretch of a day with one answer; each number is the sum of some of these. */
export interface AdherenceSpan {
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly status: AdherenceStatus;
  readonly credit: CreditKind | null;
  readonly excuseId: string | null;
  readonly impact: Impact;
  readonly activityTypeId: string | null;
  readonly state: KnownState;
}

export interface EvaluatedDay {
  readonly numbers: AdherenceNumbers;
  /** In time order, tiling the day up to where it was evaluated. */
  readonly spans: readonly AdherenceSpan[];
  readonly progress: Progress;
}

const spanOf = ({ startAt, endAt, judgement }: Piece): AdherenceSpan => ({
  startAt,
  endAt,
  status: judgement.status,
  credit: judgement.credit,
  excuseId: judgement.excuseId,
  impact: judgement.impact,
  activityTypeId: judgement.activityTypeId,
  state: judgement.state,
});

const isSame = (a: AdherenceSpan, b: AdherenceSpan): boolean =>
  a.endAt === b.startAt &&
  a.status === b.status &&
  a.credit === b.credit &&
  a.excuseId === b.excuseId &&
  a.activityTypeId === b.activityTypeId &&
  a.state === b.state;

function merged(spans: readonly AdherenceSpan[]): AdherenceSpan[] {
  const kept: AdherenceSpan[] = [];
  for (const span of spans) {
    const last = kept.at(-1);
    if (last && isSame(last, span)) kept[kept.length - 1] = { ...last, endAt: span.endAt };
    else kept.push(span);
  }
  return kept;
}

/** Deviations within the grace count as kept; a run of them is one, whatever activities it crosses. */
function withGrace(spans: readonly AdherenceSpan[], graceMillis: number): AdherenceSpan[] {
  const kept: AdherenceSpan[] = [];
  for (let from = 0; from < spans.length;) {
    let to = from;
    while (to < spans.length && spans[to]!.status === 'out') to += 1;
    const isShort = to > from && spans[to - 1]!.endAt - spans[from]!.startAt <= graceMillis;
    for (const span of spans.slice(from, to)) kept.push(isShort ? { ...span, status: 'in', credit: 'grace' } : span);
    if (to < spans.length) kept.push(spans[to]!);
    from = to + 1;
  }
  return kept;
}

/** In time order; of several at one moment the last of the list holds. */
export function inOrder(events: readonly StateEvent[]): readonly StateEvent[] {
  return [...events].sort((a, b) => a.at - b.at);
}

/**
 * Judges an agent's day from its start to `now`, or to its end when that is earlier. The same walk as the live board's:
 * stopping and resuming it anywhere gives the same answer.
 *
 * @param events in any order, from before the day on; the last before it tells the state in which it begins
 */
export function evaluateDay(
  day: AdherenceDay,
  terms: AdherenceTerms,
  { events, now }: { readonly events: readonly StateEvent[]; readonly now: Instant },
): EvaluatedDay {
  const prepared = prepareDay(day, terms);
  const pieces: AdherenceSpan[] = [];
  const progress = walkThrough(prepared, terms, {
    from: beginDay(prepared),
    events,
    now,
    seen: (piece) => pieces.push(spanOf(piece)),
  });
  return { numbers: numbersOf(progress, terms), spans: withGrace(merged(pieces), terms.graceMillis), progress };
}

/** Walks on through events to `now`; those after it wait for a later walk. Events must not lie before what was walked. */
export function walkThrough(
  prepared: PreparedDay,
  terms: AdherenceTerms,
  walk: {
    readonly from: Progress;
    readonly events: readonly StateEvent[];
    readonly now: Instant;
    readonly seen?: (piece: Piece) => void;
  },
): Progress {
  const end = Math.min(walk.now, prepared.day.endAt);
  let progress = walk.from;
  for (const event of inOrder(walk.events)) {
    if (event.at >= end && event.at > prepared.day.startAt) break;
    progress = walkToEvent(prepared, terms, { ...walk, from: progress, event });
  }
  return walkTo(prepared, terms, { ...walk, from: progress, to: end });
}

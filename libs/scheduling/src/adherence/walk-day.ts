import type { Instant } from '@yotei/time';
import type { AdherenceTerms, StateEvent } from './adherence-terms.js';
import type { KnownState } from './agent-states.js';
import { judgeMoment, type Judgement, type PreparedDay } from './judge-moment.js';

/** Milliseconds of each kind so far. A deviation that still runs is in none but `scheduled`; see {@link Progress.outSince}. */
export interface Tally {
  /** In, out and explained; what adherence is a share of. */
  readonly scheduled: number;
  /** Deviations that ended and were longer than the grace. */
  readonly out: number;
  readonly explained: number;
  readonly ignored: number;
  readonly unknown: number;
  /** Contact work while nothing was scheduled. */
  readonly outside: number;
  readonly contactScheduled: number;
  readonly contactWorked: number;
}

/** How far a day has been walked: plain data, so that it can be stored and sent and the walk resumed elsewhere. */
export interface Progress {
  readonly until: Instant;
  readonly state: KnownState;
  readonly sourceState: string | null;
  readonly tally: Tally;
  /** Start of the deviation that runs at `until`, credits and grace aside; null without one. */
  readonly outSince: Instant | null;
  /** Rest that contacts took and that has not been caught up. */
  readonly restOwedMillis: number;
}

/** A stretch of the walk in which nothing changed. */
export interface Piece {
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly judgement: Judgement;
}

const NOTHING: Tally = {
  scheduled: 0,
  out: 0,
  explained: 0,
  ignored: 0,
  unknown: 0,
  outside: 0,
  contactScheduled: 0,
  contactWorked: 0,
};

/** The beginning of a day; before an agent's first event the state is unknown. */
export function beginDay({ day }: PreparedDay): Progress {
  return {
    until: day.startAt,
    state: 'unknown',
    sourceState: null,
    tally: NOTHING,
    outSince: null,
    restOwedMillis: 0,
  };
}

/** What a deviation of this length counts: nothing within the grace, else all of it. */
export const countedMillis = (millis: number, terms: AdherenceTerms): number =>
  millis > terms.graceMillis ? millis : 0;

function add(tally: Tally, { judgement, startAt, endAt }: Piece): Tally {
  const millis = endAt - startAt;
  const { status, onContacts, contactScheduled } = judgement;
  const isScheduled = status === 'in' || status === 'out' || status === 'explained';
  const isJudged = isScheduled || status === 'unscheduled';
  // Outside the plan it does not matter what nobody knows.
  const isPlanned = judgement.activityTypeId !== null;
  return {
    scheduled: tally.scheduled + (isScheduled ? millis : 0),
    out: tally.out,
    explained: tally.explained + (status === 'explained' ? millis : 0),
    ignored: tally.ignored + (status === 'ignored' && isPlanned ? millis : 0),
    unknown: tally.unknown + (status === 'unknown' && isPlanned ? millis : 0),
    outside: tally.outside + (status === 'unscheduled' && onContacts ? millis : 0),
    contactScheduled: tally.contactScheduled + (isScheduled && contactScheduled ? millis : 0),
    contactWorked: tally.contactWorked + (isJudged && onContacts ? millis : 0),
  };
}

function take(progress: Progress, piece: Piece, terms: AdherenceTerms): Progress {
  const { judgement, startAt, endAt } = piece;
  const tally = add(progress.tally, piece);
  const restOwedMillis =
    progress.restOwedMillis +
    (judgement.earnsRest ? endAt - startAt : 0) -
    (judgement.credit === 'rest-caught-up' ? endAt - startAt : 0);
  const walked = { ...progress, until: endAt, restOwedMillis };
  if (judgement.status === 'out') return { ...walked, tally, outSince: progress.outSince ?? startAt };
  const ended = progress.outSince === null ? 0 : countedMillis(startAt - progress.outSince, terms);
  return { ...walked, tally: { ...tally, out: tally.out + ended }, outSince: null };
}

/** The next moment at which anything but the state can change; the end of the day when nothing does. */
export function nextChange({ cuts, day }: PreparedDay, after: Instant): Instant {
  return cuts[nextCut(cuts, after)] ?? day.endAt;
}

/** First cut after the moment, by halving. */
function nextCut(cuts: readonly Instant[], at: Instant): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cuts[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Walks on to a moment in the present state. The part of rest that contacts took is caught up first come, first served.
 * Before `progress.until` nothing happens; after the end of the day it stops there.
 *
 * @param seen is called with each stretch in turn
 */
export function walkTo(
  prepared: PreparedDay,
  terms: AdherenceTerms,
  walk: { readonly from: Progress; readonly to: Instant; readonly seen?: (piece: Piece) => void },
): Progress {
  const to = Math.min(walk.to, prepared.day.endAt);
  const { state, sourceState } = walk.from;
  let progress = walk.from;
  let cut = nextCut(prepared.cuts, progress.until);
  while (progress.until < to) {
    const startAt = progress.until;
    const moment = { at: startAt, state, sourceState: sourceState ?? undefined };
    let judgement = judgeMoment(prepared, terms, moment);
    const boundary = Math.min(to, prepared.cuts[cut] ?? to);
    const isCaughtUp = judgement.takesRest && progress.restOwedMillis > 0;
    if (isCaughtUp) judgement = { ...judgement, status: 'explained', credit: 'rest-caught-up' };
    const endAt = isCaughtUp ? Math.min(boundary, startAt + progress.restOwedMillis) : boundary;
    const piece = { startAt, endAt, judgement };
    walk.seen?.(piece);
    progress = take(progress, piece, terms);
    if (endAt === prepared.cuts[cut]) cut += 1;
  }
  return progress;
}

/**
 * Walks to an event and into its state. An event before the day only sets the state.
 *
 * @throws RangeError for an event before what has been walked; walk the day again with all its events
 */
export function walkToEvent(
  prepared: PreparedDay,
  terms: AdherenceTerms,
  walk: { readonly from: Progress; readonly event: StateEvent; readonly seen?: (piece: Piece) => void },
): Progress {
  const { event, from } = walk;
  if (event.at < from.until && from.until > prepared.day.startAt)
    throw new RangeError(`event.at (${event.at}) must not lie before ${from.until}; walk the day again`);
  const walked = walkTo(prepared, terms, { ...walk, to: event.at });
  return { ...walked, state: event.state, sourceState: event.sourceState ?? null };
}

import type { Instant } from '@yotei/time';
import type { Roster } from '../../roster/index.js';

/** Another start for the same attendees, or as many of them as could come. */
export interface SessionAlternative {
  readonly startAt: Instant;
  /** Attendees who could come then. */
  readonly agents: number;
  /** Staffing cost at least, were it there: the sum of what each attendee's absence alone costs. */
  readonly harm: number;
}

/** Where a session, or one group of it, was put. */
export interface SessionPlace {
  readonly sessionId: string;
  /** Which time of the session, from 0. */
  readonly occurrence: number;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly agentIds: readonly string[];
  /** What it costs: rise of the roster's cost in all its parts, breaks shifted to where they hurt least. */
  readonly harm: number;
  /** Agent-minutes newly short, over all queues. */
  readonly shortMinutes: number;
  /** The next best starts, best first. */
  readonly alternatives: readonly SessionAlternative[];
}

/**
 * Why somebody has no place: no shift in the window; only locked shifts; no room beside breaks and other fixed parts, or
 * with as many away as may be; fewer than the least of a group; every place breaks a must rule.
 */
export type NoPlaceReason = 'not-working' | 'locked' | 'no-room' | 'too-few' | 'breaks-rule';

export interface UnplacedSession {
  readonly sessionId: string;
  readonly occurrence: number;
  readonly agentIds: readonly string[];
  readonly why: NoPlaceReason;
}

export interface SessionsPlaced {
  readonly roster: Roster;
  /** In time order. */
  readonly places: readonly SessionPlace[];
  readonly unplaced: readonly UnplacedSession[];
  /** Rise of the roster's cost by all of them together. */
  readonly harm: number;
}

import type { ServiceGoal } from '../staffing-model.js';

/**
 * How arrivals become load. `interval`: each interval for itself (SIPP). `lagged`: its rate one handle time earlier.
 * `modified-offered-load`: with the contacts still in hand from the intervals before. See docs/methods/changing-load.md.
 */
export const LOAD_METHODS = ['interval', 'lagged', 'modified-offered-load'] as const;
export type LoadMethod = (typeof LOAD_METHODS)[number];

/**
 * What of the forecast is staffed for. `point`: its mean as if it were certain. `expected`: so that the goal is met
 * on average over the forecast's distribution, weighted by contacts. `chance`: so that it is met with that chance.
 */
export type StaffedFor =
  | { readonly kind: 'point' }
  | { readonly kind: 'expected' }
  | { readonly kind: 'chance'; readonly chanceFraction: number };

/** A cause for which paid time is not available, all day or in part of it. Causes strike independently. */
export interface ShrinkageReason {
  /** Permanent, kebab-case: sickness, lateness, system-outage, training, meeting ... */
  readonly id: string;
  /** Share of the paid time, 0 ≤ f < 1. */
  readonly fraction: number;
  /** Planned causes (training, meetings, leave) stand in the roster as activities and are not grossed up again. */
  readonly planned: boolean;
  /** ISO weekdays 1 (Monday) … 7; absent = every day. */
  readonly weekdays?: readonly number[];
  /** Local wall-clock minutes from midnight, half-open, 0..1440; absent = the whole day. */
  readonly fromMinute?: number;
  readonly untilMinute?: number;
}

/** A part of the week in which a queue's contacts are worked on. Several together make its opening hours. */
export interface WorkedHours {
  /** ISO weekdays 1 (Monday) … 7; absent = every day. */
  readonly weekdays?: readonly number[];
  /** Local wall-clock minutes from midnight, half-open, 0..1440; absent = the whole day. */
  readonly fromMinute?: number;
  readonly untilMinute?: number;
}

/** Time an agent has to recover after a hard contact (complaints, abuse) before the next one. */
export interface RecoveryTime {
  /** 0..60; 0 keeps nothing free. */
  readonly minutesPerHardContact: number;
  /** Share of the queue's contacts that are hard, 0..1. */
  readonly hardFraction: number;
}

/** How the requirement of one queue is computed: plain data, stored with every result. */
export interface StaffingPlan {
  readonly modelId: string;
  readonly goal: ServiceGoal;
  readonly patienceSeconds?: number;
  /** Most contacts an agent handles at once (chat); default 1. */
  readonly concurrency?: number;
  /** How much longer each contact lasts for every further one held at the same time; default 0. */
  readonly slowdownFraction?: number;
  /** Most contacts in the system, waiting or handled; absent = no limit. */
  readonly lines?: number;
  /** Share of the attempts not served that try again; default 0. */
  readonly redialFraction?: number;
  /** Default `modified-offered-load`. */
  readonly loadMethod?: LoadMethod;
  /** Default `point`. */
  readonly staffedFor?: StaffedFor;
  readonly shrinkage?: readonly ShrinkageReason[];
  /**
   * When the queue's contacts are worked on; absent or empty = whenever the forecast knows contacts. Work that can wait
   * waits for these hours; other contacts outside them are not staffed.
   */
  readonly workedHours?: readonly WorkedHours[];
  /** Kept free on top of the agents on contacts; absent = nothing is. */
  readonly recovery?: RecoveryTime;
}

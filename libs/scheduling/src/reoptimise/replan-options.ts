import type { Instant, LocalDate } from '@yotei/time';
import type { StabilitySettings, TimeOff } from '../roster/index.js';

/**
 * What of the earlier roster stays: `shifts` every shift with its breaks; `published-days` all days up to a date, worked or
 * free; `days-off` free days; `starts` the start of whoever works a day they worked before; `paid-hours` each agent's paid
 * minutes of every week.
 */
export const KEEP = ['shifts', 'published-days', 'days-off', 'starts', 'paid-hours'] as const;
export type Keep = (typeof KEEP)[number];

/** Price of change at disruption 1: a changed day weighs like two short quarter-hours, an hour moved like a fifth of it. */
export const STANDARD_STABILITY: StabilitySettings = { dayWeight: 20, movedHourWeight: 4, breakQuarterWeight: 1 };

/** An absence that became known; without `paidMinutes` it pays the shifts it takes away. */
export interface NewAbsence extends Omit<TimeOff, 'paidMinutes'> {
  readonly paidMinutes?: number;
}

export interface ReplanOptions {
  readonly keep: readonly Keep[];
  /** How much change costs, times the problem's stability or {@link STANDARD_STABILITY}; 0: change is free. Default 1. */
  readonly disruption?: number;
  /** Now: what began earlier stays, and change is priced by the notice people get. */
  readonly decidedAt?: Instant;
  /** Last day of `published-days`; the whole horizon without it. */
  readonly publishedUntilOn?: LocalDate;
  readonly absences?: readonly NewAbsence[];
}

/** Whether a day stays because it is published. */
export function isPublished(on: LocalDate, { keep, publishedUntilOn }: ReplanOptions): boolean {
  return keep.includes('published-days') && (publishedUntilOn === undefined || on <= publishedUntilOn);
}

import type { AdherenceTerms } from './adherence-terms.js';
import { countedMillis, type Progress } from './walk-day.js';

/** Contact work done over contact work scheduled; may exceed 1. */
export type Conformance =
  | { readonly kind: 'fraction'; readonly fraction: number }
  /** Neither scheduled nor done. */
  | { readonly kind: 'undefined' }
  /** Done although none was scheduled. */
  | { readonly kind: 'infinite' };

/** What stands behind both figures; always shown together. Seconds. */
export interface AdherenceNumbers {
  /** 0..1; null where nothing was scheduled that could be judged. */
  readonly adherenceFraction: number | null;
  readonly conformance: Conformance;
  readonly scheduledSeconds: number;
  readonly outSeconds: number;
  readonly explainedSeconds: number;
  readonly ignoredSeconds: number;
  readonly unknownSeconds: number;
  readonly outsideSeconds: number;
  readonly contactScheduledSeconds: number;
  readonly contactWorkedSeconds: number;
}

/** 0/0 is undefined, x/0 infinite. */
export function conformanceOf(worked: number, scheduled: number): Conformance {
  if (scheduled > 0) return { kind: 'fraction', fraction: worked / scheduled };
  return worked > 0 ? { kind: 'infinite' } : { kind: 'undefined' };
}

/** `1 - out / scheduled`, at least 0; null for nothing scheduled. Same unit for both. */
export function adherenceOf(out: number, scheduled: number): number | null {
  return scheduled > 0 ? Math.max(0, 1 - out / scheduled) : null;
}

export type SummedSeconds = Omit<AdherenceNumbers, 'adherenceFraction' | 'conformance'>;

/** The figures of any sum of seconds: a day, a week, a team. */
export function figuresOf(seconds: SummedSeconds, terms: Pick<AdherenceTerms, 'countsOutsideShift'>): AdherenceNumbers {
  const base = seconds.scheduledSeconds + (terms.countsOutsideShift ? seconds.outsideSeconds : 0);
  return {
    ...seconds,
    adherenceFraction: adherenceOf(seconds.outSeconds, base),
    conformance: conformanceOf(seconds.contactWorkedSeconds, seconds.contactScheduledSeconds),
  };
}

/** Seconds of a walk, the deviation that still runs among them. */
export function secondsOf({ tally, outSince, until }: Progress, terms: AdherenceTerms): SummedSeconds {
  const running = outSince === null ? 0 : countedMillis(until - outSince, terms);
  return {
    scheduledSeconds: tally.scheduled / 1000,
    outSeconds: (tally.out + running) / 1000,
    explainedSeconds: tally.explained / 1000,
    ignoredSeconds: tally.ignored / 1000,
    unknownSeconds: tally.unknown / 1000,
    outsideSeconds: tally.outside / 1000,
    contactScheduledSeconds: tally.contactScheduled / 1000,
    contactWorkedSeconds: tally.contactWorked / 1000,
  };
}

/**
 * Adherence and conformance of a walk, up to `progress.until`. Adherence is Genesys' `1 - exceptions / scheduled` with
 * grace, credits and excuses taken out of the exceptions and ignored and unknown time out of both; with
 * `countsOutsideShift`, contact work outside the shift is added to what was scheduled and kept. Conformance is contact
 * work done over contact work scheduled. docs/methods/adherence.md.
 */
export function numbersOf(progress: Progress, terms: AdherenceTerms): AdherenceNumbers {
  return figuresOf(secondsOf(progress, terms), terms);
}

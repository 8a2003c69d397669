import type { AdherenceTerms } from './adherence-terms.js';
import { countedMillis, type Progress } from './walk-day.js';

/** Contact work done over contact work scheduled; may exceed 1. */
export type Conformance =
  | { readonly kind: 'fraction'; readonly fraction: number }
  /** Neither scheduled nor done. */
  | { readonly kind: 'undefined' }
  /** Done although none was scheduled. */
  | { readonly kind: 'infinite' };

/** What is counted of a day, in the order in which it is listed; the only list of them. */
export const SUMMED_SECONDS = [
  'scheduledSeconds',
  'outSeconds',
  'explainedSeconds',
  'ignoredSeconds',
  'unknownSeconds',
  'outsideSeconds',
  'contactScheduledSeconds',
  'contactWorkedSeconds',
] as const;

/** Seconds both figures are made of; they may be added over days and agents. */
export type SummedSeconds = Readonly<Record<(typeof SUMMED_SECONDS)[number], number>>;

/** Both figures, always shown together, with the seconds that stand behind them. */
export interface AdherenceNumbers extends SummedSeconds {
  /** 0..1; null where nothing was scheduled that could be judged. */
  readonly adherenceFraction: number | null;
  readonly conformance: Conformance;
}

/** Something for each of the counted seconds. */
export function eachSeconds<Value>(
  valueOf: (name: keyof SummedSeconds) => Value,
): Readonly<Record<keyof SummedSeconds, Value>> {
  return Object.fromEntries(SUMMED_SECONDS.map((name) => [name, valueOf(name)])) as Record<keyof SummedSeconds, Value>;
}

/** Days or agents together: seconds added one by one; all 0 for none. */
export function addedSeconds(days: readonly SummedSeconds[]): SummedSeconds {
  return eachSeconds((name) => days.reduce((sum, day) => sum + day[name], 0));
}

/** Days or agents that are judged by different terms, together: each adds what counts by its own. */
export function figuresOfDays(
  days: readonly (SummedSeconds & Pick<AdherenceTerms, 'countsOutsideShift'>)[],
): AdherenceNumbers {
  const sum = addedSeconds(days);
  const outside = days.reduce((total, day) => total + (day.countsOutsideShift ? day.outsideSeconds : 0), 0);
  return figuresOf({ ...sum, scheduledSeconds: sum.scheduledSeconds + outside }, { countsOutsideShift: false });
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

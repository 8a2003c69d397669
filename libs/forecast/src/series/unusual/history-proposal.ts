import type { Instant, LocalDate } from '@yotei/time';

/** What can look odd in a history. */
export type UnusualKind =
  | 'outage'
  | 'partly-recorded'
  | 'spike'
  | 'huge-value'
  | 'stuck-value'
  | 'low-day'
  | 'high-day'
  | 'missing-span'
  | 'level-shift'
  /** Nothing looked odd: a planner named the span. */
  | 'by-hand';

/** What a planner can do about it. `replace` puts the expected contacts in their place; `event` names it in the calendar. */
export type HistoryAction = 'leave-out' | 'replace' | 'event' | 'keep';

export const HISTORY_ACTIONS: readonly HistoryAction[] = ['leave-out', 'replace', 'event', 'keep'];

/** Why, as values that a screen can put into words in any language. Ratios are of what came to what is usual. */
export type UnusualReason =
  /** Next to nothing while open; the rest of that day ran at `restRatio` of the usual. */
  | { readonly kind: 'silent'; readonly intervals: number; readonly restRatio: number }
  /** Nothing recorded at the start or end of a day that was otherwise as usual; `absent` = no rows, else zeros. */
  | {
      readonly kind: 'one-end-empty';
      readonly end: 'start' | 'finish';
      readonly intervals: number;
      readonly absent: boolean;
      readonly restRatio: number;
    }
  | { readonly kind: 'many-times-usual'; readonly intervals: number; readonly ratio: number }
  | { readonly kind: 'same-value-repeated'; readonly value: number; readonly repeats: number }
  | { readonly kind: 'day-total'; readonly ratio: number }
  | { readonly kind: 'nothing-recorded'; readonly openDays: number; readonly intervals: number }
  | { readonly kind: 'lasting-change'; readonly ratio: number; readonly weeks: number }
  /** In the planner's own words. */
  | { readonly kind: 'named-by-planner'; readonly note: string };

/** Something in the history a planner should look at. Nothing is changed or left out until the planner says so. */
export interface HistoryProposal {
  /** The same as long as kind, span and the data in the span are the same. */
  readonly id: string;
  readonly kind: UnusualKind;
  /** The span, half-open. */
  readonly fromAt: Instant;
  readonly untilAt: Instant;
  /** First and last local day of the span, both included. */
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  /** Contacts in the span as the model expects them and as they are recorded (0 where nothing is). */
  readonly expected: number;
  readonly actual: number;
  /** Distance from the expected in robust standard deviations; negative = too few. */
  readonly score: number;
  readonly reason: UnusualReason;
  readonly suggested: HistoryAction;
  /** Names the data in the span: a decision holds only while they are the ones that were judged. Empty = whatever the data. */
  readonly dataKey: string;
}

import type { LocalisedText } from '@yotei/scheduling/staffing';
import type { Instant, LocalDate, ZoneId } from '@yotei/time';

/** The half hour with the smallest share answered in time. */
export interface WorstHalfHour {
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly level: number;
  readonly offered: number;
}

/** One queue's day, planned beside what came. Sums of the plan are over the intervals of which the actuals are known. */
export interface QueueDayFacts {
  readonly queueId: string;
  readonly name: LocalisedText;
  readonly forecast: number;
  readonly offered: number;
  /** Null: the source does not tell it. */
  readonly level: number | null;
  readonly abandonment: number | null;
  /** Null: the goal is another than a service level. */
  readonly goal: number | null;
  readonly worst: WorstHalfHour | null;
  readonly plannedHandleSeconds: number | null;
  readonly handleSeconds: number | null;
}

/** A stretch with fewer published than needed. */
export interface ShortStretch {
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly most: number;
}

export interface StaffedDay {
  readonly neededHours: number;
  readonly scheduledHours: number;
  readonly short: ShortStretch | null;
}

export interface DailyFacts {
  readonly on: LocalDate;
  readonly zone: ZoneId;
  readonly queues: readonly QueueDayFacts[];
  readonly sick: number;
  readonly late: number;
  readonly alerts: number;
  /** Null: not known, or of so few that it would tell of single persons. */
  readonly adherence: number | null;
  readonly repairs: number;
  readonly repairsUndone: number;
  readonly offersTaken: number;
  readonly exchangesApplied: number;
  readonly edits: number;
  /** Null: no requirement. */
  readonly staffed: StaffedDay | null;
  readonly tomorrow: { readonly contacts: number | null; readonly staffed: StaffedDay | null };
}

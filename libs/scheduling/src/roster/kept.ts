import type { Instant, LocalDate } from '@yotei/time';

/** A day of an agent that planning again may change only in part. */
export interface KeptDay {
  readonly agentId: string;
  readonly on: LocalDate;
  /** If the day is worked, its shift starts then; null: the day stays free. */
  readonly startAt: Instant | null;
}

/** Paid minutes of an agent's shifts in the planning week that starts on the date, paid leave left out. */
export interface KeptWeek {
  readonly agentId: string;
  readonly weekStartsOn: LocalDate;
  readonly paidMinutes: number;
}

/** What the engine must keep of an earlier roster besides whole shifts, which are `fixedShifts`. */
export interface KeptParts {
  readonly days: readonly KeptDay[];
  readonly weeks: readonly KeptWeek[];
  /** No shift that is not fixed starts before. */
  readonly notBeforeAt?: Instant;
}

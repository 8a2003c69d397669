import type { LocalDate, ZoneId } from '@yotei/time';

/** One local day of a queue's past, one value for each interval of that day (92 or 100 quarter-hours on clock-change days). */
export interface HistoryDay {
  readonly on: LocalDate;
  /** Contacts offered per interval; NaN = closed or missing, which is not zero. */
  readonly contacts: Float64Array;
  /** Total handle seconds per interval, as if every contact had been handled (mean of the handled times contacts); NaN = unknown. */
  readonly handleSeconds?: Float64Array;
}

/** A queue's past in local days, in order of date. A day that is absent is missing or closed, never zero. */
export interface QueueHistory {
  readonly zone: ZoneId;
  readonly stepMinutes: number;
  readonly days: readonly HistoryDay[];
}

import type { Instant } from '@yotei/time';

/** One stored queue-day of a forecast; null = closed. */
export interface ForecastDay {
  readonly onDate: string;
  readonly forecastId: string;
  readonly startAt: Instant;
  readonly stepMinutes: number;
  readonly contacts: readonly (number | null)[];
  readonly p10: readonly (number | null)[] | null;
  readonly p90: readonly (number | null)[] | null;
  /** Mean seconds per contact. */
  readonly handleSeconds: readonly (number | null)[];
}

import type { LocalDate } from '@yotei/time';

/** A day as forecast: one value for each interval of the local day; NaN = closed, or over. */
export interface MeanDay {
  readonly on: LocalDate;
  readonly contacts: ArrayLike<number>;
  /** Days ahead it was forecast; counted from the forecast's last day of history when left out. */
  readonly leadDays?: number;
}

export interface DistributionDay extends MeanDay {
  readonly leadDays: number;
  /** Contacts of the open intervals together. */
  readonly total: number;
}

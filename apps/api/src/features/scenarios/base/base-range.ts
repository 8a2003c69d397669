import { localDaysGrid, type Grid, type LocalDate } from '@yotei/time';
import type { QueueRecord } from '../../demand/index.js';

/** What a scenario is about: local days of a site, or of all sites together. */
export interface ScenarioRange {
  readonly fromOn: LocalDate;
  readonly days: number;
  readonly siteId: string | null;
}

export const LONGEST_RANGE_DAYS = 371;
/** Up to five weeks are asked in the queues' own intervals and with their rosters, a quarter in halves of an hour, a year in hours. */
export const WEEKS_IN_FULL_DAYS = 35;
const QUARTER_DAYS = 125;

/** Steps in which everybody's forecast can be told: the longest interval of the queues, longer ones for long ranges. */
export function gridOfRange({ fromOn, days }: ScenarioRange, zone: string, queues: readonly QueueRecord[]): Grid {
  const longest = Math.max(15, ...queues.map(({ intervalMinutes }) => intervalMinutes));
  const least = days <= WEEKS_IN_FULL_DAYS ? 15 : days <= QUARTER_DAYS ? 30 : 60;
  const step = Math.max(longest, least);
  const grid = localDaysGrid(fromOn, days, zone, 15);
  const isWhole = (grid.count * 15) % step === 0 && (24 * 60) % step === 0;
  // Where a clock change is of half an hour, hours do not fit.
  return localDaysGrid(fromOn, days, zone, isWhole ? step : 30);
}

import { correlationAt } from './day-errors.js';
import type { DistributionComponents } from './distribution-components.js';

/** Working days of the week over whose pairs the correlation between days is averaged. */
const DAYS = 5;

/**
 * What staffing and simulation take of a distribution: the share of the rates' uncertainty that the intervals of a day
 * have in common, and of that again the share that the days of a week have in common; 0..1.
 */
export function rateCorrelationOf({ withinDay, betweenDays }: DistributionComponents): {
  readonly withinDay: number;
  readonly betweenDays: number;
} {
  let [sum, pairs] = [0, 0];
  for (let apart = 1; apart < DAYS; apart++) {
    sum += (DAYS - apart) * correlationAt(betweenDays, apart);
    pairs += DAYS - apart;
  }
  return { withinDay: withinDay.common, betweenDays: sum / pairs };
}

import { intersection, MINUTE_MILLIS, type Interval } from '@yotei/time';

const QUARTER_MILLIS = 15 * MINUTE_MILLIS;

/** A stretch in which each quarter of an hour of an agent's contact work costs something. */
export interface ContactCost extends Interval {
  readonly part: 'stability' | 'wellbeing';
  readonly perQuarter: number;
}

/** Cost of contact work over the span, in proportion to the time it shares with each stretch; by part. */
export function contactCostOf(
  costs: readonly ContactCost[],
  work: Interval,
): { readonly stability: number; readonly wellbeing: number } {
  const sums = { stability: 0, wellbeing: 0 };
  for (const cost of costs) {
    const shared = intersection(cost, work);
    if (shared) sums[cost.part] += (cost.perQuarter * (shared.endAt - shared.startAt)) / QUARTER_MILLIS;
  }
  return sums;
}

import { addWork, costSumOf, noCost, premiumShares, type CostSum, type CostTerms } from '@yotei/scheduling/costs';
import { instantOfLocal, type LocalDate } from '@yotei/time';

const STEP_MINUTES = 15;

/** What one shift of nine paid hours from a minute of a date on costs on a contract, by the terms. */
export function shiftCost(
  terms: CostTerms,
  of: { readonly on: LocalDate; readonly fromMinute: number; readonly hours: number; readonly perPaidHour: number },
): CostSum {
  // The clock of UTC has no changes: an example should not depend on the night it is looked at.
  const grid = {
    startAt: instantOfLocal(of.on, of.fromMinute, 'UTC'),
    stepMinutes: STEP_MINUTES,
    count: (of.hours * 60) / STEP_MINUTES,
  };
  const tally = noCost();
  addWork(tally, new Float64Array(grid.count).fill(1), {
    ...{ from: 0, until: grid.count, hours: STEP_MINUTES / 60, perPaidHour: of.perPaidHour },
    premiums: premiumShares(terms.premiums, grid, 'UTC'),
  });
  return costSumOf(tally, terms);
}

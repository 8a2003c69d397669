import type { CostTerms, WageRow } from './cost-terms.js';

/** How much a row says of whose hour it is; -1 = it is somebody else's. */
function fitOf(row: WageRow, of: { readonly contractId?: string; readonly skillId?: string }): number {
  if (row.contractId !== undefined && row.contractId !== of.contractId) return -1;
  if (row.skillId !== undefined && row.skillId !== of.skillId) return -1;
  return (row.contractId === undefined ? 0 : 2) + (row.skillId === undefined ? 0 : 1);
}

/** Wage of a paid hour by the most specific row that fits; of equal ones the first; 0 where none does. */
export function wageOf(
  { wages }: Pick<CostTerms, 'wages'>,
  of: { readonly contractId?: string; readonly skillId?: string },
): number {
  let [best, wage] = [-1, 0];
  for (const row of wages) {
    const fit = fitOf(row, of);
    if (fit > best) [best, wage] = [fit, row.perPaidHour];
  }
  return wage;
}

import type { CostTerms } from './cost-terms.js';

/** People of one contract, for the hours from which overtime is due. */
export interface ContractHours {
  readonly agents: number;
  readonly paidHoursPerWeek: number;
}

/**
 * Paid hours of a stretch of `weeks` weeks (a seventh is a day) beyond what the contracts hold; where a premium starts
 * later than the contract's hours, beyond that.
 */
export function overtimeHours(
  paidHours: number,
  contracts: readonly ContractHours[],
  { weeks, afterWeeklyHours }: { readonly weeks: number; readonly afterWeeklyHours?: number },
): number {
  const held = contracts.reduce(
    (sum, { agents, paidHoursPerWeek }) => sum + agents * Math.max(paidHoursPerWeek, afterWeeklyHours ?? 0),
    0,
  );
  return Math.max(0, paidHours - held * weeks);
}

/** Overtime premiums of a stretch: each premium on the hours beyond its own limit. */
export function overtimePremium(
  { premiums }: Pick<CostTerms, 'premiums'>,
  paidHours: number,
  of: { readonly contracts: readonly ContractHours[]; readonly weeks: number; readonly perPaidHour: number },
): number {
  let sum = 0;
  for (const premium of premiums) {
    if (premium.kind !== 'overtime') continue;
    const { afterWeeklyHours } = premium;
    sum += premium.fraction * overtimeHours(paidHours, of.contracts, { weeks: of.weeks, afterWeeklyHours });
  }
  return sum * of.perPaidHour;
}

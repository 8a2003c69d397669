import { COST_PARTS, type CostPart, type CostSum, type CostTerms } from './cost-terms.js';
import type { PremiumShares } from './premium-shares.js';

/** Amounts while they are being added up. */
export type CostTally = Record<CostPart, number>;

export function noCost(): CostTally {
  return Object.fromEntries(COST_PARTS.map((part) => [part, 0])) as CostTally;
}

export function addCost(to: CostTally, more: Readonly<Record<CostPart, number>>): void {
  for (const part of COST_PARTS) to[part] += more[part];
}

/** The parts with the employer's contributions on wages and premiums, and their total. Not rounded. */
export function costSumOf(tally: Readonly<CostTally>, { onCostFraction }: Pick<CostTerms, 'onCostFraction'>): CostSum {
  const { wages, nightPremium, weekendPremium, holidayPremium, overtimePremium, channels, bot, penalties } = tally;
  const pay = wages + nightPremium + weekendPremium + holidayPremium + overtimePremium;
  const onCost = pay * onCostFraction;
  return { ...tally, onCost, total: pay + onCost + channels + bot + penalties };
}

/** Wages and premiums of so many paid agents in the intervals `from` to `until`, each so many hours long. */
export function addWork(
  to: CostTally,
  paid: Float64Array,
  {
    from,
    until,
    hours,
    perPaidHour,
    premiums,
  }: {
    readonly from: number;
    readonly until: number;
    readonly hours: number;
    readonly perPaidHour: number;
    readonly premiums: PremiumShares;
  },
): void {
  let [wages, night, weekend, holiday] = [0, 0, 0, 0];
  for (let index = from; index < until; index += 1) {
    const agents = paid[index]!;
    if (!(agents > 0)) continue;
    wages += agents;
    night += agents * premiums.night[index]!;
    weekend += agents * premiums.weekend[index]!;
    holiday += agents * premiums.holiday[index]!;
  }
  const rate = hours * perPaidHour;
  to.wages += wages * rate;
  to.nightPremium += night * rate;
  to.weekendPremium += weekend * rate;
  to.holidayPremium += holiday * rate;
}

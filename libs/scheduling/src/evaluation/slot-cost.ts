import type { ObjectiveWeights } from '../roster/index.js';

/** Width of a price band as a share of demand. */
const BAND_FRACTION = 0.1;

/** Area under a price that rises over two bands of `width` and stays at the third beyond, from 0 to `amount`. */
function bandCost(amount: number, width: number, prices: readonly [number, number, number]): number {
  const first = Math.min(amount, width);
  const second = Math.min(Math.max(0, amount - width), width);
  const beyond = Math.max(0, amount - 2 * width);
  return prices[0] * first + prices[1] * second + prices[2] * beyond;
}

/** Cost of the agents missing: `demand - assigned` priced in bands of 10 % of demand. 0 when none is missing. */
export function shortCost(assigned: number, demand: number, weights: ObjectiveWeights): number {
  return assigned >= demand ? 0 : bandCost(demand - assigned, BAND_FRACTION * demand, weights.underStaffing);
}

/** Cost of the agents too many, priced in bands of 10 % of demand; without demand all are in the last band. */
export function surplusCost(assigned: number, demand: number, weights: ObjectiveWeights): number {
  return assigned <= demand ? 0 : bandCost(assigned - demand, BAND_FRACTION * demand, weights.overStaffing);
}

/**
 * Cost of one queue in one 15-minute slot: convex and piecewise linear in `assigned`, 0 where it equals demand
 * (roster.md section 1). Demand may be a fraction; a slot of another length costs in proportion to its minutes.
 */
export function slotCost(assigned: number, demand: number, weights: ObjectiveWeights): number {
  return shortCost(assigned, demand, weights) + surplusCost(assigned, demand, weights);
}

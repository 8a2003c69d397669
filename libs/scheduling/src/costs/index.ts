export * from './cost-terms.js';
export { costTermsFaults, type CostTermsFault } from './cost-terms-faults.js';
export { addCost, addWork, costSumOf, noCost, type CostTally } from './cost-sum.js';
export { premiumsOfLaw } from './law-premiums.js';
export { moneyText } from './money-text.js';
export {
  monthOvertimePremium,
  overtimeHours,
  overtimePremium,
  weekOvertimePremium,
  type ContractHours,
  type MonthOfOvertime,
  type WeekOfHours,
} from './overtime-cost.js';
export { penaltiesByDay, type JudgedQueue } from './penalty-cost.js';
export { premiumShares, type PremiumShares } from './premium-shares.js';
export { wageOf } from './wage.js';

export {
  balanceOn,
  minutesUsed,
  type AccrualTerms,
  type Balance,
  type BalanceEntry,
  type BalanceInput,
} from './balance.js';
export {
  decideTimeOff,
  type AllowanceHour,
  type TimeOffQuestion,
  type TimeOffReason,
  type TimeOffVerdict,
} from './decision.js';

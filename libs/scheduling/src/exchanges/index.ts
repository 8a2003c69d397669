export type * from './coverage-effect.js';
export * from './exchange-request.js';
export * from './judge-exchange.js';
export type * from './party-effect.js';
export {
  defaultPolicies,
  EXCHANGE_POLICIES,
  findPolicy,
  policyFaults,
  type PolicyFault,
} from './policies/catalogue.js';
export type * from './policies/policy.js';
export { OWN_TIME, workedSpans } from './own-time.js';
export * from './queue-service.js';
export type { ShiftNews } from './standing-schedule.js';
export type { ExchangeChanges, ShiftExchange } from './resolved-exchange.js';
export * from './alternatives.js';
export * from './find-cycle.js';
export * from './rank-claims.js';
export * from './bidding/index.js';

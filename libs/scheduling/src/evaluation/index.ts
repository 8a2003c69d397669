export { coverageOf, type QueueCoverage } from './coverage-of.js';
export { CoverageState } from './coverage-state.js';
export * from './evaluate-agent.js';
export * from './evaluator.js';
export * from './judge-agent.js';
export * from './score-breakdown.js';
export * from './slot-cost.js';
export { SlotSharing, type SharingSetup } from './slot-sharing.js';

export * from './slot-cost.js';

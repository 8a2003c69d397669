export * from './peer-range.js';
export * from './plan-counts.js';

export * from './activity-type.js';
export * from './credited-minutes.js';
export * from './horizon.js';
export * from './problem-index.js';
export * from './roster-problem.js';
export * from './tile-activities.js';
export * from './demand-on-slots.js';

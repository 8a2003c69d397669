export * from './optimise.js';
export { optimiseRoster, optimiseWithRules } from './optimise-roster.js';
export { shortHourPrice } from './short-hour-price.js';
export { planningFaults } from './planning-faults.js';

export * from './optimise.js';
export { optimiseRoster, optimiseWithRules, shortHourPrice } from './optimise-roster.js';

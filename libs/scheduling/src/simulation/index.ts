export { checkCentre } from './check-centre.js';
export * from './distribution.js';
export * from './roster-groups.js';
export * from './simulated-centre.js';
export * from './simulation.js';
export { CentreSimulation, simulateCentre } from './simulate-centre.js';
export { simulateStationary, type StationaryOptions } from './simulate-stationary.js';

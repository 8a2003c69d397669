export * from './instant.js';
export * from './local-date.js';
export * from './zone.js';
export * from './grid.js';

export * from './hard-turns.js';
export * from './hard-work.js';
export * from './protection-curve.js';
export * from './protection-figures.js';
export * from './template-pauses.js';

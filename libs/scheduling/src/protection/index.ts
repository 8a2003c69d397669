export * from './protection-curve.js';
export * from './protection-figures.js';

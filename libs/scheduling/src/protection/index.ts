export * from './protection-curve.js';

export * from './cost-terms.js';

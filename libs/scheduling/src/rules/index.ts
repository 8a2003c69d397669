export * from './work-rule.js';

export * from './roster-problem.js';

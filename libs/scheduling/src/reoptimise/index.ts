export * from './replan-options.js';
export { replan, type Replanning } from './replan.js';

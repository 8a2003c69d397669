export * from './agent-view.js';
export * from './breach-message.js';
export * from './catalogue.js';
export * from './minute-words.js';
export { resolveParameters, valueOf } from './rule-parts.js';
export * from './team/index.js';
export * from './validate-problem.js';
export * from './week-hours.js';
export * from './work-rule.js';

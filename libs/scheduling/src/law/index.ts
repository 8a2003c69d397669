export * from './catalogue.js';
export * from './check-choice.js';
export * from './inspect.js';
export type * from './law-pack.js';
export * from './law-rules.js';
export * from './source-words.js';
export * from './sources.js';
export * from './strictness.js';

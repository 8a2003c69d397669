export type * from './change-kind.js';
export type * from './scenario-answer.js';
export type * from './scenario-base.js';
export type * from './scenario-change.js';

export * from './adherence-numbers.js';
export * from './adherence-terms.js';
export * from './agent-day.js';
export * from './agent-states.js';
export * from './evaluate-day.js';
export * from './excuse-kinds.js';
export * from './judge-moment.js';
export * from './walk-day.js';

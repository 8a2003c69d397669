export * from './agent-states.js';

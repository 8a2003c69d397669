export * from './award-lines.js';
export * from './rank-bidders.js';

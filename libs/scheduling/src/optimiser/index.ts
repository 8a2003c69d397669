export * from './optimise.js';

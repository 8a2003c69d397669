/** Trainings, meetings and huddles: the public door of `optimiser/sessions`, which works with the engine's prices. */
export * from '../optimiser/sessions/index.js';

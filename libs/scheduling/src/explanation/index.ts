export * from './explain-gap.js';
export * from './explain-shortages.js';
export * from './gap-cures.js';
export type { LimitKind, RelaxedLimit } from './relaxations/relaxation.js';
export { shortStretches, stretchAt, type ShortStretch } from './short-stretches.js';
export { WHEREABOUTS, type Place, type WhereaboutsKind } from './whereabouts.js';

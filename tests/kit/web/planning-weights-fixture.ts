import { PLANNING_WEIGHTS } from '../../../apps/api/src/features/rosters/planning-weights.catalogue.js';

/** A centre's planning weights as the api answers them: every weight of the catalogue at its standard. */
export function planningWeights() {
  const weights = PLANNING_WEIGHTS.map((weight) => ({ ...weight, value: weight.standard }));
  return { version: 0, changedAt: null, changedBy: null, weights };
}

import { backwardRotation } from './backward-rotation.term.js';
import { quickReturn } from './quick-return.term.js';
import type { WellbeingTerm } from './wellbeing-term.js';

/** Every wellbeing term; a new one is a new file and a line here. */
export const WELLBEING_TERMS: readonly WellbeingTerm[] = [quickReturn, backwardRotation];

export function findWellbeingTerm(id: string): WellbeingTerm | undefined {
  return WELLBEING_TERMS.find((term) => term.id === id);
}

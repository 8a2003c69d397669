import type { GapStretch, RepairIdea, RepairKind } from './repair-action.js';
import type { RepairDay } from './repair-day.js';

/** One way to mend a day: one file each, listed in the catalogue. */
export interface RepairMove {
  readonly kind: RepairKind;
  /** Ideas worth judging for a queue that is short (or, for time off, over) in a stretch; none is applied. */
  readonly propose: (day: RepairDay, stretch: GapStretch) => readonly RepairIdea[];
  /** Whether it answers stretches with too many instead of too few. */
  readonly forSurplus?: true;
}

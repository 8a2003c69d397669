import type { PreparedProblem } from '../problem/prepare.js';

/** Worth of presence by group where no prices were found: that of a shortage, at every slot alike. */
export function flatPrices({ problem, table, groups, frame }: PreparedProblem): readonly Float64Array[] {
  const dearest = problem.demand.reduce(
    (most, { weights }) => Math.max(most, (weights ?? problem.weights).underStaffing[0]),
    0,
  );
  return groups.masks.map(() => new Float64Array(frame.paddedSlots).fill(dearest * table.slotScale));
}

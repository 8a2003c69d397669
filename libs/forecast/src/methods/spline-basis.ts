/** The bumps that are not zero in a slot: `values[i]` is that of bump `first + i`; they sum to 1. */
export interface BumpsOfSlot {
  readonly first: number;
  readonly values: Float64Array;
}

/** A few smooth bumps along the day, slot by slot. */
export interface SplineBasis {
  readonly count: number;
  readonly slots: readonly BumpsOfSlot[];
}

/**
 * Cubic B-splines with evenly spaced knots over `slotCount` slots, taken at the middles of the slots (Eilers & Marx
 * 1996). Where no fewer than half as many bumps as slots are wanted, or under 4, each slot has a bump of its own.
 */
export function splineBasis(slotCount: number, wanted: number): SplineBasis {
  const count = Math.floor(wanted);
  if (count <= 4 || 2 * count >= slotCount) {
    const values = Float64Array.of(1);
    return { count: slotCount, slots: Array.from({ length: slotCount }, (_, first) => ({ first, values })) };
  }
  const spacing = slotCount / (count - 3);
  const slots = Array.from({ length: slotCount }, (_, slot) => {
    const at = (slot + 0.5) / spacing;
    const first = Math.floor(at);
    return { first, values: Float64Array.from({ length: 4 }, (__, i) => cubicBump(at - first + 3 - i)) };
  });
  return { count, slots };
}

/** The cubic B-spline on the knots 0, 1, 2, 3, 4. */
function cubicBump(x: number): number {
  if (x <= 0 || x >= 4) return 0;
  if (x < 1) return x ** 3 / 6;
  if (x < 2) return (-3 * x ** 3 + 12 * x ** 2 - 12 * x + 4) / 6;
  if (x < 3) return (3 * x ** 3 - 24 * x ** 2 + 60 * x - 44) / 6;
  return (4 - x) ** 3 / 6;
}

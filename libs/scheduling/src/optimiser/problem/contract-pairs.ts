/** What the week's paid time and days may be: hard ends, and the cost of what is only preferred. */
export interface WeekLimits {
  /** Paid minutes of shifts, paid leave already taken off. */
  readonly minMinutes: number;
  readonly maxMinutes: number;
  readonly maxDays: number;
  /** Cost of ending the week with those paid minutes and days; null when nothing is preferred. */
  readonly endCost: ((minutes: number, days: number) => number) | null;
}

/**
 * The pairs (paid minutes so far, days so far) a week can pass through, numbered; the tour programme's memory of the
 * contract. Components that can bind nothing are left out, so that a week without limits has one pair.
 */
export interface ContractPairs {
  readonly count: number;
  /** Pair after one more shift of the i-th paid length, or -1: `pair * lengths + i`. */
  readonly next: Int32Array;
  /** Cost of ending in the pair; infinite when a limit forbids it. */
  readonly endCost: Float64Array;
}

/** Numbers the pairs that up to `days` shifts of the given paid lengths can reach within the limits. */
export function contractPairs(paidLengths: readonly number[], limits: WeekLimits, days: number): ContractPairs {
  const countsDays = limits.endCost !== null || limits.maxDays < days;
  const countsMinutes =
    limits.endCost !== null || limits.minMinutes > 0 || limits.maxMinutes < days * Math.max(0, ...paidLengths);
  // Without a most, all minutes beyond the least are alike.
  const counted = (minutes: number) =>
    limits.endCost === null && limits.maxMinutes === Number.POSITIVE_INFINITY
      ? Math.min(minutes, limits.minMinutes)
      : minutes;
  const known = new Map<string, number>();
  const pairs: { minutes: number; worked: number; shifts: number }[] = [];
  const next: number[] = [];
  const numberOf = (minutes: number, worked: number, shifts: number): number => {
    const pair = { minutes: countsMinutes ? counted(minutes) : 0, worked: countsDays ? worked : 0, shifts };
    const key = `${pair.minutes}/${pair.worked}`;
    const number = known.get(key) ?? pairs.push(pair) - 1;
    known.set(key, number);
    return number;
  };
  numberOf(0, 0, 0);
  for (let pair = 0; pair < pairs.length; pair++) {
    const { minutes, worked, shifts } = pairs[pair]!;
    for (const length of paidLengths) {
      // Pairs are met in the order of the fewest shifts that reach them, so the week's days bound the numbering.
      const fits = minutes + length <= limits.maxMinutes && worked + 1 <= limits.maxDays && shifts < days;
      next.push(fits ? numberOf(minutes + length, worked + 1, shifts + 1) : -1);
    }
  }
  const endCost = pairs.map(({ minutes, worked }) =>
    minutes < limits.minMinutes || minutes > limits.maxMinutes
      ? Number.POSITIVE_INFINITY
      : (limits.endCost?.(minutes, worked) ?? 0),
  );
  return { count: pairs.length, next: Int32Array.from(next), endCost: Float64Array.from(endCost) };
}

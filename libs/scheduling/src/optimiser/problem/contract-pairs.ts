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
  const known = new Map<string, number>();
  const pairs: { minutes: number; worked: number }[] = [];
  const next: number[] = [];
  const numberOf = (minutes: number, worked: number): number => {
    const key = `${countsMinutes ? minutes : 0}/${countsDays ? worked : 0}`;
    let number = known.get(key);
    if (number === undefined) {
      number = pairs.length;
      known.set(key, number);
      pairs.push({ minutes: countsMinutes ? minutes : 0, worked: countsDays ? worked : 0 });
    }
    return number;
  };
  numberOf(0, 0);
  for (let pair = 0; pair < pairs.length; pair++) {
    const { minutes, worked } = pairs[pair]!;
    for (const length of paidLengths) {
      const fits = minutes + length <= limits.maxMinutes && worked + 1 <= limits.maxDays && worked < days;
      next.push(fits ? numberOf(minutes + length, worked + 1) : -1);
    }
  }
  const endCost = pairs.map(({ minutes, worked }) =>
    minutes < limits.minMinutes || minutes > limits.maxMinutes
      ? Number.POSITIVE_INFINITY
      : (limits.endCost?.(minutes, worked) ?? 0),
  );
  return { count: pairs.length, next: Int32Array.from(next), endCost: Float64Array.from(endCost) };
}

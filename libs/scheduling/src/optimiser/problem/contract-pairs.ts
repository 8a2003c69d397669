/** What the week's paid time and days may be: hard ends, and the cost of what is only preferred. */
export interface WeekLimits {
  /** Paid minutes of shifts, paid leave already taken off. */
  readonly minMinutes: number;
  readonly maxMinutes: number;
  readonly maxDays: number;
  /** Cost of ending the week with those paid minutes and days; null when nothing is preferred. */
  readonly endCost: ((minutes: number, days: number) => number) | null;
  /** Cost of so many unsocial turns in the week beside what each costs by itself; null or absent: none. */
  readonly unsocialCost?: ((turns: number) => number) | null;
}

/** A shift as far as the contract and the sharing of unsocial work tell it apart. */
export interface WeekPiece {
  readonly minutes: number;
  /** Kinds of unsocial work the shift is. */
  readonly unsocial: number;
}

/**
 * The pairs (paid minutes so far, days so far; unsocial turns too where they cost more together) a week can pass through,
 * numbered; the tour programme's memory of the contract. Components that can bind nothing are left out, so that a week
 * without limits has one pair.
 */
export interface ContractPairs {
  readonly count: number;
  /** Pair after one more shift of the i-th piece, or -1: `pair * pieces + i`. */
  readonly next: Int32Array;
  /** Cost of ending in the pair; infinite when a limit forbids it. */
  readonly endCost: Float64Array;
}

/** Numbers the pairs that up to `days` shifts of the given pieces can reach within the limits. */
export function contractPairs(pieces: readonly WeekPiece[], limits: WeekLimits, days: number): ContractPairs {
  const keyOf = memoryOf(pieces, limits, days);
  const known = new Map<string, number>();
  const pairs: (WeekSoFar & { readonly shifts: number })[] = [];
  const next: number[] = [];
  const numberOf = (sums: WeekSoFar, shifts: number): number => {
    const pair = keyOf(sums);
    const key = `${pair.minutes}/${pair.worked}/${pair.turns}`;
    const number = known.get(key) ?? pairs.push({ ...pair, shifts }) - 1;
    known.set(key, number);
    return number;
  };
  numberOf({ minutes: 0, worked: 0, turns: 0 }, 0);
  for (let pair = 0; pair < pairs.length; pair++) {
    const { minutes, worked, turns, shifts } = pairs[pair]!;
    for (const piece of pieces) {
      // Pairs are met in the order of the fewest shifts that reach them, so the week's days bound the numbering.
      const fits = minutes + piece.minutes <= limits.maxMinutes && worked + 1 <= limits.maxDays && shifts < days;
      const sums = { minutes: minutes + piece.minutes, worked: worked + 1, turns: turns + piece.unsocial };
      next.push(fits ? numberOf(sums, shifts + 1) : -1);
    }
  }
  const endCost = pairs.map(({ minutes, worked, turns }) =>
    minutes < limits.minMinutes || minutes > limits.maxMinutes
      ? Number.POSITIVE_INFINITY
      : (limits.endCost?.(minutes, worked) ?? 0) + (limits.unsocialCost?.(turns) ?? 0),
  );
  return { count: pairs.length, next: Int32Array.from(next), endCost: Float64Array.from(endCost) };
}

interface WeekSoFar {
  readonly minutes: number;
  readonly worked: number;
  readonly turns: number;
}

/** What of a week so far can still bind or cost something; the rest is 0. */
function memoryOf(pieces: readonly WeekPiece[], limits: WeekLimits, days: number): (sums: WeekSoFar) => WeekSoFar {
  const longest = Math.max(0, ...pieces.map(({ minutes }) => minutes));
  const countsDays = limits.endCost !== null || limits.maxDays < days;
  const countsMinutes = limits.endCost !== null || limits.minMinutes > 0 || limits.maxMinutes < days * longest;
  // Without a most, all minutes beyond the least are alike.
  const counted = (minutes: number) =>
    limits.endCost === null && limits.maxMinutes === Number.POSITIVE_INFINITY
      ? Math.min(minutes, limits.minMinutes)
      : minutes;
  return ({ minutes, worked, turns }) => ({
    minutes: countsMinutes ? counted(minutes) : 0,
    worked: countsDays ? worked : 0,
    turns: limits.unsocialCost ? turns : 0,
  });
}

/** Where a search ended and what it found there. */
export interface Minimum {
  readonly at: Float64Array;
  readonly value: number;
}

interface Vertex {
  readonly at: Float64Array;
  readonly value: number;
}

/** Settings of {@link minimise}. */
export interface SearchSettings {
  readonly start: readonly number[];
  /** How far the first simplex reaches along each axis. */
  readonly reach: number;
  readonly evaluations: number;
}

/**
 * Least value of a function of a few numbers, by the simplex search of Nelder & Mead 1965 (reflection 1, expansion 2,
 * contraction and shrinkage 1/2). Deterministic; stops after the given number of evaluations or when the simplex
 * agrees to 1e-7 of the value. A value that is not finite counts as infinitely bad, so the search steps back from it.
 */
export function minimise(cost: (at: Float64Array) => number, { start, reach, evaluations }: SearchSettings): Minimum {
  let left = evaluations;
  const tried = (at: Float64Array): Vertex => {
    left--;
    const value = cost(at);
    return { at, value: Number.isFinite(value) ? value : Infinity };
  };
  const first = Float64Array.from(start);
  let simplex = [first, ...start.map((_, axis) => first.map((x, i) => (i === axis ? x + reach : x)))].map(tried);
  while (left > 0) {
    simplex.sort((a, b) => a.value - b.value);
    const [best, worst] = [simplex[0]!, simplex.at(-1)!];
    if (worst.value - best.value <= 1e-7 * Math.abs(best.value)) break;
    simplex = nextSimplex(simplex, tried);
  }
  return simplex.reduce((a, b) => (b.value < a.value ? b : a));
}

/** One step from a simplex sorted by value. */
function nextSimplex(simplex: readonly Vertex[], tried: (at: Float64Array) => Vertex): Vertex[] {
  const [best, worst, second] = [simplex[0]!, simplex.at(-1)!, simplex.at(-2)!];
  const others = simplex.slice(0, -1);
  const centre = worst.at.map((_, i) => others.reduce((sum, { at }) => sum + at[i]!, 0) / others.length);
  const along = (step: number) => tried(centre.map((x, i) => x + step * (x - worst.at[i]!)));
  const reflected = along(1);
  if (reflected.value < best.value) {
    const expanded = along(2);
    return [...others, expanded.value < reflected.value ? expanded : reflected];
  }
  if (reflected.value < second.value) return [...others, reflected];
  const contracted = reflected.value < worst.value ? along(0.5) : along(-0.5);
  if (contracted.value < Math.min(reflected.value, worst.value)) return [...others, contracted];
  return [best, ...simplex.slice(1).map(({ at }) => tried(at.map((x, i) => best.at[i]! + (x - best.at[i]!) / 2)))];
}

interface Corner {
  readonly at: readonly number[];
  readonly value: number;
}

const MOST_STEPS = 600;
const blend = (a: readonly number[], b: readonly number[], weight: number): number[] =>
  a.map((x, i) => x + weight * (b[i]! - x));

/**
 * Where a smooth function of few variables is least: Nelder & Mead, Comput. J. 7 (1965), from a simplex of edge
 * `scale` around `start`. Enough for likelihoods of two parameters; a value of Infinity marks a forbidden point.
 */
export function minimise(
  valueAt: (at: readonly number[]) => number,
  start: readonly number[],
  scale = 0.3,
): readonly number[] {
  const corner = (at: readonly number[]): Corner => ({ at, value: valueAt(at) });
  let corners = [start, ...start.map((_, i) => start.map((x, j) => (i === j ? x + scale : x)))].map(corner);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    corners = corners.sort((a, b) => a.value - b.value);
    const best = corners[0]!;
    const worst = corners[corners.length - 1]!;
    const spread = Math.max(...corners.flatMap(({ at }) => at.map((x, i) => Math.abs(x - best.at[i]!))));
    if (spread < 1e-7 && worst.value - best.value <= 1e-10 * Math.abs(best.value)) break;
    corners = stepped(corners, worst, corner);
  }
  return corners.sort((a, b) => a.value - b.value)[0]!.at;
}

function stepped(corners: readonly Corner[], worst: Corner, corner: (at: readonly number[]) => Corner): Corner[] {
  const best = corners[0]!;
  const others = corners.slice(0, -1);
  const centre = best.at.map((_, i) => others.reduce((sum, { at }) => sum + at[i]!, 0) / others.length);
  const reflected = corner(blend(centre, worst.at, -1));
  if (reflected.value < best.value) {
    const expanded = corner(blend(centre, worst.at, -2));
    return [...others, expanded.value < reflected.value ? expanded : reflected];
  }
  if (reflected.value < others[others.length - 1]!.value) return [...others, reflected];
  const contracted = corner(blend(centre, worst.at, reflected.value < worst.value ? -0.5 : 0.5));
  if (contracted.value < Math.min(worst.value, reflected.value)) return [...others, contracted];
  return [best, ...corners.slice(1).map(({ at }) => corner(blend(best.at, at, 0.5)))];
}

/** Beyond this no goal is worth more agents. */
const MOST = 1e9;

/**
 * The smallest whole number ≥ `floor` for which `holds`, given that it goes on holding above; looked for by doubling
 * steps away from `start`. Null when none up to a thousand million does.
 */
export function leastWhole(floor: number, start: number, holds: (n: number) => boolean): number | null {
  let high = Math.max(floor, Math.ceil(start));
  let low = floor - 1;
  if (holds(high)) {
    for (let step = 1; high > floor; step *= 2) {
      const below = Math.max(floor, high - step);
      if (!holds(below)) {
        low = below;
        break;
      }
      high = below;
    }
  } else {
    for (let step = 1; ; step *= 2) {
      low = high;
      high += step;
      if (high > MOST) return null;
      if (holds(high)) break;
    }
  }
  while (high - low > 1) {
    const middle = Math.floor((high + low) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

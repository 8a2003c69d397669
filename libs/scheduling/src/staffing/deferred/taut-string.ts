/** A bend of the path: position (a whole number) and height. */
export interface Corner {
  readonly at: number;
  readonly height: number;
}

const slope = (from: Corner, to: Corner): number => (to.height - from.height) / (to.at - from.at);

/** One side of the funnel: bends of the shortest path from the apex to the newest bound of that side. */
class Side {
  private readonly corners: Corner[];
  private head = 0;

  /** `turn`: +1 for the side above, whose slopes rise from the apex on; -1 for the side below, whose slopes fall. */
  constructor(
    apex: Corner,
    private readonly turn: 1 | -1,
  ) {
    this.corners = [apex];
  }

  get apex(): Corner {
    return this.corners[this.head]!;
  }

  get next(): Corner | undefined {
    return this.corners[this.head + 1];
  }

  /** Adds a bound; true when nothing but the straight line from the apex is left. */
  add(corner: Corner): boolean {
    const { corners, turn } = this;
    while (corners.length - this.head > 1) {
      const last = corners[corners.length - 1]!;
      const before = corners[corners.length - 2]!;
      if (turn * slope(before, last) < turn * slope(before, corner)) break;
      corners.pop();
    }
    corners.push(corner);
    return corners.length - this.head === 2;
  }

  /** Whether the line from the apex to the corner passes beyond this side's first bend. */
  isCrossedBy(corner: Corner): boolean {
    return this.next !== undefined && this.turn * slope(this.apex, corner) > this.turn * slope(this.apex, this.next);
  }

  /** Makes the first bend the apex. */
  advance(): Corner {
    this.head += 1;
    return this.apex;
  }

  restart(apex: Corner, corner: Corner): void {
    this.head = 0;
    this.corners.splice(0, this.corners.length, apex, corner);
  }
}

/**
 * The shortest path between two bounds from height 0 at position 0 to `lower`'s last value: the bends of a string
 * pulled taut. Of all paths between the bounds it has the least peak slope, and the least sum of any convex function
 * of the steps. `lower[i] <= upper[i]` for every i, both of the same length. Linear in the length: each bound enters
 * and leaves each side of the funnel once.
 */
export function tautString(lower: ArrayLike<number>, upper: ArrayLike<number>): readonly Corner[] {
  const end = lower.length - 1;
  const start: Corner = { at: 0, height: 0 };
  const path: Corner[] = [start];
  const above = new Side(start, 1);
  const below = new Side(start, -1);
  const extend = (own: Side, other: Side, corner: Corner): void => {
    if (!own.add(corner)) return;
    while (other.isCrossedBy(corner)) {
      const bend = other.advance();
      path.push(bend);
      own.restart(bend, corner);
    }
  };
  for (let at = 1; at <= end; at += 1) {
    extend(above, below, { at, height: at === end ? lower[at]! : upper[at]! });
    extend(below, above, { at, height: lower[at]! });
  }
  if (end > 0) {
    while (below.next) path.push(below.advance());
  }
  return path;
}

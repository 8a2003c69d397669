/** Points of the curve kept for the browser: enough for a line, small enough for the job's row. */
const MOST_POINTS = 60;

/** Best cost over time, thinned out as it grows. */
export class BestCostCurve {
  private readonly points: [seconds: number, cost: number][] = [];

  /** The curve so far, with this point where the cost has changed. */
  with(seconds: number, bestCost: number | null): readonly (readonly [seconds: number, cost: number])[] {
    const { points } = this;
    if (bestCost !== null && points.at(-1)?.[1] !== bestCost) points.push([seconds, bestCost]);
    if (points.length > MOST_POINTS)
      points.splice(1, points.length - 1, ...points.filter((_, i) => i > 0 && i % 2 === 0));
    return points;
  }
}

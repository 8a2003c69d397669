/** Handle time of one part of the day or week against the rest. */
export interface TrendCell {
  /** Hour of the day 0..23, or ISO weekday 1 (Monday) … 7, local. */
  readonly at: number;
  readonly count: number;
  readonly meanSeconds: number;
  /** The mean drawn towards the mean of all, the more the fewer contacts it rests on. */
  readonly shrunkSeconds: number;
  /** Half width of the 95 % interval of `meanSeconds`. */
  readonly plusMinusSeconds: number;
}

export interface Trend {
  readonly cells: readonly TrendCell[];
  /** Standard deviation of the true means between cells, seconds; 0: the differences are no more than chance. */
  readonly betweenSeconds: number;
  /** Share of the cells' differences that chance alone does not explain, 0..1. */
  readonly realFraction: number;
}

interface CellSums {
  count: number;
  sum: number;
}

/**
 * Means by hour or weekday. Differences between cells are part truth, part chance; the part of chance is known from
 * the spread of the contacts, the rest is the true spread (DerSimonian & Laird 1986), and every mean is drawn
 * towards the mean of all by its own share of chance (empirical Bayes, Efron & Morris 1975).
 */
export class TrendTally {
  private readonly cells = new Map<number, CellSums>();

  add(at: number, seconds: number): void {
    const cell = this.cells.get(at);
    if (cell) {
      cell.count += 1;
      cell.sum += seconds;
    } else this.cells.set(at, { count: 1, sum: seconds });
  }

  /** `variance`: of single contacts, over all cells. */
  report(meanSeconds: number, variance: number): Trend {
    const cells = [...this.cells].sort(([a], [b]) => a - b);
    const between = betweenVariance(
      cells.map(([, cell]) => cell),
      meanSeconds,
      variance,
    );
    const shown = cells.map(([at, { count, sum }]) => {
      const error = variance / count;
      const kept = between + error > 0 ? between / (between + error) : 0;
      return {
        at,
        count,
        meanSeconds: sum / count,
        shrunkSeconds: meanSeconds + kept * (sum / count - meanSeconds),
        plusMinusSeconds: 1.96 * Math.sqrt(error),
      };
    });
    const errors = cells.reduce((total, [, { count }]) => total + variance / count, 0) / Math.max(1, cells.length);
    const realFraction = between > 0 ? between / (between + errors) : 0;
    return { cells: shown, betweenSeconds: Math.sqrt(between), realFraction };
  }
}

function betweenVariance(cells: readonly CellSums[], mean: number, variance: number): number {
  if (cells.length < 2 || variance === 0) return 0;
  const total = cells.reduce((sum, { count }) => sum + count, 0);
  const squares = cells.reduce((sum, { count }) => sum + count * count, 0);
  const heterogeneity = cells.reduce((sum, { count, sum: s }) => sum + count * (s / count - mean) ** 2, 0) / variance;
  return Math.max(0, (variance * (heterogeneity - (cells.length - 1))) / (total - squares / total));
}

/** The quantiles a forecast file carries, with the standard normal quantile of each. */
export const QUANTILE_COLUMNS = [
  { column: 'contacts_p05', z: -1.6448536269514722 },
  { column: 'contacts_p10', z: -1.2815515655446004 },
  { column: 'contacts_p90', z: 1.2815515655446004 },
  { column: 'contacts_p95', z: 1.6448536269514722 },
] as const;

/** Standard normal quantile, 0.05 ≤ p ≤ 0.95: Abramowitz & Stegun 26.2.23, absolute error below 4.5e-4. */
function normalQuantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(Math.min(p, 1 - p)));
  const z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  return p < 0.5 ? -z : z;
}

/**
 * The contacts not exceeded with probability `risk` (0.05..0.95): straight lines between the file's quantiles on
 * the normal scale, the point forecast taken as the median. Staffing this quantile meets the goal with that
 * probability. The bands are of counts, so that the chance of a single interval is in them and the answer leans to
 * too many agents. Null when a quantile it needs is missing.
 */
export function quantileAt(
  risk: number,
  pointForecast: number,
  quantile: (column: string) => number | undefined,
): number | null {
  const z = normalQuantile(risk);
  const [p05, p10, p90, p95] = QUANTILE_COLUMNS.map(({ column, z: at }) => ({ at, value: quantile(column) }));
  const knots = [p05!, p10!, { at: 0, value: pointForecast }, p90!, p95!];
  const right = Math.max(
    1,
    knots.findIndex(({ at }, index) => at >= z - 1e-3 && index > 0),
  );
  const [low, high] = [knots[right - 1]!, knots[right]!];
  if (low.value === undefined || high.value === undefined) return null;
  const share = Math.min(1, Math.max(0, (z - low.at) / (high.at - low.at)));
  return low.value + share * (high.value - low.value);
}

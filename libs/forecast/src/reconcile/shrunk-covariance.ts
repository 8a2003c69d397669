/**
 * Covariance of forecast errors, correlations shrunk toward nought by as much as chance alone would make them vary
 * (Schäfer & Strimmer 2005); with few rows the plain one is singular. One row of errors an origin, one column a series;
 * row by row in the answer. Refuses fewer than two rows.
 */
export function shrunkCovariance(errors: readonly ArrayLike<number>[]): Float64Array {
  const rows = errors.length;
  const size = errors[0]?.length ?? 0;
  if (rows < 2) throw new RangeError(`errors (${rows}) must have two rows or more; backtest from more origins`);
  const variance = Float64Array.from({ length: size }, (_, i) => {
    let sum = 0;
    for (const row of errors) sum += row[i]! ** 2;
    return Math.max(sum / rows, 1e-12);
  });
  const scaled = errors.map((row) => Float64Array.from({ length: size }, (_, i) => row[i]! / Math.sqrt(variance[i]!)));
  const correlation = new Float64Array(size * size);
  let chance = 0;
  let squares = 0;
  for (let i = 0; i < size; i++)
    for (let j = 0; j < i; j++) {
      let mean = 0;
      for (const row of scaled) mean += (row[i]! * row[j]!) / rows;
      let spread = 0;
      for (const row of scaled) spread += (row[i]! * row[j]! - mean) ** 2;
      chance += (spread * rows) / (rows - 1) / rows ** 2;
      squares += mean * mean;
      correlation[i * size + j] = mean;
    }
  const shrinkage = squares > 0 ? Math.min(1, Math.max(0, chance / squares)) : 1;
  const covariance = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    covariance[i * size + i] = variance[i]!;
    for (let j = 0; j < i; j++) {
      const value = (1 - shrinkage) * correlation[i * size + j]! * Math.sqrt(variance[i]! * variance[j]!);
      covariance[i * size + j] = covariance[j * size + i] = value;
    }
  }
  return covariance;
}

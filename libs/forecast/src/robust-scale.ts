/** 1.4826 times the median absolute value: the standard deviation of a normal sample with outliers. */
export function robustScale(values: Float64Array): number {
  const sorted = values.map(Math.abs).sort();
  return 1.4826 * (sorted[Math.floor(sorted.length / 2)] ?? 0);
}

/** The quantile of sorted values, linear between them. */
export function sortedQuantile(sorted: Float64Array, p: number): number {
  const at = Math.min(Math.max(p * sorted.length - 0.5, 0), sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!);
}

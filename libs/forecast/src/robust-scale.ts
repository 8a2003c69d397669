/** A normal sample's standard deviation over its median absolute value. */
export const SD_OF_MEDIAN_ABSOLUTE = 1.4826;

/** The median; of an even number the mean of the two in the middle, of none NaN. The values keep their order. */
export function medianOf(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The upper median: the middle value, of an even number the greater of the two in the middle, of none 0. */
export function upperMedianOf(values: ArrayLike<number>): number {
  return Float64Array.from(values).sort()[values.length >> 1] ?? 0;
}

/** 1.4826 times the median absolute value: the standard deviation of a normal sample with outliers. */
export function robustScale(values: ArrayLike<number>): number {
  return SD_OF_MEDIAN_ABSOLUTE * upperMedianOf(Float64Array.from(values, Math.abs));
}

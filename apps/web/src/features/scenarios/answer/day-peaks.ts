/** Beyond this many days an interval is so much thinner than a pixel that its line fills the chart. */
export const MOST_DAYS_BY_INTERVAL = 35;

/** Each value replaced by its day's greatest known one, the days given by their first intervals; a day without any stays unknown. */
export function dayPeaks(values: Float64Array, starts: Int32Array): Float64Array {
  const peaks = new Float64Array(values.length).fill(Number.NaN);
  values.forEach((value, index) => {
    const first = starts[index]!;
    if (!Number.isNaN(value) && !(value <= peaks[first]!)) peaks[first] = value;
  });
  return values.map((_, index) => peaks[starts[index]!]!);
}

import type { ScenarioBase } from '@yotei/scheduling/scenarios';
import { intervalStart, localDateOf } from '@yotei/time';

/** Beyond this many days an interval is so much thinner than a pixel that its line fills the chart. */
export const MOST_DAYS_BY_INTERVAL = 35;

/** The index of the first interval of each one's local day; the grid's own days, whatever the clocks do. */
export function dayStarts({ grid, zone }: Pick<ScenarioBase, 'grid' | 'zone'>): Int32Array {
  let [first, day] = [0, ''];
  return Int32Array.from({ length: grid.count }, (_, index) => {
    const on = localDateOf(intervalStart(grid, index), zone);
    if (on !== day) [first, day] = [index, on];
    return first;
  });
}

/** Each value replaced by its day's greatest known one; a day without any stays unknown. */
export function dayPeaks(values: Float64Array, starts: Int32Array): Float64Array {
  const peaks = new Float64Array(values.length).fill(Number.NaN);
  values.forEach((value, index) => {
    const first = starts[index]!;
    if (!Number.isNaN(value) && !(value <= peaks[first]!)) peaks[first] = value;
  });
  return values.map((_, index) => peaks[starts[index]!]!);
}

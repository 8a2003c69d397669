import { PATH_POINTS, type ArrivalInterval, type LoadStart, type OfferedLoad } from './offered-load.js';
import { normalCdf } from '../uncertainty/normal.js';

/** Share of a handle time left over after the last term of a kernel. */
const NEGLIGIBLE = 1e-10;

/** E[min(S, x)], and its integral from 0 to x, of lognormal handle times S; of a constant one for a cv of 0. */
interface LimitedMean {
  mean(x: number): number;
  integral(x: number): number;
}

function limitedMean(handleSeconds: number, cv: number): LimitedMean {
  if (cv === 0) {
    return {
      mean: (x) => Math.min(x, handleSeconds),
      integral: (x) => (x <= handleSeconds ? (x * x) / 2 : handleSeconds * (x - handleSeconds / 2)),
    };
  }
  const variance = Math.log1p(cv * cv);
  const sigma = Math.sqrt(variance);
  const location = Math.log(handleSeconds) - variance / 2;
  // Share of the k-th moment that shorter handle times hold.
  const below = (x: number, moment: number): number => normalCdf((Math.log(x) - location - moment * variance) / sigma);
  return {
    mean: (x) => (x <= 0 ? 0 : handleSeconds * below(x, 1) + x * (1 - below(x, 0))),
    integral: (x) =>
      x <= 0
        ? 0
        : handleSeconds * x * below(x, 1) -
          0.5 * handleSeconds * handleSeconds * (1 + cv * cv) * below(x, 2) +
          0.5 * x * x * (1 - below(x, 0)),
  };
}

/** Seconds in hand per contact a second, in the k-th interval after the arrivals'. */
interface Kernel {
  /** Its mean; its value at the end and at each of the path's points. */
  readonly means: readonly number[];
  readonly ends: readonly number[];
  readonly points: readonly (readonly number[])[];
}

function kernelOf(handleSeconds: number, cv: number, most: { intervalSeconds: number; count: number }): Kernel {
  const { intervalSeconds: length, count } = most;
  if (handleSeconds === 0) return { means: [], ends: [], points: PATH_POINTS.map(() => []) };
  const { mean, integral } = limitedMean(handleSeconds, cv);
  const kernel = { means: [] as number[], ends: [] as number[], points: PATH_POINTS.map(() => [] as number[]) };
  let left = handleSeconds;
  for (let k = 0; k < count && left > NEGLIGIBLE * handleSeconds; k += 1) {
    const before = k === 0 ? 0 : integral((k - 1) * length);
    const share = (integral((k + 1) * length) - 2 * integral(k * length) + before) / length;
    kernel.means.push(share);
    kernel.ends.push(mean((k + 1) * length) - mean(k * length));
    PATH_POINTS.forEach(({ at }, point) =>
      kernel.points[point]!.push(mean((k + at) * length) - mean(Math.max(0, k - 1 + at) * length)),
    );
    left -= share;
  }
  return kernel;
}

/**
 * The modified offered load with lognormal handle times of that cv: the mean of the infinite-server queue,
 * m(t) = ∫ λ(t − u)·P(S > u) du, over intervals of one length with even rates (Eick, Massey & Whitt 1993). A contact
 * lasts as the interval in which it arrives says. cv 0 = every contact lasts equally long.
 */
export function lognormalOfferedLoad(
  intervals: readonly ArrivalInterval[],
  options: { readonly start: LoadStart; readonly handleTimeCv: number },
): readonly OfferedLoad[] {
  const { start, handleTimeCv } = options;
  if (!(handleTimeCv >= 0 && handleTimeCv <= 10)) {
    throw new RangeError(`handleTimeCv (${handleTimeCv}) must be 0..10; for example 0.8`);
  }
  const first = intervals[0];
  if (!first) return [];
  const { intervalSeconds } = first;
  if (intervals.some((interval) => interval.intervalSeconds !== intervalSeconds)) {
    throw new RangeError('intervals must be of one length; use modifiedOfferedLoad for others');
  }
  const kernels = new Map<number, Kernel>();
  const sums = {
    means: emptySum(intervals),
    ends: emptySum(intervals),
    points: PATH_POINTS.map(() => emptySum(intervals)),
  };
  intervals.forEach(({ contacts, handleSeconds }, index) => {
    let kernel = kernels.get(handleSeconds);
    if (!kernel) {
      kernel = kernelOf(handleSeconds, handleTimeCv, { intervalSeconds, count: intervals.length });
      kernels.set(handleSeconds, kernel);
    }
    const rate = contacts / intervalSeconds;
    forEachPart(kernel, sums, (part, sum) => addFrom(index, rate, { part, sum }));
  });
  if (start === 'running') {
    const rate = first.contacts / intervalSeconds;
    const steady = { rate, handleSeconds: first.handleSeconds };
    forEachPart(kernels.get(first.handleSeconds)!, sums, (part, sum) => addWhatRanBefore(steady, part, sum));
  }
  return intervals.map((_, index) => ({
    meanErlangs: sums.means[index]!,
    endErlangs: sums.ends[index]!,
    pathErlangs: sums.points.map((values) => values[index]!),
  }));
}

interface Sums {
  readonly means: Float64Array;
  readonly ends: Float64Array;
  readonly points: readonly Float64Array[];
}

const emptySum = (intervals: readonly unknown[]): Float64Array => new Float64Array(intervals.length);

function forEachPart(kernel: Kernel, sums: Sums, use: (part: readonly number[], sum: Float64Array) => void): void {
  use(kernel.means, sums.means);
  use(kernel.ends, sums.ends);
  kernel.points.forEach((part, point) => use(part, sums.points[point]!));
}

function addFrom(
  from: number,
  rate: number,
  { part, sum }: { readonly part: readonly number[]; readonly sum: Float64Array },
): void {
  if (rate === 0) return;
  for (let k = 0; k < part.length && from + k < sum.length; k += 1) sum[from + k]! += rate * part[k]!;
}

/** What is left of a rate that ran for ever before the first interval: its steady load less what came since. */
function addWhatRanBefore(
  { rate, handleSeconds }: { readonly rate: number; readonly handleSeconds: number },
  part: readonly number[],
  sum: Float64Array,
): void {
  let left = handleSeconds;
  for (let k = 0; k < part.length; k += 1) {
    left -= part[k]!;
    sum[k]! += rate * left;
  }
}

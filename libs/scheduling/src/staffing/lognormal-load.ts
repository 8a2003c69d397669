import type { ArrivalInterval, LoadStart, OfferedLoad } from './offered-load.js';
import { normalCdf } from './uncertainty/normal.js';

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

/** Seconds in hand per contact a second: mean over the k-th interval after the arrivals', and at its end. */
interface Kernel {
  readonly means: readonly number[];
  readonly ends: readonly number[];
}

function kernelOf(handleSeconds: number, cv: number, most: { intervalSeconds: number; count: number }): Kernel {
  const { intervalSeconds: length, count } = most;
  if (handleSeconds === 0) return { means: [], ends: [] };
  const { mean, integral } = limitedMean(handleSeconds, cv);
  const kernel = { means: [] as number[], ends: [] as number[] };
  let left = handleSeconds;
  for (let k = 0; k < count && left > NEGLIGIBLE * handleSeconds; k += 1) {
    const before = k === 0 ? 0 : integral((k - 1) * length);
    const share = (integral((k + 1) * length) - 2 * integral(k * length) + before) / length;
    kernel.means.push(share);
    kernel.ends.push(mean((k + 1) * length) - mean(k * length));
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
  const means = new Float64Array(intervals.length);
  const ends = new Float64Array(intervals.length);
  const add = (from: number, rate: number, kernel: Kernel): void => {
    for (let k = 0; k < kernel.means.length && from + k < intervals.length; k += 1) {
      means[from + k]! += rate * kernel.means[k]!;
      ends[from + k]! += rate * kernel.ends[k]!;
    }
  };
  intervals.forEach(({ contacts, handleSeconds }, index) => {
    let kernel = kernels.get(handleSeconds);
    if (!kernel) {
      kernel = kernelOf(handleSeconds, handleTimeCv, { intervalSeconds, count: intervals.length });
      kernels.set(handleSeconds, kernel);
    }
    if (contacts > 0) add(index, contacts / intervalSeconds, kernel);
  });
  if (start === 'running') addWhatRanBefore(first, kernels.get(first.handleSeconds)!, { means, ends });
  return intervals.map((_, index) => ({ meanErlangs: means[index]!, endErlangs: ends[index]! }));
}

/** What is left of a rate that ran for ever before the first interval: its steady load less what came since. */
function addWhatRanBefore(
  first: ArrivalInterval,
  kernel: Kernel,
  { means, ends }: { means: Float64Array; ends: Float64Array },
): void {
  const rate = first.contacts / first.intervalSeconds;
  let leftOfMean = first.handleSeconds;
  let leftOfEnd = first.handleSeconds;
  for (let k = 0; k < kernel.means.length; k += 1) {
    leftOfMean -= kernel.means[k]!;
    leftOfEnd -= kernel.ends[k]!;
    means[k]! += rate * leftOfMean;
    ends[k]! += rate * leftOfEnd;
  }
}

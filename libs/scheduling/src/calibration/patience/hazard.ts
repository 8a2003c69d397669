import { NORMAL_95 } from '../estimate.js';
import type { DurationSample } from '../distributions/duration-sample.js';
import type { Tallied } from '../duration-tally.js';

/** How readily those who still wait leave, between two waits. */
export interface HazardBand {
  readonly fromSeconds: number;
  /** Infinity for the last. */
  readonly untilSeconds: number;
  readonly abandonedCount: number;
  /** Seconds waited by everybody inside the band. */
  readonly waitedSeconds: number;
  /** Abandonments for each second waited, with a 95 % interval (Poisson, on logarithms). 0 when nobody left. */
  readonly perSecond: number;
  readonly low: number;
  readonly high: number;
}

const EDGES = [0, 5, 10, 20, 30, 60, 90, 120, 180, 300, 600, 1200, 3600, Infinity];

function waitedWithin({ values, counts }: Tallied, from: number, until: number): number {
  return counts.reduce((sum, count, i) => sum + count * Math.max(0, Math.min(values[i]!, until) - from), 0);
}

function countWithin({ values, counts }: Tallied, from: number, until: number): number {
  return counts.reduce((sum, count, i) => (values[i]! >= from && values[i]! < until ? sum + count : sum), 0);
}

/** Upper end of a 95 % interval for no event: 1 - 0.975 is the chance of none when so many are expected. */
const NONE_SEEN = -Math.log(0.025);

/** Abandonments for each second waited, by how long one has waited already. A flat row of figures is Erlang A's. */
export function hazardByWait({ ended, cut }: DurationSample): readonly HazardBand[] {
  return EDGES.slice(1).flatMap((untilSeconds, i) => {
    const fromSeconds = EDGES[i]!;
    const waitedSeconds = waitedWithin(ended, fromSeconds, untilSeconds) + waitedWithin(cut, fromSeconds, untilSeconds);
    if (waitedSeconds === 0) return [];
    const abandonedCount = countWithin(ended, fromSeconds, untilSeconds);
    const perSecond = abandonedCount / waitedSeconds;
    const spread = Math.exp(NORMAL_95 / Math.sqrt(abandonedCount));
    const none = abandonedCount === 0;
    return {
      fromSeconds,
      untilSeconds,
      abandonedCount,
      waitedSeconds,
      perSecond,
      low: none ? 0 : perSecond / spread,
      high: none ? NONE_SEEN / waitedSeconds : perSecond * spread,
    };
  });
}

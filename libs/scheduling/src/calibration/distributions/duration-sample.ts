import type { Tallied } from '../duration-tally.js';

/** Durations as a log has them: some seen to their end, some cut off and only known to be longer. */
export interface DurationSample {
  /** Seen to their end. */
  readonly ended: Tallied;
  /** Censored: lasted at least so long. */
  readonly cut: Tallied;
  /** Only durations of at least this are in the sample at all; default 0. */
  readonly from?: number;
}

const NONE: Tallied = { values: new Float64Array(0), counts: new Float64Array(0) };

/** A sample in which every duration was seen to its end. */
export function wholeSample(ended: Tallied, from = 0): DurationSample {
  return { ended, cut: NONE, from };
}

/** One step of a survival curve: what was seen at a duration, and the share that lasts longer. */
export interface SurvivalStep {
  readonly seconds: number;
  /** Durations of at least `seconds`. */
  readonly atRisk: number;
  readonly endedCount: number;
  /** P(duration > seconds), after this step. */
  readonly surviving: number;
  /** Greenwood's sum Σ d / (n (n - d)) up to here; Infinity when nothing is left. */
  readonly greenwood: number;
}

/**
 * Kaplan & Meier's estimate of how long durations last when some were cut off, J. Am. Stat. Assoc. 53 (1958). One
 * step for each duration at which one ended; at a tie what was cut off counts as lasting longer. Empty sample: none.
 */
export function survivalSteps({ ended, cut }: DurationSample): readonly SurvivalStep[] {
  const steps: SurvivalStep[] = [];
  let atRisk = ended.counts.reduce((a, b) => a + b, 0) + cut.counts.reduce((a, b) => a + b, 0);
  let surviving = 1;
  let greenwood = 0;
  let cutIndex = 0;
  for (const [i, seconds] of ended.values.entries()) {
    for (; cutIndex < cut.values.length && cut.values[cutIndex]! < seconds; cutIndex += 1)
      atRisk -= cut.counts[cutIndex]!;
    const endedCount = ended.counts[i]!;
    surviving *= 1 - endedCount / atRisk;
    greenwood += endedCount / (atRisk * (atRisk - endedCount));
    steps.push({ seconds, atRisk, endedCount, surviving, greenwood });
    atRisk -= endedCount;
  }
  return steps;
}

import type { SurvivalStep } from '../distributions/duration-sample.js';
import type { HazardBand } from './hazard.js';

/** Beyond the wait that so many reached the curve is guesswork and an exponential tail goes on. */
const LEAST_AT_RISK = 30;
/** Abandonments the rate of the tail rests on at least. */
const LEAST_TAIL_COUNT = 20;
const POINTS_A_PART = 20;

/** A distribution of patience a simulator can draw from. */
export interface PatienceValues {
  /** Equally likely patiences in seconds, ascending. */
  readonly values: readonly number[];
  /** From here on the values are those of an exponential tail, because too few waited longer. */
  readonly observedUntilSeconds: number;
  /** Share of the values in that tail. */
  readonly tailFraction: number;
}

/** Abandonments a second among those who waited longest, over as many bands as make the rate firm. */
function tailRate(hazard: readonly HazardBand[]): number {
  let left = 0;
  let waited = 0;
  for (const band of [...hazard].reverse()) {
    left += band.abandonedCount;
    waited += band.waitedSeconds;
    if (left >= LEAST_TAIL_COUNT) break;
  }
  return left / waited;
}

/**
 * Patience as equally likely values, by the survival curve where the log knows it, and beyond by an exponential tail
 * with the rate at which those leave who waited longest. At least one abandonment must have been seen.
 */
export function patienceValues(
  steps: readonly SurvivalStep[],
  hazard: readonly HazardBand[],
  parts: number,
): PatienceValues {
  const known = steps.filter(({ atRisk }, i) => i === 0 || atRisk >= LEAST_AT_RISK);
  const last = known[known.length - 1]!;
  const rate = tailRate(hazard);
  let index = 0;
  const patienceAt = (surviving: number): number => {
    if (surviving < last.surviving) return last.seconds + Math.log(last.surviving / surviving) / rate;
    while (index < known.length - 1 && known[index]!.surviving > surviving) index += 1;
    return known[index]!.seconds;
  };
  const values = Array.from({ length: parts }, (_, part) => {
    let sum = 0;
    for (let point = 0; point < POINTS_A_PART; point += 1)
      sum += patienceAt(1 - (part + (point + 0.5) / POINTS_A_PART) / parts);
    return sum / POINTS_A_PART;
  });
  return { values, observedUntilSeconds: last.seconds, tailFraction: last.surviving };
}

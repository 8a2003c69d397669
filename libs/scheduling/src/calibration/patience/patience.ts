import { exponentialFamily, gammaFamily, lognormalFamily, weibullFamily } from '../distributions/duration-families.js';
import { survivalSteps, type DurationSample } from '../distributions/duration-sample.js';
import { erlangFamiliesNear, fitDistributions, type FittedDistribution } from '../distributions/fit-distribution.js';
import { DurationTally } from '../duration-tally.js';
import { notEnough, type Estimate, type NotEnoughData } from '../estimate.js';
import { RatioByDay } from '../ratio-by-day.js';
import { hazardByWait, type HazardBand } from './hazard.js';
import { patienceValues, type PatienceValues } from './patience-values.js';
import { survivalCurve, survivingAt, waitUntilSurviving, type SurvivalPoint } from './survival-curve.js';

/** How long contacts are willing to wait, read from who waited how long and who left. */
export interface PatienceReport {
  readonly kind: 'patience';
  /**
   * Total queue time of all contacts, answered and abandoned, / abandonments: what Erlang A is to be given
   * (docs/methods/calibration.md). Its sample size is the abandonments.
   */
  readonly operationalSeconds: Estimate;
  /** Mean wait of those who left: shown because it is often mistaken for patience; far too short. */
  readonly meanWaitOfAbandonedSeconds: number;
  readonly meanWaitSeconds: number;
  /** Contacts with a known wait that had to wait at all, or left. */
  readonly waitedCount: number;
  /** P(patience ≤ `atOnceWithinSeconds`) of those who had to wait, corrected for those answered before. */
  readonly atOnceFraction: number;
  readonly atOnceWithinSeconds: number;
  /** Null where fewer than half would have left within any wait seen. */
  readonly medianSeconds: number | null;
  readonly curve: readonly SurvivalPoint[];
  readonly hazard: readonly HazardBand[];
  /** Best first; the mean of each is an extrapolation beyond the waits seen. */
  readonly fits: readonly FittedDistribution[];
  readonly values: PatienceValues;
}

const LEAST_ABANDONMENTS = 10;
const VALUE_PARTS = 200;

/** Gathers waits of a log in bounded memory; see {@link PatienceReport}. */
export class PatienceTally {
  private readonly answered = new DurationTally();
  private readonly abandoned = new DurationTally();
  private readonly byDay = new RatioByDay();

  constructor(private readonly atOnceWithinSeconds: number) {}

  add(day: number, waitSeconds: number, abandoned: boolean): void {
    (abandoned ? this.abandoned : this.answered).add(waitSeconds);
    this.byDay.add(day, waitSeconds, abandoned ? 1 : 0);
  }

  report(): PatienceReport | NotEnoughData {
    const { answered, abandoned, atOnceWithinSeconds } = this;
    const count = answered.count + abandoned.count;
    if (count === 0) return notEnough('waits', 0, LEAST_ABANDONMENTS);
    if (abandoned.count < LEAST_ABANDONMENTS) return notEnough('abandonments', abandoned.count, LEAST_ABANDONMENTS);
    // Who was answered at once was never asked to wait, and says nothing of patience.
    const sample: DurationSample = { ended: abandoned.tallied(), cut: answered.tallied(Number.MIN_VALUE) };
    const steps = survivalSteps(sample);
    const hazard = hazardByWait(sample);
    return {
      kind: 'patience',
      operationalSeconds: this.byDay.estimate(abandoned.count, 1 / Math.sqrt(abandoned.count)),
      meanWaitOfAbandonedSeconds: abandoned.mean,
      meanWaitSeconds: (answered.sum + abandoned.sum) / count,
      waitedCount: abandoned.count + sample.cut.counts.reduce((a, b) => a + b, 0),
      atOnceFraction: 1 - survivingAt(steps, atOnceWithinSeconds),
      atOnceWithinSeconds,
      medianSeconds: waitUntilSurviving(steps, 0.5),
      curve: survivalCurve(steps),
      hazard,
      fits: fitsOf(sample),
      values: patienceValues(steps, hazard, VALUE_PARTS),
    };
  }
}

function fitsOf(sample: DurationSample): readonly FittedDistribution[] {
  const free = fitDistributions(sample, [exponentialFamily, weibullFamily, gammaFamily, lognormalFamily]);
  const shape = free.find(({ family }) => family === 'gamma')?.parameters['shape'] ?? 1;
  const [erlang] = fitDistributions(sample, erlangFamiliesNear(shape));
  // One stage is the exponential, which is in the list already.
  const isNew = erlang !== undefined && erlang.parameters['stages'] !== 1;
  return isNew ? [...free, erlang].sort((a, b) => a.akaike - b.akaike) : free;
}

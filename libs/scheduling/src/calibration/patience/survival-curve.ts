import { NORMAL_95 } from '../estimate.js';
import type { SurvivalStep } from '../distributions/duration-sample.js';

/** The share still willing to wait after so long, with a 95 % interval. */
export interface SurvivalPoint {
  readonly waitSeconds: number;
  /** Who waited at least so long; few make the point weak. */
  readonly atRisk: number;
  readonly surviving: number;
  readonly low: number;
  readonly high: number;
}

const WAITS = [1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 150, 180, 240, 300, 420, 600, 900, 1200, 1800, 2700, 3600];

/** Greenwood's variance on the scale ln(-ln S), which keeps the bounds within 0..1 (Kalbfleisch & Prentice 1980). */
function pointOf(waitSeconds: number, { atRisk, surviving, greenwood }: SurvivalStep): SurvivalPoint {
  if (surviving <= 0 || surviving >= 1) return { waitSeconds, atRisk, surviving, low: surviving, high: surviving };
  const spread = Math.exp((NORMAL_95 * Math.sqrt(greenwood)) / Math.abs(Math.log(surviving)));
  return { waitSeconds, atRisk, surviving, low: surviving ** spread, high: surviving ** (1 / spread) };
}

function stepAt(steps: readonly SurvivalStep[], waitSeconds: number): SurvivalStep | undefined {
  return steps.findLast(({ seconds }) => seconds <= waitSeconds);
}

/** P(patience > wait); 1 before anybody has left. */
export function survivingAt(steps: readonly SurvivalStep[], waitSeconds: number): number {
  return stepAt(steps, waitSeconds)?.surviving ?? 1;
}

/** The survival curve at waits a planner asks for, as far as the log reaches. */
export function survivalCurve(steps: readonly SurvivalStep[]): readonly SurvivalPoint[] {
  const lastSeconds = steps[steps.length - 1]?.seconds ?? 0;
  return WAITS.filter((wait) => wait <= lastSeconds).flatMap((wait) => {
    const step = stepAt(steps, wait);
    return step ? [pointOf(wait, step)] : [];
  });
}

/** The wait at which so many are left, or null when the log's curve does not come down so far. */
export function waitUntilSurviving(steps: readonly SurvivalStep[], fraction: number): number | null {
  return steps.find(({ surviving }) => surviving <= fraction)?.seconds ?? null;
}

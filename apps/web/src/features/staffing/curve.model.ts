import type { Explanation } from './explanation-steps.js';

export type Curve = NonNullable<Explanation['curve']>;

/** One number of agents and what it gives; null = no steady state, or the model says nothing. */
export interface CurveRow {
  readonly agents: number;
  readonly level: number | null;
  readonly wait: number | null;
  readonly occupancy: number | null;
  readonly abandonment: number | null;
  readonly blocking: number | null;
  readonly chance: number | null;
  readonly met: boolean;
}

export interface CurveMeasure {
  readonly id: 'service-level' | 'asa' | 'occupancy' | 'abandonment' | 'blocking' | 'chance';
  readonly values: readonly (number | null)[];
  readonly isShare: boolean;
  /** What the goal asks for, where it names this measure. */
  readonly target: number | undefined;
  /** Largest value of the axis. */
  readonly most: number;
}

export function curveRows(curve: Curve): readonly CurveRow[] {
  return curve.agents.map((agents, index) => ({
    agents,
    level: curve.serviceLevelFraction[index] ?? null,
    wait: curve.asaSeconds[index] ?? null,
    occupancy: curve.occupancyFraction[index] ?? null,
    abandonment: curve.abandonmentFraction[index] ?? null,
    blocking: curve.blockingFraction[index] ?? null,
    chance: curve.chanceFraction[index] ?? null,
    met: curve.met[index] ?? false,
  }));
}

/** Waits grow without bound where agents are few; the axis ends where the interesting part does. */
function mostSeconds(
  waits: readonly (number | null)[],
  answer: number | null | undefined,
  target: number | undefined,
): number {
  const atAnswer = waits[answer ?? -1] ?? 0;
  const largest = Math.max(0, ...waits.map((wait) => wait ?? 0));
  return Math.max(1, Math.min(largest, Math.max(10 * atAnswer, 2 * (target ?? 0), 20)));
}

/** The measures worth a picture, those the goal names first. */
export function curveMeasures(curve: Curve, goal: Explanation['plan']['goal']): readonly CurveMeasure[] {
  const share = (id: CurveMeasure['id'], values: readonly (number | null)[], target?: number | null): CurveMeasure => ({
    id,
    values,
    isShare: true,
    target: target ?? undefined,
    most: id === 'abandonment' || id === 'blocking' ? Math.max(0.1, ...values.map((value) => value ?? 0)) : 1,
  });
  const asa: CurveMeasure = {
    id: 'asa',
    values: curve.asaSeconds,
    isShare: false,
    target: goal.asaSeconds ?? undefined,
    most: mostSeconds(curve.asaSeconds, curve.answerIndex, goal.asaSeconds ?? undefined),
  };
  const all = [
    share(
      'service-level',
      curve.serviceLevelFraction,
      goal.answerWithinHours ? (goal.answeredWithinHoursFraction ?? 1) : goal.serviceLevelFraction,
    ),
    asa,
    share('occupancy', curve.occupancyFraction, goal.maxOccupancyFraction),
    share('abandonment', curve.abandonmentFraction, goal.maxAbandonmentFraction),
    share('blocking', curve.blockingFraction, goal.maxBlockingFraction),
    share('chance', curve.chanceFraction),
  ].filter(({ values }) => values.some((value) => value !== null && value !== 0));
  return [...all.filter(({ target }) => target !== undefined), ...all.filter(({ target }) => target === undefined)];
}

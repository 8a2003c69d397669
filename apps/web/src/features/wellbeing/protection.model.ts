/** A point of the curve as the job tells it. */
export interface ProtectionPoint {
  readonly factor: number;
  readonly prices: {
    readonly quickReturn: number;
    readonly backwardRotation: number;
    readonly unsocial: Readonly<Record<string, number>>;
  };
  readonly requiredHours: number;
  readonly shortHours: number;
  readonly shortRests: number;
  readonly lateToEarly: number;
  readonly longStretches: number;
  readonly unsocialSpread: number;
}

const isPoint = (value: unknown): value is ProtectionPoint =>
  typeof value === 'object' && value !== null && 'factor' in value && 'shortHours' in value;

/** The points in a job's progress or result; none where it has no such thing. */
export function pointsOf(told: unknown): readonly ProtectionPoint[] {
  if (typeof told !== 'object' || told === null || !('points' in told) || !Array.isArray(told.points)) return [];
  return told.points.filter(isPoint);
}

/** A template whose breaks are too few, as the job tells it. */
export interface PauseAdvice {
  readonly templateId: string;
  readonly title: string;
  readonly leastRunMinutes: number;
  readonly leastRunMinutesAfter: number;
  readonly addedPauses: number;
  readonly addedMinutes: number;
}

const isAdvice = (value: unknown): value is PauseAdvice =>
  typeof value === 'object' && value !== null && 'leastRunMinutes' in value && 'addedPauses' in value;

/** Templates that no placing of breaks keeps from long stretches, in a job's result. */
export function pausesOf(told: unknown): readonly PauseAdvice[] {
  if (typeof told !== 'object' || told === null || !('pauses' in told) || !Array.isArray(told.pauses)) return [];
  return told.pauses.filter(isAdvice);
}

/** All planning weights with those of the point in their place. */
export function weightsWith(
  weights: readonly { readonly id: string; readonly value: number }[],
  { prices }: Pick<ProtectionPoint, 'prices'>,
): { readonly id: string; readonly value: number }[] {
  const chosen: Readonly<Record<string, number>> = {
    ...prices.unsocial,
    'quick-return': prices.quickReturn,
    'backward-rotation': prices.backwardRotation,
  };
  return weights.map(({ id, value }) => ({ id, value: chosen[id] ?? value }));
}

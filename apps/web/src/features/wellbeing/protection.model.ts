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

import { forecastQueue } from '../forecast-queue.js';
import type { ForecastDay, ForecastOptions, ForecastResult } from '../queue-forecast.js';
import type { ComposedHistory } from './compose-history.js';

/**
 * Forecast of a composed history: any method, with bands widened by what the shares leave open, and a reason for every
 * span of borrowed days. The same as `forecastQueue` when nothing was borrowed.
 */
export function forecastLineage(composed: ComposedHistory, options: ForecastOptions): ForecastResult {
  const result = forecastQueue(composed.history, options);
  if (result.kind !== 'forecast' || composed.borrowed.length === 0) return result;
  const { levelSpread, borrowed } = composed;
  const { distribution } = result;
  const wider = <Errors extends { readonly rateVariance: number }>(errors: readonly Errors[]) =>
    errors.map((one) => ({ ...one, rateVariance: one.rateVariance + levelSpread ** 2 }));
  return {
    ...result,
    reasons: [
      ...result.reasons,
      ...borrowed.map((span) => ({ kind: 'borrowed-days' as const, ...borrowedReason(span) })),
    ],
    days: result.days.map((day) => widened(day, levelSpread)),
    distribution: { ...distribution, intervals: wider(distribution.intervals), days: wider(distribution.days) },
  };
}

function borrowedReason({ kind, ...span }: ComposedHistory['borrowed'][number]) {
  return { lineage: kind, ...span };
}

/** Distances of the limits from the forecast with the level's own error added in quadrature. */
function widened(day: ForecastDay, levelSpread: number): ForecastDay {
  const limit = (values: Float64Array, z: number) =>
    values.map((value, index) => {
      const mean = day.contacts[index]!;
      const distance = Math.hypot(value - mean, z * levelSpread * mean);
      return Math.max(0, z < 0 ? mean - distance : mean + distance);
    });
  return {
    ...day,
    p05: limit(day.p05, -1.6449),
    p10: limit(day.p10, -1.2816),
    p90: limit(day.p90, 1.2816),
    p95: limit(day.p95, 1.6449),
  };
}

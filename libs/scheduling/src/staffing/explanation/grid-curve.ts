import type { DeferredEffect } from '../deferred/index.js';
import { atLeast } from '../rounding.js';
import type { StaffingCurve } from './staffing-curve.js';

/**
 * The curve of an interval of work that can wait: the share in time of the grid's contacts and the chance of one week,
 * against the agents of this interval when as many more or fewer are there at all other open hours. Null where nothing
 * is known of that.
 */
export function gridCurve(
  requiredAgents: number,
  effects: readonly DeferredEffect[],
  { keptFraction, week }: { readonly keptFraction: number; readonly week: number },
): StaffingCurve | null {
  const shown = effects.filter(({ more }) => requiredAgents + more >= 0);
  if (shown.length === 0) return null;
  const missing = (): Float64Array => new Float64Array(shown.length).fill(Number.NaN);
  const placeOf = (more: number): number | null => {
    const place = shown.findIndex((effect) => effect.more === more);
    return place < 0 ? null : place;
  };
  return {
    agents: Float64Array.from(shown, ({ more }) => requiredAgents + more),
    serviceLevelFraction: Float64Array.from(shown, ({ inTimeFraction }) => inTimeFraction),
    asaSeconds: missing(),
    occupancyFraction: Float64Array.from(shown, ({ occupancyFraction }) => occupancyFraction),
    abandonmentFraction: missing(),
    blockingFraction: missing(),
    chanceFraction: Float64Array.from(shown, ({ weekChances }) => weekChances[week] ?? Number.NaN),
    met: Uint8Array.from(shown, ({ inTimeFraction }) => Number(atLeast(inTimeFraction, keptFraction))),
    marks: { answer: placeOf(0), oneFewer: placeOf(-1), oneMore: placeOf(1), scheduled: null },
  };
}

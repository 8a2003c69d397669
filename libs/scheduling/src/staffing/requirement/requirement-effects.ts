import { gridStaffingModel } from '../catalogue.js';
import { intervalLoads } from '../changing-load/interval-loads.js';
import type { DeferredEffect } from '../deferred/index.js';
import type { StaffingForecast } from '../staffing-forecast.js';
import type { StaffingPlan } from '../plan/staffing-plan.js';
import type { RequirementOptions } from './requirement-series.js';
import { wholeGridEffects } from './whole-grid.js';
import { inWorkedHours } from './worked-hours.js';

/** Numbers of agents more and fewer than required that tell something beside a requirement with that peak. */
export function tellingChanges(peakAgents: number): readonly number[] {
  const step = Math.max(1, Math.round(peakAgents / 20));
  const steps = Math.min(4, Math.max(3, Math.ceil(peakAgents / 3)));
  const shown = new Set([-1, 0, 1]);
  for (let more = -steps; more <= steps; more += 1) shown.add(more * step);
  return [...shown].sort((a, b) => a - b);
}

/**
 * For work that can wait: what the agents of the requirement would give, were so many more of them there at all open
 * hours of the grid, or fewer. Of the share in time and the chance both, each against its own number of agents, it is
 * the curve of "why this many?". Throws for models that answer interval by interval, and for what `requirementOf`
 * throws for.
 */
export function requirementEffects(
  plan: StaffingPlan,
  expected: StaffingForecast,
  asked: { readonly mores: readonly number[]; readonly options?: RequirementOptions },
): readonly DeferredEffect[] {
  const model = gridStaffingModel(plan.modelId);
  if (!model) throw new RangeError(`modelId (${plan.modelId}) must staff whole grids; others have a curve an interval`);
  const { mores, options = {} } = asked;
  // Out of reach of any number, so that there is nothing to be more or fewer of.
  if (plan.goal.maxOccupancyFraction === 0) return [];
  const forecast = inWorkedHours(plan, expected);
  const intervals = intervalLoads(plan, forecast, options.loadStart);
  return wholeGridEffects(model, { plan, forecast, intervals, options }, mores);
}

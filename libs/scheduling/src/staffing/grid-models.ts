import type { IntervalLoad } from './interval-loads.js';
import type { RequirementNote } from './requirement.js';
import type { StaffingForecast } from './staffing-forecast.js';
import type { StaffingPlan } from './staffing-plan.js';

/** A queue's whole grid, for models whose answer for one interval depends on the others (work that can wait). */
export interface GridTask {
  readonly plan: StaffingPlan;
  readonly forecast: StaffingForecast;
  /** What each interval brings, by the plan's load method. */
  readonly intervals: readonly IntervalLoad[];
}

/** Agents and what they give, one value an interval; NaN = no figure. */
export interface GridAnswer {
  readonly loadErlangs: Float64Array;
  readonly requiredAgents: Float64Array;
  readonly serviceLevel: Float64Array;
  readonly occupancy: Float64Array;
  readonly asa: Float64Array;
  readonly abandonment: Float64Array;
  readonly notes: readonly RequirementNote[];
}

/** A staffing model of the catalogue that answers for the whole grid at once. */
export interface GridModel {
  /** The id it has in the catalogue of staffing models. */
  readonly id: string;
  staff(task: GridTask): GridAnswer;
}

/** Models that answer for the whole grid; every other model is asked interval by interval. */
export const GRID_MODELS: readonly GridModel[] = [];

const byId = new Map(GRID_MODELS.map((model) => [model.id, model]));

export function gridModel(id: string): GridModel | undefined {
  return byId.get(id);
}

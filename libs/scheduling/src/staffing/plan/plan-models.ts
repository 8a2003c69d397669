import { GRID_STAFFING_MODELS, STAFFING_MODELS } from '../catalogue.js';
import type { GridGoalMeasure } from '../grid-staffing-model.js';
import type { GoalMeasure, LocalisedText, ServiceGoal, StaffingModelParameter } from '../staffing-model.js';

/** What a form and a list need to know of a model a plan may name, whether it staffs intervals or whole grids. */
export interface PlanModel {
  readonly id: string;
  readonly title: LocalisedText;
  readonly source: string;
  readonly assumptions: readonly LocalisedText[];
  readonly parameters: readonly StaffingModelParameter[];
  readonly judges: readonly (GoalMeasure | GridGoalMeasure)[];
  readonly ownGoal?: ServiceGoal;
  /** Whether the answer for one interval depends on the others. */
  readonly isWholeGrid: boolean;
}

/** Every model a plan may name: those of intervals first. */
export const PLAN_MODELS: readonly PlanModel[] = [
  ...STAFFING_MODELS.map(({ id, title, source, assumptions, parameters, judges, ownGoal }) => ({
    id,
    title,
    source,
    assumptions,
    parameters,
    judges,
    ownGoal,
    isWholeGrid: false,
  })),
  ...GRID_STAFFING_MODELS.map(({ id, title, source, assumptions, judges }) => ({
    id,
    title,
    source,
    assumptions,
    parameters: [],
    judges,
    isWholeGrid: true,
  })),
];

/** The model of that permanent id; null for an id no plan may name. */
export function planModel(id: string): PlanModel | null {
  return PLAN_MODELS.find((model) => model.id === id) ?? null;
}

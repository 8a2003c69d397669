import type { LocalisedText, ServiceGoal } from '../staffing-model.js';

/** One thing wrong with a StaffingPlan, for the field it is written beside. */
export interface PlanFault {
  /** Field inside the plan: `modelId`, `goal.answerWithinSeconds`, `shrinkage.2.fraction`. */
  readonly path: string;
  /** What must hold, with the value that does not. */
  readonly message: LocalisedText;
  /** For a goal that no number of agents reaches: the nearest one that some number does. */
  readonly nearestGoal?: ServiceGoal;
}

export const planFault = (path: string, en: string, ja: string): PlanFault => ({ path, message: { en, ja } });
